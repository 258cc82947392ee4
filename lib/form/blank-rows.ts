import type { Item } from './items.ts';
import { signOf } from './items.ts';
import type { Columns } from './labels.ts';
import type { Cell, Grid, Token } from './token.ts';
import { labelRole, words } from './words.ts';

/** «Итого по направлению 1.1»: a row of sums. */
const SUM = /^(?:итого|всего|подытог)/i;
/** A cell that says nothing, or that there is nothing: «—», «нет». */
const BLANK = /^[\s—–-]*$|^нет$/i;

/**
 * Rows of a read-only table whose link column is blank: each stands for a position without rows, told by the row's own text.
 * A table without a link and without such texts stands for one position above it. Only columns whose header names links count.
 */
export function blankRows(tokens: readonly Token[], urls: readonly Item[], columns: Columns): Item[] {
  if (urls.length === 0) return [];
  const linked = new Map<Grid, Set<number>>();
  const add = ({ grid, column }: Cell): void => {
    const known = linked.get(grid);
    if (known) known.add(column);
    else linked.set(grid, new Set([column]));
  };
  const filled = new Set<Grid>();
  for (const { cell } of urls) {
    if (!cell) continue;
    filled.add(cell.grid);
    if (cell.columns === 1 && columns.above(cell).some((text) => labelRole(text) === 'url')) add(cell);
  }
  const end = new Map<Grid, Token>();
  for (const token of tokens) {
    const { cell } = token;
    if (!cell) continue;
    end.set(cell.grid, token);
    if (
      token.kind === 'text' &&
      cell.columns === 1 &&
      columns.isHead(cell) &&
      labelRole(token.text) === 'url'
    )
      add(cell);
  }
  const last = lastTexts(tokens, linked, columns);
  const out: Item[] = [];
  for (const [grid, own] of linked) {
    const blank = grid.cells.filter(
      (cell) => own.has(cell.column) && cell.columns === 1 && BLANK.test(cell.element.textContent ?? ''),
    );
    const rows = last.get(grid);
    for (const cell of blank) {
      const index = rows?.get(cell.row);
      if (index !== undefined)
        out.push(signOf('none', { index, element: cell.element as HTMLElement, cell }));
    }
    const [first] = blank;
    const closing = end.get(grid);
    if (first && closing && !rows && !filled.has(grid))
      out.push(signOf('none', { index: closing.index, element: first.element as HTMLElement, cell: first }));
  }
  return out;
}

/** By table and row: the last text of its own that is long enough for a position's, where the row is no sum. */
function lastTexts(
  tokens: readonly Token[],
  grids: ReadonlyMap<Grid, ReadonlySet<number>>,
  columns: Columns,
): Map<Grid, Map<number, number>> {
  const last = new Map<Grid, Map<number, number>>();
  for (const token of tokens) {
    const { cell } = token;
    if (token.kind !== 'text' || !cell || !grids.has(cell.grid) || columns.isHead(cell)) continue;
    if (words(token.text) < 2 || SUM.test(token.text)) continue;
    const rows = last.get(cell.grid) ?? new Map<number, number>();
    last.set(cell.grid, rows.set(cell.row, token.index));
  }
  return last;
}
