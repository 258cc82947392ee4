import { collapse } from '../../reference/text.ts';
import { type Cell, type GridRow, shown } from '../grid.ts';
import type { ColumnSet, Columns } from './header.ts';
import type { ColumnRole } from './types.ts';

/** One row of a table seen through its columns. */

/** The distinct cells of the given columns, merged ones once. */
export function cellsOf(row: GridRow, columns: readonly number[]): Cell[] {
  const cells = new Set<Cell>();
  for (const column of columns) {
    const cell = row.cells[column];
    if (cell) cells.add(shown(cell));
  }
  return [...cells];
}

/** Text of the row's own cells in these columns; what is merged from a row above does not count. */
export function ownText(row: GridRow, columns: readonly number[]): string {
  return columns
    .map((column) => row.cells[column])
    .filter((cell) => cell && !cell.covered)
    .map((cell) => (cell as Cell).text.trim())
    .filter((text) => text !== '')
    .join('\n');
}

export function columnsWith(columns: Columns, role: ColumnRole): number[] {
  return columns.roles.flatMap((it, column) => (it === role ? [column] : []));
}

const everything = (set: ColumnSet): number[] => [...set.url, ...set.name, ...set.pages, ...set.comment];

/** True when the row itself says something about documents (dashes and underscores say nothing). */
export function hasData(row: GridRow, columns: Columns): boolean {
  const wide = wideCell(row, columns);
  return columns.sets.some((set) =>
    everything(set).some((column) => {
      const cell = row.cells[column];
      return cell !== undefined && !cell.covered && cell !== wide && isSaying(cell.text);
    }),
  );
}

/** False for empty cells and for dashes that stand for «nothing». */
export function isSaying(text: string): boolean {
  return !/^[\s\-–—_.]*$/u.test(collapse(text));
}

/** A cell that reaches over the columns of links: a heading, a note or a title. */
export function wideCell(row: GridRow, columns: Columns): Cell | null {
  const used = columns.sets.flatMap(everything);
  const latest = Math.min(...columnsWith(columns, 'position'), row.cells.length);
  for (const cell of row.cells) {
    if (cell.covered || cell.colSpan < 2 || cell.column > latest || cell.text.trim() === '') continue;
    const over = used.filter((column) => column >= cell.column && column < cell.column + cell.colSpan);
    const roles = new Set(over.map((column) => columns.roles[column]));
    // Two columns merged by hand inside one row («Наименование» and «Страницы») are no heading.
    const whole = cell.column + cell.colSpan > Math.max(...used) || over.length * 2 > used.length;
    if (whole && (roles.size > 1 || used.length === 1)) return cell;
  }
  return null;
}

/** The one text of a row that has only one, outside the columns of documents; null when there are more or none. */
export function singleText(row: GridRow, columns: Columns): Cell | null {
  const wide = wideCell(row, columns);
  if (wide) return wide;
  const filled = row.cells.filter((cell) => !cell.covered && isSaying(cell.text));
  const texts = filled.filter(
    (cell) => columns.roles[cell.column] !== 'ignore' && columns.roles[cell.column] !== null,
  );
  const positions = columnsWith(columns, 'position');
  const beside = texts.filter((cell) => columns.roles[cell.column] !== 'number');
  // A heading in a column of its own may begin on the same row.
  const inPlace = beside.filter((cell) => positions.includes(cell.column));
  const named = inPlace.length > 0 && beside.every((cell) => isPlace(columns, cell)) ? inPlace : beside;
  const cell = named.length === 0 ? texts[0] : named[0];
  if (!cell || named.length > 1) return null;
  const role = columns.roles[cell.column];
  if (positions.includes(cell.column)) return cell;
  // Headings typed into the first cell, left of the positions, without merging.
  if ((role === 'number' || isPlace(columns, cell)) && /\p{L}{3}/u.test(cell.text)) return cell;
  return null;
}

const PLACES: readonly (ColumnRole | null)[] = ['position', 'section', 'direction', 'track', 'component'];

const isPlace = (columns: Columns, cell: Cell): boolean =>
  PLACES.includes(columns.roles[cell.column] ?? null);
