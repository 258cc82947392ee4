/** A date found in a title: as «15.03.2022», and where it stands. */
export interface FoundDate {
  readonly date: string;
  readonly from: number;
  readonly to: number;
  /** Written right after «от»: the date of the document itself. */
  readonly after: boolean;
}

const MONTHS = [
  'январ',
  'феврал',
  'март',
  'апрел',
  'ма[йя]',
  'июн',
  'июл',
  'август',
  'сентябр',
  'октябр',
  'ноябр',
  'декабр',
];

/** «15.03.2022», «15.03.22», «20.062023», «15/03/2022»; glued to the word before or not. */
const NUMERIC = /(?<!\d|\d[./-])(\d{1,2})[./](\d{1,2})[./]?\s?((?:19|20)\d{2}|\d{2})(?!\d|[./-]\d)/g;
/** «24 июня 2022», «"9" ноября 2023», « 01 » марта 2020. */
const WORDED = new RegExp(
  `["«“„]?\\s*(\\d{1,2})\\s*["»”]?\\s+(${MONTHS.join('|')})[а-я]*\\s+((?:19|20)\\d{2})`,
  'gi',
);
/** «2022-03-15». */
const ISO = /(?<!\d)((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)/g;

/** Before these words a date is a term or a day of something else, not the date of the document. */
const NOT_OWN = /(?:^|[\s(])(?:на|до|с|по|к)\s*$/i;

function written(day: number, month: number, year: number): string | null {
  const full = year < 100 ? 2000 + year : year;
  const days = new Date(Date.UTC(full, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > days || full > 2099) return null;
  return `${String(day).padStart(2, '0')}.${String(month).padStart(2, '0')}.${full}`;
}

/** Every date of a title that may be the document's own, in order. Impossible days («45.13.2022») are none. */
export function findDates(title: string): FoundDate[] {
  const found: FoundDate[] = [];
  const keep = (match: RegExpMatchArray, date: string | null): void => {
    const from = match.index ?? 0;
    const before = title.slice(Math.max(0, from - 8), from);
    if (date === null || NOT_OWN.test(before)) return;
    found.push({ date, from, to: from + match[0].length, after: /(?:^|[^а-яё])от\s*$/i.test(before) });
  };
  for (const match of title.matchAll(NUMERIC)) {
    keep(match, written(Number(match[1]), Number(match[2]), Number(match[3])));
  }
  for (const match of title.matchAll(WORDED)) {
    const month = MONTHS.findIndex((name) => new RegExp(`^${name}`, 'i').test(match[2] ?? '')) + 1;
    keep(match, written(Number(match[1]), month, Number(match[3])));
  }
  for (const match of title.matchAll(ISO)) {
    keep(match, written(Number(match[3]), Number(match[2]), Number(match[1])));
  }
  return found.sort((a, b) => a.from - b.from);
}
