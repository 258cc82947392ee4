/**
 * Edit distance (insert, delete, replace, swap of neighbours) between a typed word and a stem. Typed words carry
 * endings, so up to two last letters of the word may be left over at a small cost; with `open`, the word may also be
 * the beginning of a longer stem, because it is still being typed.
 */

const MOST = 40;
const rows = [new Uint8Array(MOST + 1), new Uint8Array(MOST + 1), new Uint8Array(MOST + 1)] as const;

/** Cost of a left-over ending letter: less than an edit, more than nothing. */
const ENDING = 0.3;

/** Distance, or Infinity when it is over `limit` edits. Words longer than 40 letters are cut. */
export function typoDistance(typed: string, stem: string, limit: number, open: boolean): number {
  const columns = Math.min(typed.length, MOST);
  const lines = Math.min(stem.length, MOST);
  let [before, previous, current] = rows as unknown as [Uint8Array, Uint8Array, Uint8Array];
  let best = Number.POSITIVE_INFINITY;
  for (let j = 0; j <= columns; j++) previous[j] = j;
  for (let i = 1; i <= lines; i++) {
    current[0] = i;
    let least = i;
    const letter = stem.charCodeAt(i - 1);
    for (let j = 1; j <= columns; j++) {
      const same = typed.charCodeAt(j - 1) === letter;
      let cost = Math.min(
        (previous[j - 1] as number) + (same ? 0 : 1),
        (previous[j] as number) + 1,
        (current[j - 1] as number) + 1,
      );
      const swapped =
        i > 1 &&
        j > 1 &&
        typed.charCodeAt(j - 2) === letter &&
        typed.charCodeAt(j - 1) === stem.charCodeAt(i - 2);
      if (swapped) cost = Math.min(cost, (before[j - 2] as number) + 1);
      current[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return best;
    if (open && i < lines && i >= columns - 1 && (current[columns] as number) <= limit) {
      best = Math.min(best, (current[columns] as number) + ENDING);
    }
    [before, previous, current] = [previous, current, before];
  }
  for (let j = Math.max(1, columns - 2); j <= columns; j++) {
    const edits = previous[j] as number;
    if (edits <= limit) best = Math.min(best, edits + ENDING * (columns - j));
  }
  return best;
}

/** Edits forgiven in a word of this length. */
export function forgiven(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/** Bits of the letters in a word: words within n edits differ in at most 2 n bits. Cheap filter before the distance. */
export function letterBits(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits;
}

/** Number of set bits. */
export function countBits(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
