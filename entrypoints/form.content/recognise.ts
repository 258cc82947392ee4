import { openForm } from '../../lib/form/open.ts';
import type { FormChange, LiveForm, OpenFormOptions } from '../../lib/form/types.ts';
import { native } from '../../lib/messages/native.ts';
import { giveWork, HANDOVER, type Handover } from '../../lib/session/handover.ts';

/** File of the second part, as the build names it. */
const SESSION = '/form-session.js';

/**
 * Recognises the page; where it is the form, loads the session and hands the form over. False: not the form (yet).
 * `open` reads the page in another way: by a site profile.
 */
export function recognise(
  doc: Document,
  ended: AbortSignal,
  open: (options: OpenFormOptions) => LiveForm | null = (options) => openForm(doc, options),
): boolean {
  const stop = new AbortController();
  ended.addEventListener('abort', () => stop.abort());
  let tell = (_change: FormChange): void => {};
  const live = open({ signal: stop.signal, onChange: (change) => tell(change) });
  if (!live) {
    stop.abort();
    return false;
  }
  const handover: Handover = {
    document: doc,
    signal: stop.signal,
    stop: () => stop.abort(),
    open(options) {
      tell = options.onChange;
      return live;
    },
  };
  giveWork(
    HANDOVER,
    handover,
    () => importPart(SESSION),
    () => stop.abort(),
  );
  return true;
}

/** Loads a further part. It runs in this script's own world: the page sees neither the module nor what is handed over. */
export async function importPart(file: string): Promise<void> {
  const url = native().runtime?.getURL(file);
  if (url) await import(/* @vite-ignore */ url);
}
