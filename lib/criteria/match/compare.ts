import { expands, isContracted, isCutWord } from './abbreviation.ts';
import { editDistance, OTHER, relate, typoLimit } from './relate.ts';
import { isFunctionWord, isTurningWord, type Words } from './words.ts';

/** What stands against two texts being one, word by word. */
export interface Differences {
  /** Words of the known text without a counterpart, the end of a cut text not counted. */
  readonly missing: string[];
  /** Words seen that the known text does not have. */
  readonly extra: string[];
  /** Other words in the same place. */
  readonly swapped: [string, string][];
  /** Typing errors: edits and the length of the longer word. */
  readonly typos: [number, number][];
  endings: number;
  abbreviated: number;
  /** Characters of the known text left after the seen one ended; 0 when it did not end early. */
  rest: number;
  /** Words left there. */
  restWords: number;
  /** The last word seen is only the beginning of a word. */
  partial: boolean;
}

/** How far ahead a lost word is looked for. */
const AHEAD = 2;
/** Words that differ, after which the rest is not looked at: no forgiveness reaches that far. */
const TOO_MANY = 4;

/**
 * Walks both texts side by side. Linear in the number of words.
 * `isWord`: says that a word is rightly spelled, so that it cannot be a typing error for another one.
 */
export function compare(seen: Words, known: Words, isWord: (word: string) => boolean): Differences {
  const q = seen.list;
  const e = known.list;
  const out: Differences = {
    missing: [],
    extra: [],
    swapped: [],
    typos: [],
    endings: 0,
    abbreviated: 0,
    rest: 0,
    restWords: 0,
    partial: false,
  };
  let i = 0;
  let j = 0;
  while (i < q.length && j < e.length) {
    if (out.swapped.length + out.extra.length + out.missing.length > TOO_MANY) break;
    const a = q[i] as string;
    const b = e[j] as string;
    if (a === b) {
      i++;
      j++;
      continue;
    }
    // The last word of a text that breaks off may be cut itself.
    if (i === q.length - 1 && a.length < b.length && b.startsWith(a) && b.length - a.length > 1) {
      out.partial = true;
      out.rest += b.length - a.length;
      i++;
      j++;
      continue;
    }
    const step = stepOver(seen, i, known, j, isWord, out);
    i += step[0];
    j += step[1];
  }
  for (; i < q.length; i++) out.extra.push(q[i] as string);
  for (; j < e.length; j++) {
    out.rest += (e[j] as string).length + 1;
    out.restWords++;
  }
  return out;
}

/** Words to go forward in both texts where they differ; notes the difference. */
function stepOver(
  seen: Words,
  i: number,
  known: Words,
  j: number,
  isWord: (word: string) => boolean,
  out: Differences,
): [number, number] {
  const q = seen.list;
  const e = known.list;
  const a = q[i] as string;
  const b = e[j] as string;
  const relation = relate(a, b);
  if (relation.kind === 'ending') {
    out.endings++;
    return [1, 1];
  }
  const longer = Math.max(a.length, b.length);
  const typo = relation.kind === 'typo' && !isWord(a);
  if (typo && relation.edits <= typoLimit(longer)) {
    out.typos.push([relation.edits, longer]);
    return [1, 1];
  }
  if (isCutWord(a, seen.dotted[i] ?? false, b) || isCutWord(b, known.dotted[j] ?? false, a)) {
    out.abbreviated++;
    return [1, 1];
  }
  const nextA = q[i + 1];
  const nextB = e[j + 1];
  if (nextA !== undefined && joined(a + nextA, b, out)) return [2, 1];
  if (nextB !== undefined && joined(a, b + nextB, out)) return [1, 2];
  if (nextA !== undefined && isContracted(a, nextA, b)) {
    out.abbreviated++;
    return [2, 1];
  }
  const inKnown = expands(a, e, j);
  const inSeen = inKnown ? 0 : expands(b, q, i);
  if (inKnown || inSeen) {
    out.abbreviated++;
    return inKnown ? [1, inKnown] : [inSeen, 1];
  }
  if (typo) {
    out.typos.push([relation.edits, longer]);
    return [1, 1];
  }
  return resync(q, i, e, j, out);
}

/** A word split in two, or two run together: a lost or added space is one typing error more. */
function joined(a: string, b: string, out: Differences): boolean {
  if (a === b) {
    out.typos.push([1, b.length]);
    return true;
  }
  if (Math.min(a.length, b.length) < 6) return false;
  const edits = editDistance(a, b, 1);
  if (edits === OTHER) return false;
  out.typos.push([edits + 1, b.length]);
  return true;
}

function fits(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return a === b || (a.length > 2 && b.length > 2 && relate(a, b).kind !== 'other');
}

/** Finds the nearest place where both texts go on alike. */
function resync(
  q: readonly string[],
  i: number,
  e: readonly string[],
  j: number,
  out: Differences,
): [number, number] {
  for (let total = 1; total <= AHEAD * 2; total++) {
    for (let di = Math.max(0, total - AHEAD); di <= Math.min(AHEAD, total); di++) {
      const dj = total - di;
      if (!fits(q[i + di], e[j + dj])) continue;
      const paired = Math.min(di, dj);
      for (let k = 0; k < paired; k++) noteSwap(q[i + k] as string, e[j + k] as string, out);
      for (let k = paired; k < di; k++) out.extra.push(q[i + k] as string);
      for (let k = paired; k < dj; k++) out.missing.push(e[j + k] as string);
      return [di, dj];
    }
  }
  noteSwap(q[i] as string, e[j] as string, out);
  return [1, 1];
}

function noteSwap(a: string, b: string, out: Differences): void {
  const small = a.length <= 2 && b.length <= 3 && isFunctionWord(b) && !isTurningWord(a);
  if (small) out.typos.push([1, 4]);
  else out.swapped.push([a, b]);
}
