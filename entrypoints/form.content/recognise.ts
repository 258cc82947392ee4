import { openForm } from '../../lib/form/open.ts';
import type { FormChange } from '../../lib/form/types.ts';
import { native } from '../../lib/messages/native.ts';
import { HANDOVER, type Handover } from '../../lib/session/handover.ts';

/** File of the second part, as the build names it. */
const SESSION = '/form-session.js';

/** Recognises the page; where it is the form, loads the session and hands the form over. False: not the form (yet). */
export function recognise(doc: Document, ended: AbortSignal): boolean {
  const stop = new AbortController();
  ended.addEventListener('abort', () => stop.abort());
  let tell = (_change: FormChange): void => {};
  const live = openForm(doc, { signal: stop.signal, onChange: (change) => tell(change) });
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
  (globalThis as { [HANDOVER]?: Handover })[HANDOVER] = handover;
  const url = native().runtime?.getURL(SESSION);
  // The import runs in this script's own world: the page sees neither the module nor the handover.
  if (url) import(/* @vite-ignore */ url).catch(() => stop.abort());
  return true;
}
