import type { SiteProfile } from '../../model/profile.ts';
import { type Found, type Reading, readPage } from '../read.ts';
import type { RecogniseHints } from '../types.ts';
import { type Applied, readByProfile } from './apply.ts';

/** A position that recognition alone found beside a profile's is shown, but never written to. */
const NOT_SHOWN = 0.4;

/**
 * Reads a page by its profile where that fits, and by recognition alone where it does not. Positions the profile does
 * not know are listed as not recognised instead of being dropped; a comment it misses is taken from recognition when
 * both agree on the link.
 */
export function readWithProfile(
  document: Document | Element,
  profile: SiteProfile,
  hints?: RecogniseHints,
): Applied {
  const own = readByProfile(document, profile);
  const alone = readPage(document, hints);
  const fits = !own.missing.includes('position') && !own.missing.includes('link');
  if (!fits) return { reading: alone, missing: own.missing };
  const byLink = new Map(
    alone.found.flatMap(({ rows }) =>
      rows.flatMap((pair) => (pair.url ? [[pair.url.element, pair] as const] : [])),
    ),
  );
  const taken = new Set<Element>();
  for (const { rows, anchor } of own.reading.found) {
    taken.add(anchor);
    for (const pair of rows) for (const item of [pair.url, pair.comment]) if (item) taken.add(item.element);
  }
  const mended = own.reading.found.map((found): Found => {
    const rows = found.rows.map((pair) => {
      const other = pair.url && !pair.comment ? byLink.get(pair.url.element)?.comment : null;
      return other && !taken.has(other.element) ? { ...pair, comment: other } : pair;
    });
    const position = {
      ...found.position,
      rows: found.position.rows.map((row, i) => ({
        ...row,
        comment: rows[i]?.comment?.read() ?? row.comment,
      })),
    };
    return { ...found, rows, position };
  });
  const ids = new Set(mended.map((found) => found.position.id));
  const further = alone.found.filter(
    ({ anchor, rows, position }) =>
      position.confidence >= 0.5 &&
      !ids.has(position.id) &&
      !taken.has(anchor) &&
      rows.every((pair) => [pair.url, pair.comment].every((item) => !item || !taken.has(item.element))),
  );
  const found = [...mended, ...further.map(doubted)].sort((a, b) =>
    a.anchor.compareDocumentPosition(b.anchor) & 2 ? 1 : -1,
  );
  return { reading: withFound(own.reading, found), missing: own.missing };
}

function doubted(found: Found): Found {
  return { ...found, position: { ...found.position, confidence: NOT_SHOWN } };
}

function withFound(reading: Reading, found: readonly Found[]): Reading {
  return { ...reading, found, form: { ...reading.form, positions: found.map((one) => one.position) } };
}
