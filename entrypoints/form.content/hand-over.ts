import type { FormChange, LiveForm, OpenFormOptions } from '../../lib/form/types.ts';
import { native } from '../../lib/messages/native.ts';
import { giveWork, HANDOVER, type Handover } from '../../lib/session/handover.ts';

/** File of the second part, as the build names it. */
const SESSION = '/form-session.js';

/** What a form is opened with, and how it comes to the session, which says later whom changes are told. */
export function handing(doc: Document, ended: AbortSignal) {
  const stop = new AbortController();
  ended.addEventListener('abort', () => stop.abort(), { signal: stop.signal });
  let tell = (_change: FormChange): void => {};
  const options: OpenFormOptions = { signal: stop.signal, onChange: (change) => tell(change) };
  const handOver = (live: LiveForm): void => {
    const handover: Handover = {
      document: doc,
      signal: stop.signal,
      stop: () => stop.abort(),
      open({ onChange }) {
        tell = onChange;
        return live;
      },
    };
    giveWork(
      HANDOVER,
      handover,
      () => importPart(SESSION),
      () => stop.abort(),
    );
  };
  return { stop, handOver, options };
}

/** Loads a further part. It runs in this script's own world: the page sees neither the module nor what is handed over. */
export async function importPart(file: string): Promise<void> {
  const url = native().runtime?.getURL(file);
  if (url) await import(/* @vite-ignore */ url);
}
