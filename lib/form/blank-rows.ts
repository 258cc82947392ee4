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
 * Rows of a read-only table whose link column is blank: each stands for a position without rows. Only tables with a shown link
 * under a header that names links count.
 */
export function blankRows(tokens: readonly Token[], urls: readonly Item[], columns: Columns): Item[] {
  const linked = new Map<Grid, Set<number>>();
  for (const { cell } of urls) {
    if (!cell || cell.columns > 1 || !isLinkColumn(cell, columns)) continue;
    const known = linked.get(cell.grid);
    if (known) known.add(cell.column);
    else linked.set(cell.grid, new Set([cell.column]));
  }
  if (linked.size === 0) return [];
  const last = lastTexts(tokens, linked, columns);
  const out: Item[] = [];
  for (const [grid, own] of linked)
    for (const cell of grid.cells) {
      if (!own.has(cell.column) || cell.columns > 1 || !BLANK.test(cell.element.textContent ?? '')) continue;
      const index = last.get(grid)?.get(cell.row);
      if (index !== undefined)
        out.push(signOf('none', { index, element: cell.element as HTMLElement, cell }));
    }
  return out;
}

function isLinkColumn(cell: Cell, columns: Columns): boolean {
  return columns.above(cell).some((text) => labelRole(text) === 'url');
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
