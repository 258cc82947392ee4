import { readBox } from './box.ts';
import { type Found, type Reading, readInSteps, readWithout } from './read.ts';
import { atOnce, type Steps } from './steps.ts';

/**
 * Reading of a page as the living form asks for it. The form lives in another script than recognition (see
 * `lib/session/handover.ts`), so it is given the reader instead of importing it.
 */
export interface Reader {
  /** The whole page. */
  page(document: Document): Steps<Reading>;
  /** A page that is filled in, the boxes in `skip` passed over; null when it does not look like one then. */
  without(document: Document, skip: ReadonlySet<Element>): Steps<Reading | null>;
  /** One position's box; null when it cannot be understood without the page around it. */
  box(box: Element, old: Found): Found | null;
}

/** Recognition alone. */
export const recognition: Reader = {
  page: (document) => readInSteps(document),
  without: (document, skip) => readWithout(document, skip),
  box: readBox,
};

/** A reader that reads the whole page at once by `read`, and so every time it has to be read again. */
export function readingAtOnce(read: (document: Document) => Reading): Reader {
  return {
    ...recognition,
    page: (document) => atOnce(() => read(document)),
    without: () => atOnce(() => null),
  };
}
