import { announces, rankOf } from './headings.ts';
import type { Item } from './items.ts';
import type { Columns } from './labels.ts';
import { each, isPause, type Steps } from './steps.ts';
import type { Texts } from './texts.ts';
import type { Cell, Grid, TextToken, Token } from './token.ts';
import { keyOf, labelRole, words } from './words.ts';

/** Which column of a grid holds the positions, and what each cell says. */
export interface PositionColumn {
  readonly grid: Grid;
  /** Position cell of a row. */
  at(row: number): Cell | null;
  /** What the cells of the row say beside it, by column: headings that span several positions. */
  beside(cell: Cell): readonly TextToken[];
  texts(cell: Cell): readonly TextToken[];
}

/** What a grid's cells hold. */
interface Contents {
  /** Cells with a field for link or comment. */
  readonly fields: Set<Cell>;
  readonly texts: Map<Cell, TextToken[]>;
  /** Rows with a field or a mark of a position. */
  readonly rows: Set<number>;
}

/** Finds, in every grid that has fields, the column whose cells tile the rows with fields and say most. */
export function* readPositionColumns(
  tokens: readonly Token[],
  items: readonly Item[],
  columns: Columns,
  texts: Texts,
): Steps<Map<Grid, PositionColumn>> {
  const grids = new Map<Grid, Contents>();
  const marks = new Map<Grid, Set<number>>();
  const contents = (grid: Grid): Contents => {
    let entry = grids.get(grid);
    if (!entry) {
      entry = { fields: new Set(), texts: new Map(), rows: new Set() };
      grids.set(grid, entry);
    }
    return entry;
  };
  yield* each(items, ({ role, cell: own }) => {
    if (role === 'note') return;
    for (let cell = own; cell; cell = cell.grid.outer)
      if (role === 'url' || role === 'comment') {
        const { fields, rows } = contents(cell.grid);
        fields.add(cell);
        for (let r = cell.row; r < cell.row + cell.rows; r++) rows.add(r);
      } else for (const row of rowsOf(cell)) (marks.get(cell.grid) ?? setIn(marks, cell.grid)).add(row);
  });
  // A position without rows still has its points field or «Добавить ссылку»; a whole table may hold nothing else.
  for (const [grid, rows] of marks) for (const row of rows) contents(grid).rows.add(row);
  if (grids.size === 0) return new Map();
  yield* each(tokens, (token) => {
    const says = token.kind === 'text' && token.cell ? texts.says(token.index) : null;
    for (let cell = says?.cell; cell && says; cell = cell.grid.outer) {
      const said = grids.get(cell.grid)?.texts;
      const there = said?.get(cell);
      if (there) there.push(says);
      else said?.set(cell, [says]);
    }
  });
  const found = new Map<Grid, PositionColumn>();
  for (const [grid, entry] of grids) {
    yield;
    const column = yield* choose(grid, entry, columns);
    if (column) found.set(grid, column);
  }
  return found;
}

function* choose(grid: Grid, contents: Contents, columns: Columns): Steps<PositionColumn | null> {
  const { fields, texts, rows: fieldRows } = contents;
  if (fieldRows.size === 0) return null;
  // A cell with fields and texts of its own is a page in a layout table, not a part of a row.
  for (const cell of texts.keys()) if (fields.has(cell)) return null;
  const blank = blankBelow(grid, contents);
  const byColumn = new Map<number, Cell[]>();
  let looked = 0;
  for (const [cell, said] of texts) {
    if (isPause(looked++)) yield;
    if (said.length > 4 || columns.isHead(cell)) continue;
    if (!fieldRows.has(cell.row) && !rowsOf(cell).some((row) => fieldRows.has(row))) continue;
    const list = byColumn.get(cell.column);
    if (list) list.push(cell);
    else byColumn.set(cell.column, [cell]);
  }
  let best: { column: number; score: number; cells: Cell[] } | null = null;
  const most = Math.max(...[...byColumn.values()].map((cells) => cells.length));
  for (const [column, cells] of byColumn) {
    yield;
    const own = new Set<number>();
    for (const cell of cells) for (const row of rowsOf(cell)) own.add(row);
    let covered = 0;
    for (const row of fieldRows) if (own.has(row) || blank(column, row)) covered++;
    if (covered < fieldRows.size * 0.6) continue;
    const head = columns.above(cells[0] as Cell).at(-1) ?? '';
    const said = cells.map((cell) => textIn(texts.get(cell)));
    const distinct = new Set(said.map(keyOf)).size / said.length;
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

function blankBelow(grid: Grid, { fields, texts }: Contents): Blank {
  /** By column: rows whose cell is blank. */
  const known = new Map<number, Set<number>>();
  const find = (column: number): Set<number> => {
    const rows = new Set<number>();
    for (const cell of grid.cells)
      if (cell.column === column && !fields.has(cell) && !texts.has(cell))
        if ((cell.element.textContent ?? '').trim() === '') for (const row of rowsOf(cell)) rows.add(row);
    known.set(column, rows);
    return rows;
  };
  return (column, row) => (known.get(column) ?? find(column)).has(row);
}

function textIn(tokens: readonly TextToken[] = []): string {
  return tokens.length === 1 ? (tokens[0] as TextToken).text : tokens.map((token) => token.text).join(' ');
}

function setIn(map: Map<Grid, Set<number>>, grid: Grid): Set<number> {
  const set = new Set<number>();
  map.set(grid, set);
  return set;
}

function rowsOf(cell: Cell): number[] {
  const rows: number[] = [];
  for (let i = 0; i < cell.rows && i < 500; i++) rows.push(cell.row + i);
  return rows;
}

function describe(
  grid: Grid,
  column: number,
  cells: readonly Cell[],
  { texts }: Contents,
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
    const values = new Set(list.map((cell) => keyOf(texts.get(cell)?.[0]?.text ?? ''))).size;
    const ranked = list.filter((cell) => rankOf(texts.get(cell)?.[0]?.text ?? '') !== null).length;
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
    texts: (cell) => texts.get(cell) ?? [],
    beside: (cell) => (groupByRow.get(cell.row) ?? []).flatMap((c) => texts.get(c) ?? []),
  };
}
