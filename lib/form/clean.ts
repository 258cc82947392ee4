import { collapse } from '../reference/text.ts';
import { memo } from './memo.ts';
import type { Segment, TextToken } from './token.ts';
import { isHint, pointsOf, words } from './words.ts';

/** A line of text with the pieces it is made of. */
export type TextLine = Pick<TextToken, 'element' | 'segments' | 'text'>;

/** A position's text taken apart. */
export interface CleanText {
  readonly text: string;
  readonly number: string | null;
  readonly points: number | null;
}

const NUMBER =
  /^(?:(?:позици[яи]|показатель|критерий|пункт|п\.)\s*(?:№\s*)?(?=\d))?(?:№\s*)?(\d+(?:\.\d+)+\.?\)?|\d+[.)]|[а-яa-z]\)|[IVX]+[.)])\s*[.:—–-]?\s*(?=\S)/iu;
const BARE_NUMBER = /^(?:позици[яи]\s*)?(?:№\s*)?(\d{1,3})\s*[.:—–-]?\s+(?=[А-ЯЁ«])/u;
const SIGN = /^(?:[\s*?⁇ⓘℹ!•●○·▪▸▾▼▲►◄▶◀☰✓✔›»|—–-]|\ufe0f|\(\?\)|\[\?\]|\bi\b)+$/u;
const NOTE_CLASS = /tooltip|hint|\bhelp|badge|required|sr-only|visually-hidden|popover|asterisk/i;
/** Points behind a bracket, a dash or «макс.»; «не менее 3 баллов» is part of the sentence. */
const TRAILING_POINTS =
  /(?:\s*[([]\s*(?:(?:макс\S*|до|max|балл\S*)[:.\s]*(?:балл\S*[:\s]*)?)?|\s+[—–-]\s+(?:(?:макс\S*|до)\s*)?|[,;·|]\s*(?:макс\S*\s*)?(?=\d)|\s+макс\S*\s+(?:балл\S*[:\s]*)?)(?:\d+\s*[-–—]\s*)?\d+(?:[.,]\d+)?\s*(?:балл(?:а|ов)?|б\.?)?(?:\s*макс\S*)?\s*[)\]]?\s*$/iu;
/** Longest text `REQUIRED` takes away, with some white space. */
const LONGEST_REQUIRED = 60;
const REQUIRED = /\s*\(?(?:обязательное поле|обязательно(?: для заполнения)?|required)\)?\s*$/i;

/** A sign or points: no part of a sentence wherever it stands. */
const isBadge = memo((text) => text === '' || SIGN.test(text) || pointsOf(text) !== null);

function isExtra(segment: Segment, token: TextLine, text: string): boolean {
  if (isBadge(text)) return true;
  if (segment.element === token.element) return false;
  const near = segment.element;
  // A short link behind the text leads to help or to the criterion.
  if (near.localName === 'a' && words(text) <= 3 && /^\p{Lu}/u.test(text) && token.segments[0] !== segment)
    return true;
  if (near.localName === 'sup' && words(text) === 0) return true;
  if (/^(?:обязательное поле|обязательно|required|новое?|помощь|справка|подробнее)[.!]?$/i.test(text))
    return true;
  return NOTE_CLASS.test(near.className?.toString() ?? '') || (near.localName === 'small' && isHint(text));
}

/** Whether a character code is a letter of the Russian or the Latin alphabet. */
function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return (code >= 0x410 && code <= 0x451) || (lower >= 0x61 && lower <= 0x7a);
}

/** Points, signs and «обязательное поле» are shorter than this. */
const LONGEST_BADGE = 60;

/** Joins a token's segments without badges, signs and hints that stand in elements of their own. */
function joined(token: TextLine): { text: string; points: number | null } {
  // One run of text, too long for a badge or a sign: the walk has collapsed it already.
  if (token.segments.length === 1 && token.text.length > LONGEST_BADGE && token.text.charCodeAt(0) < 0x2190)
    return { text: token.text, points: null };
  let out = '';
  let points: number | null = null;
  for (const segment of token.segments) {
    const bare = collapse(segment.text);
    if (isExtra(segment, token, bare)) {
      points ??= pointsOf(bare);
      out += ' ';
      continue;
    }
    // A number in an element of its own touches the text without a space.
    out += /^[\d.]+[.)]?$/.test(bare) && out.trim() === '' ? `${segment.text} ` : segment.text;
  }
  return { text: collapse(out), points };
}

/** A token is asked for its text several times while it is judged. */
const cleaned = new WeakMap<TextLine, CleanText>();

/** The position's text alone: without number, points, asterisk, help sign and state. */
export function cleanText(token: TextLine): CleanText {
  const known = cleaned.get(token);
  if (known) return known;
  const { text, points } = joined(token);
  const clean = cleanString(text, points);
  cleaned.set(token, clean);
  return clean;
}

/** Same for a text that has no elements of its own (joined lines, labels). */
export function cleanString(source: string, knownPoints: number | null = null): CleanText {
  const clean = cleanAlone(source);
  return knownPoints === null ? clean : { ...clean, points: knownPoints };
}

const cleanAlone = memo((source): CleanText => {
  let text = source.replace(/^[\s*•●○▪·—–▸▾▼►▶☰✓✔+-]+(?=\S)/u, '');
  let points: number | null = null;
  let number: string | null = null;
  const match = NUMBER.exec(text) ?? BARE_NUMBER.exec(text);
  if (match) {
    number = (match[1] as string).replace(/[.)]+$/, '');
    text = text.slice(match[0].length);
  }
  for (let before = ''; before !== text; ) {
    before = text;
    // Most texts end with a letter: patterns that seek their way to the end are not tried on those.
    const last = text.charCodeAt(text.length - 1);
    if (!isLetter(last))
      text = text
        .replace(/(?:\s*\*+|\s*\(\?\)|\s*\[\?\]|\s+\?|\s*ⓘ|\s*ℹ️?|\s*\(\*\))+\s*$/u, '')
        .replace(/\s*[▸▾▼▲►◄▶◀☰✓✔⌄]+$/u, '');
    if (REQUIRED.test(text.slice(-LONGEST_REQUIRED))) text = text.replace(REQUIRED, '');
    if (/\d/.test(text)) {
      const found = TRAILING_POINTS.exec(text);
      if (found && found.index > 0 && /балл|б\.?\s*[)\]]?\s*$|макс/i.test(found[0])) {
        points ??= pointsOf(found[0].trim());
        text = text.slice(0, found.index);
      }
    }
    text = text.trim();
  }
  return { text, number, points };
});

/** A heading's text without counts and signs that stand in elements of their own. */
export function headingText(token: TextToken): string {
  const parts = token.segments.filter((segment, i) => {
    const text = collapse(segment.text);
    if (segment.element === token.element || text === '') return true;
    if (NOTE_CLASS.test(segment.element.className?.toString() ?? '') && i > 0) return false;
    return (
      i === 0 ||
      !(
        /^[([]?\s*\d+(?:\s*(?:\/|из)\s*\d+)?\s*[)\]]?$/.test(text) ||
        SIGN.test(text) ||
        pointsOf(text) !== null
      )
    );
  });
  // A number in an element of its own touches the text without a space.
  const said = parts.map(({ text }, i) =>
    i < parts.length - 1 && /^\s*[\d.]+[.)]?$/.test(text) ? `${text} ` : text,
  );
  return collapse(said.join('')) || token.text;
}
