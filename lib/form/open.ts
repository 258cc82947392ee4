import { type Begun, slices } from './begin.ts';
import { type Gathered, gather } from './gather.ts';
import { type Reading, readInSteps } from './read.ts';
import { type Reader, recognition } from './reader.ts';
import type { Steps } from './steps.ts';

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

/** Reads on where `lookInSlices` has left off; null when the page is not the form after all. */
export function openInSlices(
  { document, looked, since }: Begun,
  signal: AbortSignal,
  done: (opened: Opened | null) => void,
): void {
  hand(document, recognition, readInSteps(document, { looked }), since, signal, done);
}

/** Reads a page by a reader from the start. */
export function openBy(
  document: Document,
  reader: Reader,
  signal: AbortSignal,
  done: (opened: Opened | null) => void,
): void {
  hand(document, reader, reader.page(document), gather(document, signal), signal, done);
}

function hand(
  document: Document,
  reader: Reader,
  steps: Steps<Reading>,
  since: Gathered,
  signal: AbortSignal,
  done: (opened: Opened | null) => void,
): void {
  slices(steps, signal, (first) => {
    const isForm = first.form.positions.length > 0;
    for (const root of first.walked.roots) since.observe(root);
    if (!isForm) since.end();
    done(isForm ? { document, reader, first, meanwhile: since.take(), since } : null);
  });
}
