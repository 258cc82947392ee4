import type { Differences } from './compare.ts';
import { hasDigit, otherBeginning, sameButEnding } from './relate.ts';
import { isTurningWord, type Words } from './words.ts';

/** How far the two texts may drift apart, in characters. */
const BAND = 6;
const WIDTH = 2 * BAND + 1;
const FAR = 250;
/** Letters put in at one place that make a word of their own. */
const A_WORD = 3;

let table = new Uint8Array(0);

/** Edits a text of this length may have in all. */
const budget = (length: number): number => 3 + Math.floor(length * 0.13);

/**
 * Aligns two texts letter by letter (banded) and says per known word what became of it. Null when they are too
 * far apart. The end of the known text may be missing (a cut text).
 */
export function compareLetters(
  seen: Words,
  known: Words,
  isWord: (word: string) => boolean,
): Differences | null {
  const end = fill(seen.key, known.key);
  if (end < 0) return null;
  return attribute(seen, known, end, isWord);
}

const at = (i: number, j: number): number => i * WIDTH + (j - i + BAND);

/** Fills the table of edits; gives the place in the known text where the seen one ends best, -1 for none. */
function fill(a: string, b: string): number {
  const n = a.length;
  const m = b.length;
  if (n > m + BAND || n > 2_000) return -1;
  if (table.length < (n + 1) * WIDTH) table = new Uint8Array((n + 1) * WIDTH * 2);
  const most = Math.min(FAR - 1, budget(n));
  const cells = table;
  for (let k = 0; k < WIDTH; k++) cells[k] = k < BAND || k - BAND > m ? FAR : k - BAND;
  for (let i = 1; i <= n; i++) {
    const letter = a.charCodeAt(i - 1);
    const row = i * WIDTH;
    const above = row - WIDTH;
    let least = FAR;
    let left = FAR;
    // `k` is the place in the band: the letter of `b` before i + k - BAND.
    for (let k = 0; k < WIDTH; k++) {
      const j = i + k - BAND;
      let value = FAR;
      if (j >= 0 && j <= m) {
        if (j > 0) {
          value = (cells[above + k] as number) + (letter === b.charCodeAt(j - 1) ? 0 : 1);
          if (left + 1 < value) value = left + 1;
        }
        if (k + 1 < WIDTH) {
          const up = (cells[above + k + 1] as number) + 1;
          if (up < value) value = up;
        }
        if (value > FAR) value = FAR;
      }
      cells[row + k] = value;
      left = value;
      if (value < least) least = value;
    }
    if (least > most) return -1;
  }
  let best = -1;
  let edits = most + 1;
  for (let j = Math.min(m, n + BAND); j >= Math.max(0, n - BAND); j--) {
    // The whole known text is preferred, and then a whole word.
    const value = (table[at(n, j)] as number) - (j === m ? 2 : b[j] === ' ' ? 0.5 : 0);
    if (value < edits) {
      edits = value;
      best = j;
    }
  }
  return best;
}

interface Piece {
  edits: number;
  /** What stands for the known word in the seen text, backwards while it is collected. */
  seen: string;
}

/** Goes back through the table and lays every edit at the door of a known word or of a space. */
function attribute(seen: Words, known: Words, end: number, isWord: (word: string) => boolean): Differences {
  const a = seen.key;
  const b = known.key;
  const out: Differences = {
    missing: [],
    extra: [],
    swapped: [],
    typos: [],
    endings: 0,
    abbreviated: 0,
    rest: b.length - end,
    restWords: 0,
    partial: false,
  };
  const pieces = known.list.map((): Piece => ({ edits: 0, seen: '' }));
  let word = 0;
  for (let j = 0; j < end; j++) if (b[j] === ' ') word++;
  const lastWord = word;
  out.partial = end < b.length && b[end] !== ' ' && b[end - 1] !== ' ';
  out.restWords = known.list.length - 1 - lastWord;
  if (end < b.length && b[end - 1] === ' ') out.restWords++;
  let i = a.length;
  let j = end;
  let run = 0;
  const endRun = (): void => {
    if (run >= A_WORD) out.extra.push('?'.repeat(run));
    run = 0;
  };
  while (i > 0 || j > 0) {
    const here = table[at(i, j)] as number;
    const piece = pieces[Math.max(0, word)] as Piece;
    const same = i > 0 && j > 0 && a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
    if (i > 0 && j > 0 && here === (table[at(i - 1, j - 1)] as number) + (same ? 0 : 1)) {
      endRun();
      i--;
      j--;
      if (b[j] === ' ') {
        if (!same) out.typos.push([1, 8]);
        word--;
      } else {
        if (!same) piece.edits++;
        piece.seen += a[i];
      }
    } else if (j > 0 && j > i - BAND && here === (table[at(i, j - 1)] as number) + 1) {
      endRun();
      j--;
      if (b[j] === ' ') {
        out.typos.push([1, 8]);
        word--;
      } else piece.edits++;
    } else {
      i--;
      run++;
      if (a[i] === ' ' || j === 0 || b[j - 1] === ' ') out.typos.push([1, 8]);
      else {
        piece.edits++;
        piece.seen += a[i];
      }
    }
  }
  endRun();
  for (let w = 0; w <= lastWord; w++)
    weighPiece(pieces[w] as Piece, known.list[w] as string, w === lastWord, out, isWord);
  return out;
}

function weighPiece(
  piece: Piece,
  known: string,
  last: boolean,
  out: Differences,
  isWord: (word: string) => boolean,
): void {
  if (piece.edits === 0) return;
  const seen = [...piece.seen].reverse().join('');
  if (sameButEnding(seen, known)) out.endings++;
  else if (hasDigit(known) || hasDigit(seen) || isTurningWord(known) || isTurningWord(seen))
    out.swapped.push([seen, known]);
  else if (isWord(seen) && seen.length > 2 && !(last && out.partial)) out.swapped.push([seen, known]);
  else if (known.length <= 3 && piece.edits <= known.length) out.typos.push([piece.edits === 1 ? 1 : 2, 6]);
  else {
    const length = Math.max(known.length, seen.length);
    out.typos.push([piece.edits + (otherBeginning(seen, known) ? 2 : 0), length]);
  }
}
