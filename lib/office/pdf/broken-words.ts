import { FULL } from './lines.ts';

/**
 * Words that a narrow cell of a PDF cut at the end of a line: «оценива / ние», «оценива- / ние», «научно- /
 * методическое». Whether the parts are one word, the document itself tells: by its other words, else by what cannot be
 * a word.
 */

/** Short words that stand alone. */
const SHORT = new Set(
  'и а в во на не ни но по о об с со к ко у от до из за для при без или то же бы ли их его ее её это как так что где год лет оо доо оу ед'.split(
    ' ',
  ),
);
/** The second part is only looked at: it may be the first part of the next break. */
const BREAK = new RegExp(`(?<!\\p{L})(\\p{L}+)(-|${FULL})?[ \\t]*\\n[ \\t]*(?=(\\p{Ll}+))`, 'gu');
/** A sign that cannot begin a line of its own: the column was too narrow for it. */
const TAIL = /[ \t]*\n[ \t]*(?=[,;:!?)»](?:\s|$))/gu;
/** A line that may begin with the rest of a word. */
const GOES_ON = /^\s*\p{Ll}/u;
/** «научно-», «учебно-»: the first part of a compound, whose hyphen belongs to it. */
const COMPOUND = /[оеё]$/u;

/** Whole words of the texts. */
function dictionary(texts: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const text of texts) {
    const lines = text.split('\n');
    lines.forEach((line, i) => {
      const tokens = line.split(/\s+/).filter((token) => token !== '');
      // What stands beside a doubtful break is not known to be a word.
      const from = i > 0 && GOES_ON.test(line) ? 1 : 0;
      const to = GOES_ON.test(lines[i + 1] ?? '') ? tokens.length - 1 : tokens.length;
      for (const token of tokens.slice(from, to)) {
        const whole = /\p{L}+(?:-\p{L}+)*/u.exec(token.toLowerCase())?.[0] ?? '';
        if (whole === '') continue;
        words.add(whole);
        for (const part of whole.split('-')) words.add(part);
      }
    });
  }
  return words;
}

/** Text between the two parts: nothing, a hyphen, or a space. */
function between(
  first: string,
  sign: string | undefined,
  second: string,
  words: ReadonlySet<string>,
): string {
  const [a, b] = [first.toLowerCase(), second.toLowerCase()];
  const known = words.has(a + b);
  if (sign === '-') {
    if (known) return '';
    if (words.has(`${a}-${b}`) || COMPOUND.test(a) || (words.has(a) && words.has(b))) return '-';
    return words.has(b) ? '-' : '';
  }
  if (known && !(words.has(a) && words.has(b))) return '';
  if (sign !== FULL || words.has(b) || SHORT.has(b)) return ' ';
  if (b.length <= 4) return '';
  // A longer rest: another form of the whole word must be there.
  const beginning = a + b.slice(0, 3);
  return [...words].some((word) => word.length > beginning.length && word.startsWith(beginning)) ? '' : ' ';
}

/** Mends the broken words of a document; `texts` are all its cells, with lines parted by `\n`. */
export function brokenWords(texts: readonly string[]): (text: string) => string {
  const words = dictionary(texts);
  const mend = (text: string): string =>
    text.replace(BREAK, (whole, first: string, sign: string | undefined, second: string) => {
      const gap = between(first, sign, second, words);
      return gap === ' ' ? whole : `${first}${gap}`;
    });
  // Twice: a word may be cut into three parts, whose middle one the first pass has taken.
  return (text) => (text.includes('\n') ? mend(mend(text)) : text).replaceAll(FULL, '').replace(TAIL, '');
}
