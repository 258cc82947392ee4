import { createLiveForm } from '../../lib/form/live.ts';
import { type Opened, openInSlices } from '../../lib/form/open.ts';
import { type Reader, recognition as recognitionWith } from '../../lib/form/reader.ts';
import { type ShownReader, shownReader } from '../../lib/form/shown.ts';
import { atOnce, complete } from '../../lib/form/steps.ts';
import type { LiveForm, LiveOptions } from '../../lib/form/types.ts';

/** Recognition as the content script has it: what reads a read-only form is fetched when it is needed. */
export function recognition(fetchShown: () => Promise<ShownReader> = async () => shownReader): Reader {
  return recognitionWith(fetchShown);
}

/** A reader whose readings do not pause: what a test asks for is there when it goes on. */
export function unpaused(reader: Reader): Reader {
  return {
    ...reader,
    page: (document) => atOnce(() => complete(reader.page(document))),
    without: (document, skip) => atOnce(() => complete(reader.without(document, skip))),
  };
}

/** Both parts of the content script at once: recognises the page and follows it; null when it is not the form. */
export function openForm(
  document: Document,
  options: LiveOptions,
  reader: Reader = recognition(),
): LiveForm | null {
  const opened: (Opened | null)[] = [];
  openInSlices(document, unpaused(reader), options.signal, (one) => opened.push(one));
  return opened[0] ? createLiveForm(opened[0], options) : null;
}
