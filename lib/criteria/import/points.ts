import type { Cell } from '../../office/grid.ts';
import { collapse } from '../../reference/text.ts';

/** Numbers are short: a longer run of digits is none, and would be tried at each of its places. */
const NUM = '\\d{1,4}(?:[.,]\\d{1,3})?';
const NUMBER = new RegExp(`(?<![\\d.,])${NUM}(?!\\d)`, 'gu');
/** «… но не более 3 баллов», «max 2», «макс. – 4»: the limit counts, not the points of one document. */
const LIMIT = new RegExp(
  `(?:не\\s+более|не\\s+выше|максимум|максимальн\\S{0,20}(?:\\s+балл\\S{0,3})?|макс\\.?|max\\.?|всего|итого|(?<!\\p{L})до)\\s*[-–—:=]?\\s*(${NUM})(?!\\d)`,
  'giu',
);
const NAMED = new RegExp(`(?<![\\d.,])(${NUM})\\s*(?:б\\.|балл)`, 'giu');
const RANGE = new RegExp(`(?<!\\d)(${NUM})\\s*(?:[-–—/]|до)\\s*(${NUM})\\s*(?:б\\.|балл)`, 'iu');
/** «отсутствует – 0»: a level that ends with its points. */
const LEVEL = new RegExp(`[\\p{L})»"]\\s*[-–—:=]\\s*(${NUM})\\s*(?:балл\\S*|б\\.?)?\\s*[.)\\]]?$`, 'iu');
/** «0 – отсутствует»: a level that begins with them. */
const LEVEL_FIRST = new RegExp(`^[-–—•(]?\\s*(${NUM})\\s*(?:балл\\S*|б\\.?)?\\s*[-–—:=)]\\s*\\p{L}`, 'iu');
const IN_WORDS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})(?:ноль|нуль)\s+(?=балл)/giu, '0 '],
  [/(?<!\p{L})один\s+(?=балл)/giu, '1 '],
  [/(?<!\p{L})два\s+(?=балл)/giu, '2 '],
  [/(?<!\p{L})три\s+(?=балл)/giu, '3 '],
  [/(?<!\p{L})четыре\s+(?=балл)/giu, '4 '],
  [/(?<!\p{L})пять\s+(?=балл)/giu, '5 '],
];

function numberOf(text: string): number {
  return Number(text.replace(',', '.'));
}

function plain(text: string): string {
  let line = text;
  if (/балл/iu.test(line)) for (const [words, number] of IN_WORDS) line = line.replace(words, number);
  return line;
}

/**
 * What several numbers of points are worth together: levels of one thing give their highest, the same points named
 * again and again («– цель есть (1 балл) – цель обоснована (1 балл)») are added up.
 */
function together(points: readonly number[], text: string): number {
  const most = Math.max(...points);
  const real = points.filter((one) => one > 0);
  const repeated = new Set(real).size < real.length;
  return repeated && !/(?<!\p{L})(?:или|либо)(?!\p{L})/iu.test(text)
    ? real.reduce((sum, one) => sum + one, 0)
    : most;
}

/** Points of «отсутствует – 0; частично – 1; полностью – 2»; null when the text does not fall into such levels. */
function levels(text: string): number | null {
  for (const parting of [/;|\.\s+(?=[\p{Lu}\d])/u, /\n/u, /[;,]/u]) {
    const parts = text
      .split(parting)
      .map(collapse)
      .filter((part) => part !== '');
    const found = parts.map((part) => LEVEL.exec(part)?.[1] ?? LEVEL_FIRST.exec(part)?.[1]);
    if (parts.length < 2 || found.some((one) => one === undefined)) continue;
    const points = found.map((one) => numberOf(one as string));
    if (Math.max(...points) <= 100) return together(points, text);
  }
  return null;
}

function limitOf(line: string): number | null {
  const limits = [...line.matchAll(LIMIT)].map((match) => numberOf(match[1] as string));
  return limits.length > 0 ? Math.max(...limits) : null;
}

function namedIn(line: string): number | null {
  const named = [...line.matchAll(NAMED)].map((match) => numberOf(match[1] as string));
  if (named.length === 0) return null;
  const range = RANGE.exec(line);
  return Math.max(together(named, line), range ? numberOf(range[1] as string) : 0);
}

/**
 * Maximum points a cell grants: «2», «1 балл», «0/1», «0–2», «от 0 до 2», «0; 1; 2», «не более 3». A spreadsheet may
 * have turned «1/2» into a date. Null when the cell names none («—», «без баллов»).
 */
export function pointsOf(cell: Pick<Cell, 'text' | 'kind' | 'date' | 'number'>): number | null {
  if (cell.kind === 'date' && cell.date) return Math.max(cell.date.day, cell.date.month);
  return pointsIn(cell.text);
}

/** The same for a text that is known to speak of points: a column of points, a subtotal. */
export function pointsIn(text: string): number | null {
  const line = plain(collapse(text));
  if (line === '' || /^без\s+балл|не\s+оценива/iu.test(line)) return null;
  const limit = limitOf(line);
  if (limit !== null) return limit;
  // «2 балла — …; 1 балл — …»: only numbers of points, not those of the text around them.
  const named = namedIn(line) ?? levels(text);
  if (named !== null) return named;
  if (/\p{L}{3,}/u.test(line.replace(/от|до|или|макс|мин|max|min/giu, ''))) return null;
  const numbers = (line.match(NUMBER) ?? []).map(numberOf);
  return numbers.length > 0 ? Math.max(...numbers) : null;
}

/** Maximum points a criterion or a position names in passing: «(2 балла)», «нет – 0; есть – 1»; null when it names none. */
export function pointsAmong(text: string): number | null {
  const line = plain(collapse(text));
  if (/балл|(?<!\p{L})б\./iu.test(line)) {
    // «до 15 сентября» is no limit of points: the word must stand near.
    const near = [...line.matchAll(LIMIT)].filter(
      (match) =>
        /^(?:не|макс|max)/iu.test(match[0]) ||
        /^\s*(?:балл|б\.)/iu.test(line.slice(match.index + match[0].length)),
    );
    if (near.length > 0) return Math.max(...near.map((match) => numberOf(match[1] as string)));
    const named = namedIn(line);
    if (named !== null) return named;
  }
  const badge = new RegExp(
    `[([]\\s*(?:макс\\S*|max\\.?|до)\\s*[-–—:]?\\s*(${NUM})\\s*[)\\]]\\s*$`,
    'iu',
  ).exec(line);
  return badge ? numberOf(badge[1] as string) : levels(plain(text));
}

const BADGE = /\s*(?:[-–—,;]\s*)?[([]\s*[^()[\]]{0,60}\d[^()[\]]{0,60}[)\]]\s*\.?$/u;
const TAIL = /\s*[-–—:]\s*(?:макс\S*\s*)?\d+(?:[.,]\d+)?\s*(?:балл\S{0,3}|б\.)\s*\.?$/iu;

/** A position's text without the points at its end: «(до 2 баллов)», «– 1 балл», «(max 2)». */
export function withoutPoints(text: string): string {
  const line = text.trimEnd();
  const end = line.slice(-130);
  const badge = BADGE.exec(end)?.[0] ?? '';
  const cut =
    badge !== '' && /балл|(?<!\p{L})б\.|макс|max/iu.test(badge) ? badge : (TAIL.exec(end)?.[0] ?? '');
  const bare = line.slice(0, line.length - cut.length);
  return bare === '' ? text : bare;
}

/** True for a cell that says nothing but points. */
export function isPoints(cell: Pick<Cell, 'text' | 'kind' | 'date' | 'number'>): boolean {
  const line = collapse(cell.text);
  return line.length <= 40 && pointsOf(cell) !== null;
}

/** True when a cell of points also says in words what earns them. */
export function tellsHow(text: string): boolean {
  const words = text.replace(
    /балл\p{L}*|макс\p{L}*|(?<!\p{L})(?:не|более|менее|один|два|три|или|max|min|мин|за|по|до|от)(?!\p{L})/giu,
    '',
  );
  return /\p{L}{2,}/u.test(words);
}
