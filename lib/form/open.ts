import { createLiveForm } from './live.ts';
import { readPage } from './read.ts';
import type { LiveForm, OpenFormOptions } from './types.ts';

/**
 * Recognises the page and follows it until the signal fires; null when it is not the form. Frames are not entered: the
 * content script runs in each of them.
 */
export function openForm(document: Document, options: OpenFormOptions): LiveForm | null {
  if (options.signal.aborted) return null;
  const reading = (options.read ?? readPage)(document, options.hints);
  return reading.form.positions.length > 0 ? createLiveForm(document, reading, options) : null;
}
