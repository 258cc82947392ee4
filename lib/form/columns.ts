import { textKey } from '../reference/text.ts';
import { announces, rankOf } from './headings.ts';
import type { Item } from './items.ts';
import type { Columns } from './labels.ts';
import { isPause, type Steps } from './steps.ts';
import type { Texts } from './texts.ts';
import type { Cell, Grid, TextToken, Token } from './token.ts';
import { labelRole, words } from './words.ts';

/** Which column of a grid holds the positions, and what each cell says. */
export interface PositionColumn {
  readonly grid: Grid;
  /** Position cell of a row. */
  at(row: number): Cell | null;
  /** What the cells of the row say beside it, by column: headings that span several positions. */
  beside(cell: Cell): readonly TextToken[];
  texts(cell: Cell): readonly TextToken[];
}

interface Contents {
  readonly texts: TextToken[];
  fields: number;
}

/** Cells of a token, innermost first. */
export function chain(cell: Cell | null): Cell[] {
  const cells: Cell[] = [];
  for (let c = cell; c && cells.length < 20; c = c.grid.outer) cells.push(c);
  return cells;
}

/** Finds, in every grid that has fields, the column whose cells tile the rows with fields and say most. */
export function* readPositionColumns(
  tokens: readonly Token[],
  items: readonly Item[],
  columns: Columns,
  texts: Texts,
): Steps<Map<Grid, PositionColumn>> {
  const grids = new Map<Grid, { contents: Map<Cell, Contents>; rows: Set<number> }>();
  const marks = new Map<Grid, Set<number>>();
  const contents = (cell: Cell): Contents => {
    let entry = grids.get(cell.grid);
    if (!entry) {
      entry = { contents: new Map(), rows: new Set() };
      grids.set(cell.grid, entry);
    }
    let inside = entry.contents.get(cell);
    if (!inside) {
      inside = { texts: [], fields: 0 };
      entry.contents.set(cell, inside);
    }
    return inside;
  };
  for (const [i, item] of items.entries()) {
    if (isPause(i)) yield;
    if (item.role === 'note') continue;
    if (item.role === 'score' || item.role === 'add' || item.role === 'edit' || item.role === 'none') {
      for (const cell of chain(item.cell))
        for (const row of rowsOf(cell)) (marks.get(cell.grid) ?? setIn(marks, cell.grid)).add(row);
      continue;
    }
    for (const cell of chain(item.cell)) {
      contents(cell).fields++;
      const rows = grids.get(cell.grid)?.rows;
      for (let r = cell.row; rows && r < cell.row + cell.rows; r++) rows.add(r);
    }
  }
  // A position without rows still has its points field or «Добавить ссылку»; a whole table may hold nothing else.
  for (const [grid, rows] of marks) {
    if (!grids.has(grid)) grids.set(grid, { contents: new Map(), rows: new Set() });
    for (const row of rows) grids.get(grid)?.rows.add(row);
  }
  if (grids.size === 0) return new Map();
  for (const token of tokens) {
    if (isPause(token.index)) yield;
    const says = token.kind === 'text' ? texts.says(token.index) : null;
    if (says) for (const cell of chain(token.cell)) if (grids.has(cell.grid)) contents(cell).texts.push(says);
  }
  const found = new Map<Grid, PositionColumn>();
  for (const [grid, entry] of grids) {
    yield;
    const column = yield* choose(grid, entry.contents, entry.rows, columns);
    if (column) found.set(grid, column);
  }
  return found;
}

function* choose(
  grid: Grid,
  contents: ReadonlyMap<Cell, Contents>,
  fieldRows: ReadonlySet<number>,
  columns: Columns,
): Steps<PositionColumn | null> {
  if (fieldRows.size === 0) return null;
  // A cell with fields and texts of its own is a page in a layout table, not a part of a row.
  for (const inside of contents.values()) if (inside.fields > 0 && inside.texts.length > 0) return null;
  const blank = blankBelow(grid, contents);
  const byColumn = new Map<number, Cell[]>();
  let looked = 0;
  for (const [cell, inside] of contents) {
    if (isPause(looked++)) yield;
    if (inside.fields > 0 || inside.texts.length === 0 || inside.texts.length > 4 || columns.isHead(cell))
      continue;
    if (!rowsOf(cell).some((row) => fieldRows.has(row))) continue;
    const list = byColumn.get(cell.column);
    if (list) list.push(cell);
    else byColumn.set(cell.column, [cell]);
  }
  let best: { column: number; score: number; cells: Cell[] } | null = null;
  const most = Math.max(...[...byColumn.values()].map((cells) => cells.length));
  for (const [column, cells] of byColumn) {
    yield;
    const own = new Set(cells.flatMap(rowsOf));
    const covered = [...fieldRows].filter((row) => own.has(row) || blank(column, row)).length;
    if (covered < fieldRows.size * 0.6) continue;
    const head = columns.above(cells[0] as Cell).at(-1) ?? '';
    const said = cells.map((cell) => (contents.get(cell)?.texts ?? []).map((t) => t.text).join(' '));
    const distinct = new Set(said.map(textKey)).size / said.length;
    const length = said.reduce((sum, text) => sum + Math.min(words(text), 14), 0) / said.length;
    const ranked = said.filter((text) => rankOf(text) !== null).length / said.length;
    const role = announces(head);
    const score =
      (role === 'position' ? 4 : role ? -4 : 0) +
      (/позици|показател|наименование|критери/i.test(head) ? 1 : 0) +
      (labelRole(head) ? -3 : 0) +
      (/стат|состоян|дата|изменен|ответствен|источник|пример|методик|подсказ|рекоменд/i.test(head) ? -2 : 0) +
      2 * distinct +
      (2 * cells.length) / most +
      length / 6 -
      ranked -
      column * 0.01;
    if (!best || score > best.score) best = { column, score, cells };
  }
  if (!best) return null;
  yield;
  return describe(grid, best.column, best.cells, contents, byColumn, columns, blank);
}

/** Whether a row's cell in a column is there and empty. */
type Blank = (column: number, row: number) => boolean;

function blankBelow(grid: Grid, contents: ReadonlyMap<Cell, Contents>): Blank {
  let empty: Set<number> | null = null;
  return (column, row) => {
    empty ??= new Set(
      grid.cells
        .filter((cell) => !contents.has(cell) && (cell.element.textContent ?? '').trim() === '')
        .flatMap((cell) => rowsOf(cell).map((at) => at * 1000 + cell.column)),
    );
    return empty.has(row * 1000 + column);
  };
}

function setIn(map: Map<Grid, Set<number>>, grid: Grid): Set<number> {
  const set = new Set<number>();
  map.set(grid, set);
  return set;
}

function rowsOf(cell: Cell): number[] {
  return Array.from({ length: Math.min(cell.rows, 500) }, (_, i) => cell.row + i);
}

function describe(
  grid: Grid,
  column: number,
  cells: readonly Cell[],
  contents: ReadonlyMap<Cell, Contents>,
  byColumn: ReadonlyMap<number, readonly Cell[]>,
  columns: Columns,
  blank: Blank,
): PositionColumn {
  const byRow = new Map<number, Cell>();
  for (const cell of cells) for (const row of rowsOf(cell)) byRow.set(row, cell);
  // A cell left blank below a position: the row goes on with it.
  for (let row = 1; row < grid.rows; row++) {
    const above = byRow.get(row - 1);
    if (above && !byRow.has(row) && blank(column, row)) byRow.set(row, above);
  }
  const own = columns.above(cells[0] as Cell).at(-1) ?? '';
  /** Other columns whose cells stand over several positions, or say so in their header. */
  const group = [...byColumn].filter(([at, list]) => {
    if (at === column) return false;
    const head = columns.above(list[0] as Cell).at(-1) ?? '';
    const role = announces(head);
    // One header over both columns («Позиция оценивания» over lead-in and item) says nothing of either.
    if (role && (role !== 'position' || head !== own)) return role !== 'position';
    if (labelRole(head)) return false;
    if (at > column) return false;
    const spans = list.some((cell) => cell.rows > (byRow.get(cell.row)?.rows ?? 1));
    const values = new Set(list.map((cell) => textKey(contents.get(cell)?.texts[0]?.text ?? ''))).size;
    const ranked = list.filter((cell) => rankOf(contents.get(cell)?.texts[0]?.text ?? '') !== null).length;
    return spans || values < list.length * 0.7 || ranked > list.length / 2;
  });
  const groupByRow = new Map<number, Cell[]>();
  for (const [, list] of group.sort((a, b) => a[0] - b[0]))
    for (const cell of list)
      for (const row of rowsOf(cell)) {
        const there = groupByRow.get(row);
        if (there) there.push(cell);
        else groupByRow.set(row, [cell]);
      }
  return {
    grid,
    at: (row) => byRow.get(row) ?? null,
    texts: (cell) => contents.get(cell)?.texts ?? [],
    beside: (cell) => (groupByRow.get(cell.row) ?? []).flatMap((c) => contents.get(c)?.texts ?? []),
  };
}
