import { isEnding } from './words.ts';

/**
 * How two words relate: the same, another ending, a typing error, or another word. The heart of telling
 * near-duplicates apart: «региональных» is not «муниципальных», however alike the rest of the text.
 */

/** Edits that are too many to be a typing error. */
export const OTHER = 99;

/** Bit masks of the letters of one word, by character code; cleared after each use. */
const masks = new Int32Array(65_536);

/**
 * Edits between two words (insert, delete, replace, swap of neighbours); `OTHER` when above `limit`, or when the
 * words are too long to be words. Bit-parallel (Hyyrö 2003): one machine word holds a column of the table.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return OTHER;
  let start = 0;
  let endA = a.length;
  let endB = b.length;
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const rows = endA - start;
  const columns = endB - start;
  if (rows === 0 || columns === 0) return rows + columns <= limit ? rows + columns : OTHER;
  if (rows > 31) return OTHER;
  let alike = 0;
  for (let i = 0; i < rows; i++)
    masks[a.charCodeAt(start + i)] = (masks[a.charCodeAt(start + i)] as number) | (1 << i);
  for (let j = start; j < endB; j++) if (masks[b.charCodeAt(j)] !== 0) alike++;
  // Every letter without a counterpart costs an edit.
  const distance = columns - alike > limit ? OTHER : column(b, start, endB, rows);
  for (let i = 0; i < rows; i++) masks[a.charCodeAt(start + i)] = 0;
  return distance <= limit ? distance : OTHER;
}

function column(b: string, start: number, end: number, rows: number): number {
  const last = 1 << (rows - 1);
  let up = -1;
  let down = 0;
  let diagonal = 0;
  let before = 0;
  let distance = rows;
  for (let j = start; j < end; j++) {
    const mask = masks[b.charCodeAt(j)] as number;
    const swapped = ((~diagonal & mask) << 1) & before;
    diagonal = (((mask & up) + up) ^ up) | mask | down | swapped;
    let right = down | ~(diagonal | up);
    let left = diagonal & up;
    if (right & last) distance++;
    if (left & last) distance--;
    right = (right << 1) | 1;
    left <<= 1;
    up = left | ~(diagonal | right);
    down = right & diagonal;
    before = mask;
  }
  return distance;
}

/** True when the word has a digit: numbers are never forgiven. */
export function hasDigit(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code >= 0x30 && code <= 0x39) return true;
  }
  return false;
}

/** Length of the common beginning. */
export function commonPrefix(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  return i;
}

/** Same word in another form: «показатели» and «показателей», but not «школы» and «школьников». */
export function sameButEnding(a: string, b: string): boolean {
  const prefix = commonPrefix(a, b);
  const tailA = a.length - prefix;
  const tailB = b.length - prefix;
  if (prefix < 3 || tailA > 6 || tailB > 6 || prefix < Math.max(a.length, b.length) * 0.5) return false;
  if (isEnding(a.slice(prefix)) && isEnding(b.slice(prefix))) return true;
  // The endings may share their first letters («учащ|ихся», «учащ|имися»): try one letter earlier, twice.
  for (let back = 1; back <= 2 && prefix - back >= 3; back++)
    if (isEnding(a.slice(prefix - back)) && isEnding(b.slice(prefix - back))) return true;
  return prefix >= 5 && tailA <= 2 && tailB <= 2;
}

/** Another beginning on the same rest is another word, not an error: «изучение» and «обучение», «не…», «вне…». */
export function otherBeginning(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  const added = long.length - short.length;
  if (added >= 2) return long.endsWith(short);
  if (added > 0 || a.length < 6) return false;
  return a.slice(2) === b.slice(2) && a[0] !== b[0] && a[1] !== b[1] && !(a[0] === b[1] && a[1] === b[0]);
}

/** Most edits a typing error may have in a word of this length when the text around it is clean. */
export function typoLimit(length: number): number {
  if (length <= 2) return 0;
  if (length <= 5) return 1;
  return length <= 10 ? 2 : 3;
}

export interface Relation {
  readonly kind: 'equal' | 'ending' | 'typo' | 'other';
  /** Edits, for `typo`. */
  readonly edits: number;
}

const EQUAL: Relation = { kind: 'equal', edits: 0 };
const ENDING: Relation = { kind: 'ending', edits: 0 };
const NOT: Relation = { kind: 'other', edits: OTHER };

/** Relation of a word as seen to a word of the pack. Numbers must be equal: «8 класс» is not «9 класс». */
export function relate(seen: string, known: string): Relation {
  if (seen === known) return EQUAL;
  if (hasDigit(seen) || hasDigit(known)) return NOT;
  if (sameButEnding(seen, known)) return ENDING;
  // One more than a clean text allows: the verdict decides by how dirty the rest of the text is.
  const length = Math.max(seen.length, known.length);
  const edits = editDistance(seen, known, typoLimit(length) + (length >= 5 ? 1 : 0));
  if (edits === OTHER || edits * 2 > length + (length <= 3 ? 1 : 0)) return NOT;
  if (otherBeginning(seen, known)) return { kind: 'typo', edits: edits + 2 };
  return { kind: 'typo', edits };
}
