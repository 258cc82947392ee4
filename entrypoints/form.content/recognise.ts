import { openFormInSlices } from '../../lib/form/open.ts';
import type { LiveForm, OpenFormOptions } from '../../lib/form/types.ts';
import { handing } from './hand-over.ts';

/**
 * Recognises the page in slices; where it is the form, loads the session and hands the form over. Says whether it is
 * the form (yet).
 */
export function recognise(doc: Document, ended: AbortSignal, said: (isForm: boolean) => void): void {
  const { stop, handOver, options } = handing(doc, ended);
  openFormInSlices(doc, options, (live) => {
    if (live) handOver(live);
    else stop.abort();
    said(live !== null);
  });
}

/** Hands over a form that is read in another way, at once: by a site profile. False: not the form. */
export function recogniseBy(
  doc: Document,
  ended: AbortSignal,
  open: (options: OpenFormOptions) => LiveForm | null,
): boolean {
  const { stop, handOver, options } = handing(doc, ended);
  const live = open(options);
  if (live) handOver(live);
  else stop.abort();
  return live !== null;
}
