import { createLiveForm } from './live.ts';
import { readPage } from './read.ts';
import type { LiveForm, OpenFormOptions } from './types.ts';

/**
 * Recognises the page at once and follows it until the signal fires; null when it is not the form. Frames are not
 * entered: the content script runs in each of them.
 */
export function openForm(document: Document, options: OpenFormOptions): LiveForm | null {
  if (options.signal.aborted) return null;
  const reading = (options.read ?? readPage)(document, options.hints);
  return reading.form.positions.length > 0 ? createLiveForm(document, reading, options) : null;
}

/**
 * Like `openForm`, in slices, so that a big page goes on answering; also when the page has to be read again. A page
 * read within one slice is handed to `opened` before this returns. Not called when the signal fires first.
 */
export function openFormInSlices(
  document: Document,
  options: OpenFormOptions,
  opened: (live: LiveForm | null) => void,
): void {
  if (options.signal.aborted) return;
  const stop = new AbortController();
  options.signal.addEventListener('abort', () => stop.abort(), { signal: stop.signal });
  let live: LiveForm | null = null;
  let ready = false;
  const hand = (): void => {
    const isOurs = live !== null && live.current().positions.length > 0;
    if (!isOurs) stop.abort();
    opened(isOurs ? live : null);
  };
  live = createLiveForm(document, null, { ...options, signal: stop.signal }, () => {
    ready = true;
    if (live) hand();
  });
  if (ready) hand();
}
