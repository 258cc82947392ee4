import { collapse } from '../reference/text.ts';
import { announces } from './headings.ts';
import type { Scope } from './rest.ts';
import { isPause, type Steps } from './steps.ts';
import type { Cell, Grid, TextToken, Token } from './token.ts';
import { isLabelText, labelRole } from './words.ts';

/** Column headers by grid: what stands above a cell, also in a separate header grid (ExtJS, fixed headers). */
export interface Columns {
  /** Texts above a cell, outermost first. */
  above(cell: Cell): readonly string[];
  /** Whether a cell belongs to a header row. */
  isHead(cell: Cell): boolean;
}

interface GridTexts {
  readonly grid: Grid;
  readonly texts: Map<Cell, string[]>;
  fields: number;
  /** Rows that hold fields. */
  readonly fieldRows: Set<number>;
}

function speaks(text: string): boolean {
  return (isLabelText(text) && labelRole(text) !== null) || announces(text) !== null;
}

/** Whether a text stands in a part of the grid that is not shown, such as a column of weights. */
function hiddenIn(grid: Grid, token: TextToken): boolean {
  return (
    token.hidden !== null &&
    token.hidden.element !== grid.element &&
    grid.element.contains(token.hidden.element)
  );
}

/** Columns up to the last one whose header says something. */
function said(heads: readonly Cell[]): number {
  return heads.reduce((most, head) => Math.max(most, head.column + head.columns), 0);
}

const NONE: readonly string[] = [];

/** Finds header rows: `th` and ARIA headers without fields, or a row in which two cells or more are column labels. */
export function* readColumns(tokens: readonly Token[]): Steps<Columns> {
  const grids = new Map<Grid, GridTexts>();
  for (const token of tokens) {
    if (isPause(token.index)) yield;
    const { cell } = token;
    if (!cell) continue;
    let entry = grids.get(cell.grid);
    if (!entry) {
      entry = { grid: cell.grid, texts: new Map(), fields: 0, fieldRows: new Set() };
      grids.set(cell.grid, entry);
    }
    if (token.kind === 'text' && !token.aside && !hiddenIn(cell.grid, token)) {
      const list = entry.texts.get(cell);
      if (list) list.push(token.text);
      else entry.texts.set(cell, [token.text]);
    } else if (token.kind === 'field') {
      entry.fields++;
      entry.fieldRows.add(cell.row);
    }
  }
  const heads = new Map<Grid, Cell[]>();
  const headSet = new Set<Cell>();
  /** Headers of a table that holds nothing else; its last columns may be room for a scroll bar or buttons. */
  let apart: { columns: number; most: number; cells: Cell[] } | null = null;
  for (const { grid, texts, fields, fieldRows } of grids.values()) {
    const rows = new Map<number, Cell[]>();
    for (const cell of texts.keys()) {
      const list = rows.get(cell.row);
      if (list) list.push(cell);
      else rows.set(cell.row, [cell]);
    }
    const found: Cell[] = [];
    for (const [row, cells] of rows) {
      if (isPause(row)) yield;
      const speaking = cells.filter((cell) => speaks((texts.get(cell) ?? []).join(' '))).length;
      const marked = cells.filter((cell) => cell.header).length;
      const head =
        cells.length > 1 &&
        !fieldRows.has(row) &&
        (speaking >= 2 ||
          (marked === cells.length && (speaking >= 1 || cells[0]?.element.closest('thead') !== null)));
      // A second header line under spans («Документ 1» over «Ссылка», «Комментарий») has labels of its own.
      if (head) for (const cell of cells) found.push(cell);
      else if (marked === cells.length && cells.length > 1 && !fieldRows.has(row))
        for (const cell of cells) found.push(cell);
      else if (fieldRows.has(row) && !grid.turned)
        for (const cell of cells) if (cell.element.closest('thead')) headSet.add(cell);
    }
    for (const cell of found) headSet.add(cell);
    heads.set(grid, found);
    if (fields === 0 && found.length >= 2) apart = { columns: said(found), most: grid.columns, cells: found };
    else if (
      found.length === 0 &&
      apart &&
      grid.columns >= apart.columns &&
      grid.columns <= Math.max(apart.most, apart.columns + 1)
    )
      heads.set(grid, apart.cells);
  }
  const textOf = (cell: Cell): string => collapse((grids.get(cell.grid)?.texts.get(cell) ?? []).join(' '));
  /** By grid: header rows in order, and what was found for a column under the last of them. */
  const caches = new Map<Grid, { rows: readonly number[]; found: Map<number, readonly string[]> }>();
  return {
    isHead: (cell) => headSet.has(cell),
    above(cell) {
      const own = heads.get(cell.grid) ?? [];
      if (own.length === 0) return NONE;
      let cache = caches.get(cell.grid);
      if (!cache) {
        const rows = [...new Set(own.filter((head) => head.grid === cell.grid).map((head) => head.row))];
        cache = { rows, found: new Map() };
        caches.set(cell.grid, cache);
      }
      let block = 0;
      for (const row of cache.rows) if (row < cell.row) block++;
      const key = (block * 1000 + cell.column) * 1000 + Math.min(cell.columns, 999);
      let texts = cache.found.get(key);
      if (texts) return texts;
      const near = own.filter(
        (head) =>
          (head.grid !== cell.grid || head.row < cell.row) &&
          head.column < cell.column + cell.columns &&
          cell.column < head.column + head.columns,
      );
      // Headers repeated further down replace those above: keep the nearest block of rows.
      const last = near.reduce((row, head) => Math.max(row, head.row), -1);
      texts = near
        .filter((head) => head.row > last - 4)
        .sort((a, b) => a.row - b.row)
        .map(textOf);
      cache.found.set(key, texts);
      return texts;
    },
  };
}

/** Texts of `<label for>`, by the id they point at. */
export function* labelsById(root: Scope): Steps<Map<string, string>> {
  const map = new Map<string, string>();
  for (const [i, label] of root.querySelectorAll('label[for]').entries()) {
    if (isPause(i)) yield;
    const id = label.getAttribute('for') as string;
    const text = collapse(label.textContent ?? '').slice(0, 400);
    map.set(id, map.has(id) ? `${map.get(id)} ${text}` : text);
  }
  return map;
}

/** Texts of the elements an `aria-labelledby` names, in its order. Never follows their own references. */
export function referenced(element: Element, attribute: string): readonly string[] {
  const ids = element.getAttribute(attribute);
  if (!ids) return [];
  const scope = element.getRootNode() as Document | ShadowRoot;
  return ids
    .split(/\s+/)
    .slice(0, 12)
    .map((id) =>
      collapse(id && scope.getElementById ? (scope.getElementById(id)?.textContent ?? '').slice(0, 400) : ''),
    )
    .filter((text) => text !== '');
}
