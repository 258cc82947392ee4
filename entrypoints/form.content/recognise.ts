import { lookInSlices } from '../../lib/form/begin.ts';
import { giveWork, type Judgement, READING } from '../../lib/session/handover.ts';
import { importParts } from './parts.ts';

/**
 * Looks at the page; where there is anything to make positions of, the second half of recognition is loaded and goes
 * on. Says whether it is the form (yet).
 */
export function recognise(doc: Document, ended: AbortSignal, said: (isForm: boolean) => void): void {
  const stop = new AbortController();
  ended.addEventListener('abort', () => stop.abort(), { signal: stop.signal });
  const refuse = (): void => {
    stop.abort();
    said(false);
  };
  lookInSlices(doc, stop.signal, (begun) => {
    if (!begun) return refuse();
    giveWork<Judgement>(
      READING,
      { begun, stop, said },
      () => importParts('/form-read.js'),
      () => stop.abort(),
    );
  });
}
