import type { Cell, Grid, GridRow } from '../../office/grid.ts';
import { oneLine } from '../../office/table/text.ts';
import { type CriteriaRole, roleOf } from './labels.ts';

/**
 * Criteria written as cards: a small table for each position, its fields one below the other («Позиция оценивания | …»,
 * «Баллы | 2»). Turned into the table they would be with a column for each field.
 */

/** One card: its fields by label, in the order they stand. */
type Fields = Map<string, Cell>;

const own = (row: GridRow): Cell[] => row.cells.filter((cell) => !cell.covered && cell.text.trim() !== '');

/** Cards of a table of two columns; null when its rows are no labelled fields. */
function cardsOf(grid: Grid): Fields[] | null {
  const cards: Fields[] = [];
  const roles = new Set<CriteriaRole>();
  for (const row of grid.rows) {
    const [name, value] = own(row);
    if (!name || !value || row.cells.length !== 2 || own(row).length !== 2) return null;
    const label = oneLine(name.text).replace(/:$/, '');
    const role = roleOf(label);
    if (role === null || label.length > 80) return null;
    roles.add(role);
    const open = cards.at(-1);
    if (!open || open.has(label)) cards.push(new Map([[label, value]]));
    else open.set(label, value);
  }
  const whole = roles.has('points') && (roles.has('position') || roles.has('criterion'));
  return whole && grid.rows.length >= 3 ? cards : null;
}

/** A cell put into another place of the table; it keeps the place that is told to the user. */
const put = (cell: Cell, column: number): Cell => ({
  ...cell,
  column,
  rowSpan: 1,
  colSpan: 1,
  covered: null,
});

/** The table with a column for each field of its cards; a table of another kind as it is. */
export function withoutCards(grid: Grid): Grid {
  const cards = cardsOf(grid);
  const labels = [...new Set(cards?.flatMap((card) => [...card.keys()]) ?? [])];
  const model = grid.rows[0]?.cells[0];
  if (!cards || !model) return grid;
  const empty: Cell = { ...model, text: '', links: [], kind: 'text', number: null, date: null, bold: false };
  const header = labels.map((text, column) => put({ ...empty, text }, column));
  const rows = cards.map((card) => labels.map((label, column) => put(card.get(label) ?? empty, column)));
  return {
    ...grid,
    rows: [header, ...rows].map((cells, i) => ({ number: i + 1, hidden: false, cells })),
    width: labels.length,
  };
}
