import { isFunctionWord } from './words.ts';

/**
 * «ОО» for «образовательных организаций», «ВсОШ», «муницип.», «обуч-ся»: abbreviations are recognised by their
 * letters, not by a list, because every municipality makes its own.
 */

/** Abbreviations longer than this are words. */
const LONGEST = 8;

/**
 * Number of words from `from` on whose first letters make the abbreviation; 0 when they do not.
 * A word gives one to three of its first letters («Вс|О|Ш»); «и», «с» and the like may be passed over.
 */
export function expands(abbreviation: string, words: readonly string[], from: number): number {
  if (abbreviation.length < 2 || abbreviation.length > LONGEST || isFunctionWord(abbreviation)) return 0;
  return consume(abbreviation, 0, words, from, from, 0);
}

function consume(
  letters: string,
  at: number,
  words: readonly string[],
  index: number,
  from: number,
  used: number,
): number {
  if (at === letters.length) return used >= 2 ? index - from : 0;
  const word = words[index];
  if (word === undefined) return 0;
  for (let take = 1; take <= Math.min(3, letters.length - at); take++) {
    if (word.length <= take || !word.startsWith(letters.slice(at, at + take))) continue;
    const end = consume(letters, at + take, words, index + 1, from, used + 1);
    if (end > 0) return end;
  }
  if (isFunctionWord(word) && index > from) return consume(letters, at, words, index + 1, from, used);
  return 0;
}

/** True when `seen` with a dot after it stands for the longer word: «муницип.» for «муниципальных». */
export function isCutWord(seen: string, dotted: boolean, known: string): boolean {
  return (
    dotted && seen.length < known.length && known.startsWith(seen) && (seen.length >= 2 || known.length >= 4)
  );
}

/** True for «обуч-ся»: two parts that begin and end the word. */
export function isContracted(first: string, second: string, known: string): boolean {
  return (
    first.length >= 1 &&
    second.length >= 1 &&
    first.length + second.length < known.length &&
    first.length + second.length >= 4 &&
    known.startsWith(first) &&
    known.endsWith(second)
  );
}
