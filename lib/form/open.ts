import { type Gathered, gather } from './gather.ts';
import type { Reading } from './read.ts';
import type { Reader } from './reader.ts';
import { inSlices } from './steps.ts';

/** A page that was recognised as the form, on its way to the living form (`createLiveForm`). */
export interface Opened {
  readonly document: Document;
  /** Reads the page again. */
  readonly reader: Reader;
  readonly first: Reading;
  /** What the page did while it was read. */
  readonly meanwhile: readonly MutationRecord[];
  /** What it does since; ends when somebody else watches. */
  readonly since: Gathered;
}

/**
 * Reads a page in slices, so that a big one goes on answering; null when it is not the form. A page read within one
 * slice is handed to `done` before this returns. Not called when the signal fires first. Frames are not entered: the
 * content script runs in each of them.
 */
export function openInSlices(
  document: Document,
  reader: Reader,
  signal: AbortSignal,
  done: (opened: Opened | null) => void,
): void {
  if (signal.aborted) return;
  const since = gather(document, signal);
  const run = inSlices(reader.page(document), (first) => {
    const isForm = first.form.positions.length > 0;
    for (const root of first.walked.roots) since.observe(root);
    if (!isForm) since.end();
    if (first.partial) {
      const again = (): void => openInSlices(document, reader, signal, done);
      reader.complete().then(again, () => signal.aborted || done(null));
    } else done(isForm ? { document, reader, first, meanwhile: since.take(), since } : null);
  });
  if (run) signal.addEventListener('abort', () => run.cancel());
}
