import { type Reading, readInSteps, readWithout } from './read.ts';
import type { ShownReader } from './shown.ts';
import { atOnce, type Steps } from './steps.ts';

/** Reading of a page as the living form asks for it: by recognition alone, or by a site profile. */
export interface Reader {
  /** The whole page. */
  page(document: Document): Steps<Reading>;
  /** A page that is filled in, the boxes in `skip` passed over; null when it does not look like one then. */
  without(document: Document, skip: ReadonlySet<Element>): Steps<Reading | null>;
  /** Whether a box made like a known position's can be taken for one without reading the page. */
  readonly casts: boolean;
  /** Fetches what a partial reading lacked; then the page is to be read again. Rejects where it cannot be had. */
  complete(): Promise<void>;
}

/** Recognition alone. What reads a read-only form is fetched when a page may be one. */
export function recognition(fetchShown: () => Promise<ShownReader>): Reader {
  let shown: ShownReader | null = null;
  let fetching: Promise<void> | null = null;
  return {
    page: (document) => readInSteps(document, shown),
    without: readWithout,
    casts: true,
    complete() {
      fetching ??= fetchShown().then((got) => {
        shown = got;
      });
      return fetching;
    },
  };
}

/** A reader that reads the whole page at once by `read`, and so every time it has to be read again. */
export function readingAtOnce(read: (document: Document) => Reading): Reader {
  return {
    page: (document) => atOnce(() => read(document)),
    without: () => atOnce(() => null),
    casts: false,
    complete: () => Promise.resolve(),
  };
}
