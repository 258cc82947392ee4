import type { Cell, CellDate } from '../grid.ts';
import { oneLine } from './text.ts';

/** Pages that a spreadsheet has turned into a date or a number, read back as a person meant them. */

const MONTHS = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];
const ENGLISH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

export interface ReadPages {
  readonly text: string;
  /** `restored`: a date was read back; `number`: a decimal number, perhaps with lost zeros at its end. */
  readonly note: 'restored' | 'number' | null;
}

/** Nobody names pages from the last to the first: the smaller number was typed first. */
function rising(a: number, b: number): string {
  return `${Math.min(a, b)}-${Math.max(a, b)}`;
}

function fromDate({ year, month, day, showsDay, showsYear }: CellDate): string {
  // «12-15» becomes the first of December 2015, shown as «дек.15»; «3-5» the third of May of this year, «03.май».
  const monthAndYear = showsYear && !showsDay;
  if (monthAndYear || (day === 1 && showsYear && !recent(year))) return rising(month, year % 100);
  return rising(day, month);
}

/** Years in which such tables are filled: a date of such a year may be a day and a month typed then. */
function recent(year: number): boolean {
  return year >= 2019 && year <= 2032;
}

function monthOf(word: string): number {
  const lower = word.toLowerCase();
  const russian = MONTHS.findIndex(
    (month) => lower.startsWith(month) && (month !== 'ма' || /^ма[йя]/.test(lower)),
  );
  return (russian >= 0 ? russian : ENGLISH.findIndex((month) => lower.startsWith(month))) + 1;
}

/** «03.май», «дек.15», «3-May», «03.05.2022»: how such a date looks when the file keeps only its text. */
function fromText(text: string): string | null {
  const dayFirst = /^(\d{1,2})[.\s-]*(\p{L}{3,8})\.?$/u.exec(text);
  const monthFirst = /^(\p{L}{3,8})[.\s-]*(\d{1,2})$/u.exec(text);
  const month = monthOf(dayFirst?.[2] ?? monthFirst?.[1] ?? '');
  if (month > 0) return rising(Number(dayFirst?.[1] ?? monthFirst?.[2]), month);
  const full = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s+0?0:00(?::00)?)?$/.exec(text);
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ]00:00(?::00(?:\.0+)?)?)?$/.exec(text);
  if (!full && !iso) return null;
  const day = Number(full?.[1] ?? iso?.[3]);
  const monthNumber = Number(full?.[2] ?? iso?.[2]);
  const year = Number(full?.[3] ?? iso?.[1]);
  if (monthNumber < 1 || monthNumber > 12 || day < 1 || day > 31) return null;
  return fromDate({ year, month: monthNumber, day, showsDay: true, showsYear: true });
}

/** Pages of a cell: as shown, unless the spreadsheet took them for a date or a decimal number. */
export function readPages(cell: Cell): ReadPages {
  if (cell.date) return { text: fromDate(cell.date), note: 'restored' };
  const text = oneLine(cell.text);
  if (cell.kind === 'number' && cell.number !== null && !Number.isInteger(cell.number))
    return { text: text.replace('.', ','), note: 'number' };
  const restored = fromText(text);
  return restored === null ? { text, note: null } : { text: restored, note: 'restored' };
}
