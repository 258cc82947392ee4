import { stemmer } from '@orama/stemmers/russian';
import { mendLookAlikes } from '../../reference/look-alikes.ts';
import { isInvisible } from '../../reference/text.ts';

/**
 * How titles and queries fall into words. «№ 123-од от22.11.22» → 123, од, от, 22, 11, 22: numbers and letters are
 * parted, because people glue them. Latin look-alikes inside a Russian word become Russian («Приkаз»).
 */

const LETTER = 1;
const DIGIT = 2;

function classOf(code: number): 0 | 1 | 2 {
  if ((code >= 0x430 && code <= 0x44f) || (code >= 0x61 && code <= 0x7a)) return LETTER;
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  if (code < 0x80 || code === 0xab || code === 0xbb || code === 0x2116) return 0;
  return /\p{L}/u.test(String.fromCharCode(code)) ? LETTER : 0;
}

/** Characters that are never seen, and the combining stress: they do not part a word. */
function isJoiner(code: number): boolean {
  return code === 0x301 || (code > 0x7f && isInvisible(code));
}

/** Lower case, ё as е, characters that are never seen gone: the slow steps, taken only where there is something to do. */
function plain(text: string): string {
  let lower = text.toLowerCase();
  if (lower.includes('ё')) lower = lower.replaceAll('ё', 'е');
  for (let i = 0; i < lower.length; i++) {
    if (isJoiner(lower.charCodeAt(i))) {
      return [...lower].filter((char) => !isJoiner(char.charCodeAt(0))).join('');
    }
  }
  return lower;
}

/** Words of a text in order: lower case, ё as е, no punctuation. */
export function words(text: string): string[] {
  const lower = plain(text);
  const out: string[] = [];
  let from = 0;
  let kind = 0;
  let latin = false;
  for (let i = 0; i <= lower.length; i++) {
    const code = i < lower.length ? lower.charCodeAt(i) : 0;
    const next = classOf(code);
    if (next !== kind) {
      if (kind !== 0) {
        const word = lower.slice(from, i);
        out.push(latin ? mendLookAlikes(word) : word);
      }
      from = i;
      kind = next;
      latin = false;
    }
    if (code >= 0x61 && code <= 0x7a) latin = true;
  }
  return out;
}

/** Words that stand in every title and tell nothing; looked for only as the beginning of something longer. */
const EMPTY_WORDS = new Set(
  'в во и на о об обо от по с со для из к ко у за при г год года году гг'.split(' '),
);

export function isEmptyWord(word: string): boolean {
  return EMPTY_WORDS.has(word);
}

const stems = new Map<string, string>();
/** Titles of a municipality hold some 10,000 different words; the memory is dropped when it grows far beyond. */
const REMEMBERED_STEMS = 60_000;

/** Stem of a Russian word («мониторинге» → «мониторинг»); numbers and other scripts stay as they are. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size > REMEMBERED_STEMS) stems.clear();
  const made = /^[а-я]{3,}$/.test(word) ? stemmer(word) : word;
  stems.set(word, made);
  return made;
}
