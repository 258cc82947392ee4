import type { Cell } from '../../office/grid.ts';
import { collapse } from '../../reference/text.ts';

/** Numbers are short: a longer run of digits is none, and would be tried at each of its places. */
const NUMBER = /(?<!\d)\d{1,4}(?:[.,]\d{1,3})?(?!\d)/g;
/** «… но не более 3 баллов»: the limit counts, not the points of one document. */
const LIMIT =
  /(?:не более|максимум|максимальн\S{0,20}|макс\.?|всего|итого|до)\s*[-–—:]?\s*(\d{1,4}(?:[.,]\d{1,3})?)(?!\d)/giu;

function numberOf(text: string): number {
  return Number(text.replace(',', '.'));
}

/**
 * Maximum points a cell grants: «2», «1 балл», «0/1», «0–2», «от 0 до 2», «0; 1; 2», «не более 3». A spreadsheet may
 * have turned «1/2» into a date. Null when the cell names none («—», «без баллов»).
 */
export function pointsOf(cell: Pick<Cell, 'text' | 'kind' | 'date' | 'number'>): number | null {
  if (cell.kind === 'date' && cell.date) return Math.max(cell.date.day, cell.date.month);
  return pointsIn(cell.text);
}

/** The same for a text. */
export function pointsIn(text: string): number | null {
  const line = collapse(text);
  if (line === '' || /без\s+балл|не\s+оценива/iu.test(line)) return null;
  const limits = [...line.matchAll(LIMIT)].map((match) => numberOf(match[1] as string));
  if (limits.length > 0) return Math.max(...limits);
  // «2 балла — …; 1 балл — …»: only numbers of points, not those of the text around them.
  const named = [...line.matchAll(/(?<!\d)(\d{1,4}(?:[.,]\d{1,3})?)\s*(?:б\.|балл)/giu)].map((m) =>
    numberOf(m[1] as string),
  );
  if (named.length > 0) {
    const range =
      /(?<!\d)(\d{1,4}(?:[.,]\d{1,3})?)\s*[-–—/]\s*(\d{1,4}(?:[.,]\d{1,3})?)\s*(?:б\.|балл)/iu.exec(line);
    return Math.max(...named, range ? numberOf(range[1] as string) : 0);
  }
  if (/\p{L}{3,}/u.test(line.replace(/от|до|или|макс|мин/giu, ''))) return null;
  const numbers = (line.match(NUMBER) ?? []).map(numberOf);
  return numbers.length > 0 ? Math.max(...numbers) : null;
}

/** True for a cell that says nothing but points. */
export function isPoints(cell: Pick<Cell, 'text' | 'kind' | 'date' | 'number'>): boolean {
  const line = collapse(cell.text);
  return line.length <= 40 && pointsOf(cell) !== null;
}
