import { mendLookAlikes } from '../../reference/look-alikes.ts';
import { isInvisible } from '../../reference/text.ts';

/**
 * Texts as words for comparing: lower case, ё as е, numbering gone, Latin look-alikes in Russian words mended.
 * One pass over character codes; knows nothing of packs.
 */

export interface Words {
  /** Words of letters and digits, in order. */
  readonly list: readonly string[];
  /** Bit i (as a 1 in the array) when the word was followed by a dot: «муницип.». */
  readonly dotted: readonly boolean[];
  /** The words joined by one space: equal keys are equal texts. */
  readonly key: string;
  /** The text visibly breaks off: «…» or «...» at its end. */
  readonly broken: boolean;
}

/** Leading number or bullet of a position: «1.1.2.3.», «12)», «№ 5.», «п. 1.2 », «а)», «— ». */
const NUMBERING =
  /^[\s•·▪◦*\-–—]*(?:(?:(?:№|п\.|пункт|позиция|поз\.)\s*)?\d+(?:\s*\.\s*\d+)*\s*(?:[.)]|(?=\s+[А-ЯЁ«"])|(?<=\.\d+)(?=\s))|[а-яa-z]\)|(?:[IVX]+)[.)])?[\s•·\-–—.)]*/u;

/** Most texts begin with a word: no need to look for numbering. */
const BEGINS_WITH_WORD = /^(?!пункт|поз|п\.|[IVX])\p{L}\p{L}/iu;

/** Cuts a text into words. `keepNumber`: leave the leading numbering (headings whose number is their code). */
export function wordsOf(text: string, keepNumber = false): Words {
  const bare = (keepNumber || BEGINS_WITH_WORD.test(text) ? text : text.replace(NUMBERING, '')).toLowerCase();
  const list: string[] = [];
  const dotted: boolean[] = [];
  let word = '';
  // Letters are taken in runs: `from` is where the run began.
  let from = -1;
  let mixed = 0;
  for (let i = 0; i <= bare.length; i++) {
    const code = i < bare.length ? bare.charCodeAt(i) : 0x20;
    const kind = kindOf(code);
    if (kind > 0) {
      if (from < 0) from = i;
      mixed |= kind;
      continue;
    }
    if (from >= 0) {
      word += bare.slice(from, i);
      from = -1;
    }
    if (code === 0x451) {
      word += 'е';
      mixed |= 1;
    } else if (code === 0x306 && word.endsWith('и')) {
      // «й» may come in two characters.
      word = `${word.slice(0, -1)}й`;
    } else if (isInvisible(code) || (code >= 0x300 && code <= 0x36f)) continue;
    else if (word !== '') {
      list.push((mixed & 3) === 3 ? mendLookAlikes(word) : word);
      dotted.push(code === 0x2e);
      word = '';
      mixed = 0;
    }
  }
  return { list, dotted, key: list.join(' '), broken: breaksOff(text) };
}

function breaksOff(text: string): boolean {
  const end = text.trimEnd();
  return end.endsWith('…') || end.endsWith('...');
}

/** 1: Russian letter, 2: Latin letter, 4: digit or other letter, 0: anything else (and «ё»). */
function kindOf(code: number): number {
  if (code >= 0x430 && code <= 0x44f) return 1;
  if (code < 0x80) return code >= 0x61 && code <= 0x7a ? 2 : code >= 0x30 && code <= 0x39 ? 4 : 0;
  if (code === 0x451 || code === 0xab || code === 0xbb || code === 0xa0 || (code >= 0x300 && code <= 0x36f))
    return 0;
  return /[\p{L}\p{N}]/u.test(String.fromCharCode(code)) ? 4 : 0;
}

/** Words without meaning of their own: they may be missing, added or swapped without making another position. */
const FUNCTION_WORDS = new Set(
  'и в во на по с со к ко о об от из за у а же ли для при через над под про также том числе их его ее этих'.split(
    ' ',
  ),
);

/** Short words that change the meaning: never forgiven. */
const TURNING_WORDS = new Set('не без вне до после кроме или ни против'.split(' '));

export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}

export function isTurningWord(word: string): boolean {
  return TURNING_WORDS.has(word);
}

/** Endings of nouns, adjectives, participles and verbs, without the reflexive «ся». */
const ENDINGS = new Set(
  (
    'а я о е ы и у ю ь й ом ем ой ей ою ею ам ям ах ях ами ями ов ев ий ый ая яя ое ее ые ие ого его ому ему ым им ' +
    'ых их ую юю ыми ими ия ию ией иям иях иями ии ием иев ие ть ет ит ют ут ят ат л ла ло ли н на но ны ость'
  ).split(' '),
);

function bareTail(tail: string): string {
  return tail.length > 1 && (tail.endsWith('ся') || tail.endsWith('сь')) ? tail.slice(0, -2) : tail;
}

/** True for a tail that can be taken for an inflection. */
export function isEnding(tail: string): boolean {
  const bare = bareTail(tail);
  return bare === '' || ENDINGS.has(bare);
}

const stems = new Map<string, string>();

/** The word without its ending; at least four letters (or the whole word) stay. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const bare = word.length > 6 ? bareTail(word) : word;
  let stem = bare;
  for (let cut = Math.min(4, bare.length - 4); cut >= 1; cut--) {
    if (ENDINGS.has(bare.slice(bare.length - cut))) {
      stem = bare.slice(0, bare.length - cut);
      break;
    }
  }
  // Bounded: pages can bring any number of words.
  if (stems.size > 20_000) stems.clear();
  stems.set(word, stem);
  return stem;
}
