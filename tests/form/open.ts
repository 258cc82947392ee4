import { lookInSlices } from '../../lib/form/begin.ts';
import { createLiveForm } from '../../lib/form/live.ts';
import { type Opened, openBy, openInSlices } from '../../lib/form/open.ts';
import { type Reader, recognition } from '../../lib/form/reader.ts';
import { atOnce, complete } from '../../lib/form/steps.ts';
import type { LiveForm, LiveOptions } from '../../lib/form/types.ts';

/** A reader whose readings do not pause: what a test asks for is there when it goes on. */
export function unpaused(reader: Reader): Reader {
  return {
    ...reader,
    page: (document) => atOnce(() => complete(reader.page(document))),
    without: (document, skip) => atOnce(() => complete(reader.without(document, skip))),
  };
}

/** All parts of the content script at once: recognises the page and follows it; null when it is not the form. */
export function openForm(
  document: Document,
  options: LiveOptions,
  reader: Reader = recognition,
): LiveForm | null {
  const opened: (Opened | null)[] = [];
  openBy(document, unpaused(reader), options.signal, (one) => opened.push(one));
  return opened[0] ? createLiveForm(opened[0], options) : null;
}

/** Recognises a page in slices as the content script does; `loading` is the time a further part takes to come. */
export function recognise(
  document: Document,
  signal: AbortSignal,
  done: (opened: Opened | null) => void,
  loading: Promise<void> = Promise.resolve(),
): void {
  lookInSlices(document, signal, (begun) => {
    if (begun) void loading.then(() => openInSlices(begun, signal, done));
    else done(null);
  });
}
