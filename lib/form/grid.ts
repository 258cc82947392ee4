import type { Cell, Grid } from './token.ts';
import { isTurned, type Rows, turn } from './turned.ts';

const CELL_ROLES = /^(?:cell|gridcell|columnheader|rowheader)$/;

function span(element: Element, name: 'colspan' | 'rowspan'): number {
  const own = isTableCell(element);
  const text = element.getAttribute(own ? name : `aria-${name}`);
  if (text === null) return 1;
  const value = Number.parseInt(text, 10);
  return Number.isFinite(value) && value >= 0 ? Math.min(value, 1000) : 1;
}

function isTableCell(element: Element): boolean {
  return element.localName === 'td' || element.localName === 'th';
}

function isHeader(cell: Element, section: string | undefined): boolean {
  const role = cell.getAttribute('role');
  if (role) return role === 'columnheader';
  if (section === 'thead') return true;
  return cell.localName === 'th' && cell.getAttribute('scope') !== 'row' && section !== 'tfoot';
}

/** Puts the cells of rows on a grid, row and column spans resolved; every cell goes into `byElement`. */
function place(
  grid: Grid,
  rows: readonly (readonly [Element, readonly Element[]])[],
  byElement: Map<Element, Cell>,
): void {
  /** For each column, the first row that is free again. */
  const free: number[] = [];
  const within = grid.element.closest('thead') !== null;
  let parent: Element | null = null;
  let section: string | undefined;
  rows.forEach(([row, cells], at) => {
    let column = 0;
    const { parentElement } = row;
    if (parentElement !== parent) section = parentElement?.localName;
    parent = parentElement;
    for (const element of cells) {
      while ((free[column] ?? 0) > at) column++;
      // Most cells of a big table have no attribute at all.
      const bare = !element.hasAttributes();
      const columns = bare ? 1 : Math.max(1, span(element, 'colspan'));
      const height = bare ? 1 : span(element, 'rowspan') || rows.length - at;
      if (!bare && !isTableCell(element)) {
        const index = Number.parseInt(element.getAttribute('aria-colindex') ?? '', 10);
        if (index > 0 && index < 200) column = index - 1;
      }
      const cell: Cell = {
        element,
        grid,
        row: at,
        column,
        rows: Math.min(height, rows.length - at),
        columns,
        header:
          bare && section !== 'thead'
            ? section !== 'tfoot' && element.localName === 'th'
            : isHeader(element, section),
        inHead: within || section === 'thead',
      };
      grid.cells.push(cell);
      byElement.set(element, cell);
      for (let i = 0; i < columns && i < 200; i++) free[column + i] = at + height;
      column += columns;
      grid.columns = Math.max(grid.columns, column);
    }
  });
  grid.rows = rows.length;
}

/** Resolves a `<table>`; one that is drawn on its side is set upright. */
export function readTable(table: Element, outer: Cell | null, byElement: Map<Element, Cell>): Grid {
  const grid: Grid = { element: table, cells: [], outer, rows: 0, columns: 0 };
  const rows: [Element, Element[]][] = [];
  const take = (parent: Element): void => {
    for (let child = parent.firstElementChild; child; child = child.nextElementSibling) {
      const name = child.localName;
      if (name === 'tr') {
        const cells: Element[] = [];
        for (let cell = child.firstElementChild; cell; cell = cell.nextElementSibling) cells.push(cell);
        rows.push([child, cells]);
      } else if (name === 'tbody' || name === 'thead' || name === 'tfoot') take(child);
    }
  };
  take(table);
  if (isTurned(rows)) setUpright(grid, rows, byElement);
  else place(grid, rows, byElement);
  return grid;
}

function setUpright(grid: Grid, rows: Rows, byElement: Map<Element, Cell>): void {
  const upright = turn(rows);
  upright.forEach(([, cells], row) => {
    cells.forEach((element, column) => {
      const inHead = element.closest('thead') !== null;
      const cell: Cell = { element, grid, row, column, rows: 1, columns: 1, header: row === 0, inHead };
      grid.cells.push(cell);
      byElement.set(element, cell);
    });
  });
  grid.rows = upright.length;
  grid.columns = rows.length;
  grid.turned = true;
}

/** Resolves `role=grid|table|treegrid`, whose rows may stand at any depth. */
export function readAriaGrid(element: Element, outer: Cell | null, byElement: Map<Element, Cell>): Grid {
  const grid: Grid = { element, cells: [], outer, rows: 0, columns: 0 };
  const rows: [Element, Element[]][] = [];
  const byIndex = new Map<string, Element[]>();
  for (const row of element.querySelectorAll('[role="row"]')) {
    const cells = Array.from(row.querySelectorAll('[role]')).filter(
      (cell) => CELL_ROLES.test(cell.getAttribute('role') ?? '') && cell.closest('[role="row"]') === row,
    );
    if (cells.length === 0 || byElement.has(cells[0] as Element)) continue;
    // Pinned columns: one row drawn in two places, tied by its index.
    const index = row.getAttribute('aria-rowindex');
    const known = index === null ? undefined : byIndex.get(index);
    if (known) {
      known.push(...cells);
      continue;
    }
    rows.push([row, cells]);
    if (index !== null) byIndex.set(index, cells);
  }
  place(grid, rows, byElement);
  return grid;
}

/** Resolves boxes drawn as a table by their own `style` (`display: table-row`, `table-cell`). */
export function readStyledTable(table: Element, outer: Cell | null, byElement: Map<Element, Cell>): Grid {
  const grid: Grid = { element: table, cells: [], outer, rows: 0, columns: 0 };
  const rows: [Element, Element[]][] = [];
  const styled = (element: Element, what: RegExp): boolean => what.test(element.getAttribute('style') ?? '');
  const take = (parent: Element): void => {
    for (const child of parent.children) {
      if (styled(child, /display\s*:\s*table-row\s*(?:;|$)/i)) {
        const cells = Array.from(child.children).filter((c) => styled(c, /display\s*:\s*table-cell/i));
        if (cells.length > 0) rows.push([child, cells]);
      } else if (styled(child, /display\s*:\s*table-(?:row|header|footer)-group/i)) take(child);
    }
  };
  take(table);
  place(grid, rows, byElement);
  return grid;
}
