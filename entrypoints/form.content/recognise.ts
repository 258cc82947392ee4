import { openInSlices } from '../../lib/form/open.ts';
import type { Reader } from '../../lib/form/reader.ts';
import { handOver } from './hand-over.ts';

/** Reads the page; where it is the form, hands it over to the session. Says whether it is the form (yet). */
export function recognise(
  doc: Document,
  reader: Reader,
  ended: AbortSignal,
  said: (isForm: boolean) => void,
): void {
  const stop = new AbortController();
  ended.addEventListener('abort', () => stop.abort(), { signal: stop.signal });
  openInSlices(doc, reader, stop.signal, (opened) => {
    if (opened) handOver(opened, stop);
    else stop.abort();
    said(opened !== null);
  });
}
