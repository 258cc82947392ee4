import type { Cell, Grid } from './token.ts';

const CELL_ROLES = /^(?:cell|gridcell|columnheader|rowheader)$/;

function span(element: Element, name: string, ariaName: string): number {
  const value = Number.parseInt(element.getAttribute(name) ?? element.getAttribute(ariaName) ?? '1', 10);
  return Number.isFinite(value) && value >= 0 ? Math.min(value, 1000) : 1;
}

function isHeader(cell: Element, row: Element): boolean {
  const role = cell.getAttribute('role');
  if (role) return role === 'columnheader';
  const section = row.parentElement?.localName;
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
  rows.forEach(([row, cells], at) => {
    let column = 0;
    for (const element of cells) {
      while ((free[column] ?? 0) > at) column++;
      const columns = Math.max(1, span(element, 'colspan', 'aria-colspan'));
      const height = span(element, 'rowspan', 'aria-rowspan') || rows.length - at;
      const index = Number.parseInt(element.getAttribute('aria-colindex') ?? '', 10);
      if (element.localName !== 'td' && element.localName !== 'th' && index > 0 && index < 200)
        column = index - 1;
      const cell: Cell = {
        element,
        grid,
        row: at,
        column,
        rows: Math.min(height, rows.length - at),
        columns,
        header: isHeader(element, row),
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

/** Resolves a `<table>`. */
export function readTable(table: Element, outer: Cell | null, byElement: Map<Element, Cell>): Grid {
  const grid: Grid = { element: table, cells: [], outer, rows: 0, columns: 0 };
  const rows: [Element, Element[]][] = [];
  const take = (parent: Element): void => {
    for (let child = parent.firstElementChild; child; child = child.nextElementSibling) {
      if (child.localName === 'tr') rows.push([child, Array.from(child.children)]);
      else if (/^t(?:head|body|foot)$/.test(child.localName)) take(child);
    }
  };
  take(table);
  place(grid, rows, byElement);
  return grid;
}

/** Resolves `role=grid|table|treegrid`, whose rows may stand at any depth. */
export function readAriaGrid(element: Element, outer: Cell | null, byElement: Map<Element, Cell>): Grid {
  const grid: Grid = { element, cells: [], outer, rows: 0, columns: 0 };
  const rows: [Element, Element[]][] = [];
  for (const row of element.querySelectorAll('[role="row"]')) {
    const cells = Array.from(row.querySelectorAll('[role]')).filter(
      (cell) => CELL_ROLES.test(cell.getAttribute('role') ?? '') && cell.closest('[role="row"]') === row,
    );
    if (cells.length > 0 && !byElement.has(cells[0] as Element)) rows.push([row, cells]);
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
