import { type Opened, openBy } from '../../lib/form/open.ts';
import type { Reader } from '../../lib/form/reader.ts';
import { giveWork, HANDOVER, type Handover } from '../../lib/session/handover.ts';
import { importParts } from './parts.ts';

/** Gives a recognised form to the session, which is loaded for it; both end with `stop`. */
export function handOver(opened: Opened, stop: AbortController): void {
  let form: Opened | null = opened;
  const handover: Handover = {
    document: opened.document,
    signal: stop.signal,
    stop: () => stop.abort(),
    take() {
      const taken = form;
      form = null;
      return taken;
    },
  };
  giveWork(
    HANDOVER,
    handover,
    // The session leans on the second half of recognition, also where a site profile reads the page.
    () => importParts('/form-read.js', '/form-session.js'),
    () => stop.abort(),
  );
}

/** Reads the page in another way, a site profile's, and hands it to the session. Says whether it is the form (yet). */
export function recogniseBy(
  doc: Document,
  reader: Reader,
  ended: AbortSignal,
  said: (isForm: boolean) => void,
): void {
  const stop = new AbortController();
  ended.addEventListener('abort', () => stop.abort(), { signal: stop.signal });
  openBy(doc, reader, stop.signal, (opened) => {
    if (opened) handOver(opened, stop);
    else stop.abort();
    said(opened !== null);
  });
}
