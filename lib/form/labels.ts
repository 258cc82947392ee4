import { collapse } from '../reference/text.ts';
import { announces } from './headings.ts';
import { memo } from './memo.ts';
import type { Scope } from './rest.ts';
import { complete, each, isPause, type Steps } from './steps.ts';
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
  readonly said: TextToken[];
  /** Texts of rows without fields. */
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
function lastSaid(heads: readonly Cell[]): number {
  return heads.reduce((most, head) => Math.max(most, head.column + head.columns), 0);
}

const NONE: readonly string[] = [];

/** Finds header rows: `th` and ARIA headers without fields, or a row in which two cells or more are column labels. */
export function* readColumns(tokens: readonly Token[]): Steps<Columns> {
  const grids = new Map<Grid, GridTexts>();
  let entry: GridTexts | undefined;
  yield* each(tokens, (token) => {
    const { cell } = token;
    if (!cell) return;
    if (entry?.grid !== cell.grid) entry = grids.get(cell.grid);
    if (!entry) {
      entry = { grid: cell.grid, said: [], texts: new Map(), fields: 0, fieldRows: new Set() };
      grids.set(cell.grid, entry);
    }
    if (token.kind === 'text' && !token.aside && !hiddenIn(cell.grid, token)) entry.said.push(token);
    else if (token.kind === 'field') {
      entry.fields++;
      entry.fieldRows.add(cell.row);
    }
  });
  const heads = new Map<Grid, Cell[]>();
  const headSet = new Set<Cell>();
  /** Headers of a table that holds nothing else; its last columns may be room for a scroll bar or buttons. */
  let apart: { columns: number; most: number; cells: Cell[] } | null = null;
  for (const { grid, said, texts, fields, fieldRows } of grids.values()) {
    yield* each(said, ({ cell, text }) => {
      if (!cell) return;
      if (fieldRows.has(cell.row)) {
        if (cell.inHead && !grid.turned) headSet.add(cell);
        return;
      }
      const list = texts.get(cell);
      if (list) list.push(text);
      else texts.set(cell, [text]);
    });
    const rows = new Map<number, Cell[]>();
    for (const cell of texts.keys()) {
      const list = rows.get(cell.row);
      if (list) list.push(cell);
      else rows.set(cell.row, [cell]);
    }
    const found: Cell[] = [];
    for (const cells of rows.values()) {
      if (cells.length === 1) continue;
      // A second header line under spans («Документ 1» over «Ссылка», «Комментарий») has labels of its own.
      const labels = cells.filter((cell) => speaks((texts.get(cell) ?? []).join(' '))).length;
      if (labels >= 2 || cells.every((cell) => cell.header)) for (const cell of cells) found.push(cell);
    }
    for (const cell of found) headSet.add(cell);
    heads.set(grid, found);
    if (fields === 0 && found.length >= 2)
      apart = { columns: lastSaid(found), most: grid.columns, cells: found };
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

const shownLabel = memo((raw) => collapse(raw).slice(0, 400));

/** Most labels hold one piece of text, which is there without being put together. */
function labelText(label: Element): string {
  const { firstChild: only } = label;
  const single = only?.nodeType === 3 && only.nextSibling === null;
  return shownLabel((single ? (only as Text).data : label.textContent) ?? '');
}

/** Texts of `<label for>`, by the id they point at. */
export function* labelsById(root: Scope): Steps<Map<string, string>> {
  const map = new Map<string, string>();
  for (const [i, label] of root.querySelectorAll('label[for]').entries()) {
    if (isPause(i)) yield;
    const id = label.getAttribute('for') as string;
    const text = labelText(label);
    const before = map.get(id);
    map.set(id, before === undefined ? text : `${before} ${text}`);
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

/** Gives the text of the `<label for>` of a field, also inside shadow roots. */
export function* labelFinder(root: Scope, single: boolean): Steps<(element: Element) => string | undefined> {
  const page = yield* labelsById(root);
  const byRoot = new Map<Node, Map<string, string>>();
  if (single && page.size === 0) return () => undefined;
  return (element) => {
    const { id } = element;
    if (!id) return undefined;
    if (single) return page.get(id);
    const scope = element.getRootNode();
    if (scope === (root as unknown) || scope === (root as Partial<Node>).ownerDocument) return page.get(id);
    if (scope.nodeType !== 11 && scope.nodeType !== 9) return undefined;
    let labels = byRoot.get(scope);
    if (!labels) {
      labels = complete(labelsById(scope as Document));
      byRoot.set(scope, labels);
    }
    return labels.get(id);
  };
}
