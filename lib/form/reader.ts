import { type Reading, readInSteps, readWithout } from './read.ts';
import { atOnce, type Steps } from './steps.ts';

/** Reading of a page as the living form asks for it: by recognition alone, or by a site profile. */
export interface Reader {
  /** The whole page. */
  page(document: Document): Steps<Reading>;
  /** A page that is filled in, the boxes in `skip` passed over; null when it does not look like one then. */
  without(document: Document, skip: ReadonlySet<Element>): Steps<Reading | null>;
  /** Whether a box made like a known position's can be taken for one without reading the page. */
  readonly casts: boolean;
}

/** Recognition alone. */
export const recognition: Reader = {
  page: (document) => readInSteps(document),
  without: (document, skip) => readWithout(document, skip),
  casts: true,
};

/** A reader that reads the whole page at once by `read`, and so every time it has to be read again. */
export function readingAtOnce(read: (document: Document) => Reading): Reader {
  return {
    page: (document) => atOnce(() => read(document)),
    without: () => atOnce(() => null),
    casts: false,
  };
}
