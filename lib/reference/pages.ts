/** Pages as people write them («с. 3–5, 12», «стр.10-12», «слайды 5, 7», «листы 24–28») and in the one form we write. */

/** First and last page; a single page is `[5, 5]`. */
export type PageRange = readonly [number, number];

export interface ParsedPages {
  /** In the order they stand in the text. */
  readonly pages: readonly PageRange[];
  /** Where each mention stands: `[from, to)` of the text, word and numbers together. */
  readonly spans: readonly (readonly [number, number])[];
}

/** No comment needs more; what follows is not looked at, so that a pasted megabyte costs nothing. */
const LONGEST = 20_000;
const HIGHEST = 9999;

const WORD =
  /(?<![\p{L}\p{N}_])(?:стр(?:\.|аниц(?:[аыеу]|ам|ах|ами)?|(?=[\s\d]))|сс?\.|слайд(?:[аеуы]|ам|ах)?|лист(?:[аеуы]|ам|ах)?|лл?\.|pp?\.|pages?)\s{0,3}(?:№№?\s{0,2}|с\s{1,2})?(?=\d)/giu;
const RANGE = /(\d{1,5})(?:\s{0,2}(?:[-–—−‑]{1,2}|\.\.\.?|…|по(?=\s))\s{0,2}(\d{1,5}))?/y;
const JOIN =
  /\s{0,2}(?:[,;]|и(?=[\s~])|\/)\s{0,2}(?:и\s{1,2})?(?:[«"]?~?(?:стр\.?|с\.|страниц[аы]|слайды?|листы?|лл?\.)\s{0,2})?(?=\d)/iuy;

/** «3-5 стр.», «12 страница»: the number first. «12 страниц», «14 листов» tell how long a document is. */
const REVERSED =
  /(?<![\p{L}\p{N}№.\-–/])(\d{1,4})(?:\s?(?:[-–—]|по)\s?(\d{1,4}))?(?:\s{0,2},\s{0,2}(\d{1,4})(?:\s?[-–—]\s?(\d{1,4}))?)?(?:-[юяой]{1,2})?\s?(?:стр(?:\.|аниц[аыуе](?!\p{L})|(?!\p{L}))|слайды?(?!\p{L}))(?!\s{0,2}\d)/giu;

/** What, right after a number, shows that it is no page: an ordinal, a date, a year, a clause, a count of something. */
const NOT_PAGE =
  /(?:\.\d|\p{L}|-[\p{L}]|[/\\]\d|\s{0,2}(?:гг?\.|гг?(?!\p{L})|год|уч\.|учеб|класс|балл|чел|обуч|учащ|школ|педагог|лет(?!\p{L})|%|этаж|январ|феврал|март|апрел|ма[йя](?!\p{L})|июн|июл|август|сентябр|октябр|ноябр|декабр))/iuy;
/** An address around «стр.» means строение. */
const STREET_BEFORE =
  /(?:(?<!\p{L})(?:д|ул|корп|просп|пр-т|пр-кт|пер|наб|пл|б-р|влад?)\.|(?<!\p{L})(?:дом|улица|проезд|проспект|шоссе|переулок|бульвар|набережная|площадь)(?!\p{L}))[^;()\n]{0,30}$/iu;
const STREET_AFTER = /\s{0,2},?\s{0,2}(?:корп|к\.|кв|оф|БЦ|ТЦ|пом|каб|подъезд|этаж|\d{1,2}-?й? этаж)/iuy;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A range in rising order, or null when a number is no page. */
function range(first: string, last: string | undefined): PageRange | null {
  const a = Number(first);
  const b = last === undefined ? a : Number(last);
  if (a < 1 || b < 1 || a > HIGHEST || b > HIGHEST) return null;
  return a <= b ? [a, b] : [b, a];
}

/** Reads a list of numbers and ranges from `at`; gives them and where the list ends. */
function readList(text: string, at: number): { pages: PageRange[]; end: number } {
  const pages: PageRange[] = [];
  let end = at;
  for (let from = at; ; ) {
    const found = matchAt(RANGE, text, from);
    if (!found) break;
    const next = from + found[0].length;
    const page = range(found[1] as string, found[2]);
    if (!page || matchAt(NOT_PAGE, text, next)) break;
    pages.push(page);
    end = next;
    const join = matchAt(JOIN, text, next);
    if (!join) break;
    from = next + join[0].length;
  }
  return { pages, end };
}

/** True when «стр. 5» at `[from, end)` is a building: a street stands before it, or a block, flat or office after it. */
function isBuilding(text: string, from: number, end: number): boolean {
  if (!/^стр/i.test(text.slice(from, from + 3))) return false;
  return (
    STREET_BEFORE.test(text.slice(Math.max(0, from - 50), from)) || matchAt(STREET_AFTER, text, end) !== null
  );
}

/** A text of nothing but numbers («3-5, 12»), as in a table's column of pages. */
function bareList(text: string): ParsedPages | null {
  if (text.length > 200 || !/^\s*\d[\d\s,;.–—−‑-]*(?:и\s[\d\s,–-]+)?$/u.test(text)) return null;
  const from = text.search(/\d/);
  const { pages, end } = readList(text, from);
  const whole = pages.length > 0 && /^[\s.,;]*$/.test(text.slice(end));
  const year = pages.some(([a, b]) => a >= 1990 && b <= 2040);
  return whole && !year ? { pages, spans: [[from, end]] } : null;
}

/** Finds every mention of pages. Villages, buildings, rows, figures, clauses, dates and document numbers are none. */
export function parsePages(text: string): ParsedPages {
  const short = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  if (!/\d/.test(short)) return { pages: [], spans: [] };
  const bare = bareList(short);
  if (bare) return bare;
  const found: { pages: readonly PageRange[]; from: number; end: number }[] = [];
  let last = 0;
  for (const match of short.matchAll(WORD)) {
    if (match.index < last) continue;
    const at = match.index + match[0].length;
    const { pages, end } = readList(short, at);
    if (pages.length === 0 || isBuilding(short, match.index, end)) continue;
    found.push({ pages, from: match.index, end });
    last = end;
  }
  for (const match of short.matchAll(REVERSED)) {
    const end = match.index + match[0].length;
    if (found.some((other) => match.index < other.end && other.from < end)) continue;
    const pages = [range(match[1] as string, match[2]), match[3] ? range(match[3], match[4]) : null];
    const real = pages.filter((page) => page !== null);
    if (pages[0] && !isBuilding(short, match.index, end)) found.push({ pages: real, from: match.index, end });
  }
  found.sort((a, b) => a.from - b.from);
  return {
    pages: found.flatMap((one) => one.pages),
    spans: found.map((one) => [one.from, one.end] as const),
  };
}

/** «с. 3–5, 12»: a non-breaking space after «с.», en dashes; '' for none. */
export function formatPages(pages: readonly PageRange[]): string {
  if (pages.length === 0) return '';
  return `с.\u00a0${pages.map(([a, b]) => (a === b ? `${a}` : `${a}–${b}`)).join(', ')}`;
}
