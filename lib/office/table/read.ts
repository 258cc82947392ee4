import { OfficeError } from '../errors.ts';
import type { Grid } from '../grid.ts';
import { readGrids } from '../read.ts';
import { headingsAbove, headingsBefore } from './around.ts';
import { type Columns, findHeader, type Header, headerKey } from './header.ts';
import { applyHeadings } from './headings.ts';
import { oneLine } from './text.ts';
import type { ColumnChoices, TableColumn, TablePosition, TableResult, TableWarning } from './types.ts';
import { type WalkState, walkTable } from './walk.ts';

/** Columns of a table as they are shown to the user, with samples of what they hold. */
function describeColumns(grid: Grid, header: Header): TableColumn[] {
  const rows = grid.rows.slice(header.start + header.size);
  return header.columns.roles.map((role, column) => {
    const samples = new Set<string>();
    for (const row of rows) {
      const text = row.cells[column]?.text.trim() ?? '';
      if (text !== '' && samples.size < 3) samples.add(oneLine(text).slice(0, 80));
    }
    const text = header.columns.headers[column] ?? '';
    return {
      grid: grid.name,
      column,
      header: text,
      key: headerKey(text),
      role,
      hidden: grid.hiddenColumns.has(column),
      samples: [...samples],
    };
  });
}

/** The header of a table that goes on without one (a Word table cut in parts): the columns of the part before. */
function goesOn(grid: Grid, columns: Columns | null): Header | null {
  if (!columns || grid.nested || grid.width !== columns.roles.length) return null;
  const linked = columns.sets.some((set) =>
    set.url.some((column) =>
      grid.rows.some(
        (row) =>
          /https?:|www\./i.test(row.cells[column]?.text ?? '') || (row.cells[column]?.links.length ?? 0) > 0,
      ),
    ),
  );
  // A table of a document as wide as the one before it is its next part, even without a link yet.
  return linked || (!grid.sheet && grid.width >= 4) ? { start: 0, size: 0, columns } : null;
}

/** True when a table without a link column still holds links: the name is the link. */
function namesAreLinks(grid: Grid, header: Header): boolean {
  return header.columns.roles.some(
    (role, column) =>
      role === 'name' &&
      grid.rows.slice(header.start + header.size).some((row) => {
        const cell = row.cells[column];
        return cell !== undefined && (cell.links.length > 0 || /https?:|www\./i.test(cell.text));
      }),
  );
}

/** Without a header over the positions the first column of words that means nothing else holds them. */
function withPositions(grid: Grid, header: Header): Header {
  const { roles, headers } = header.columns;
  if (roles.includes('position')) return header;
  const rows = grid.rows.slice(header.start + header.size);
  const column = roles.findIndex(
    (role, at) =>
      role === null &&
      rows.some((row) => (row.cells[at]?.colSpan ?? 2) === 1 && (row.cells[at]?.text.length ?? 0) > 20),
  );
  if (column < 0 || (headers[column] ?? '') !== '') return header;
  return {
    ...header,
    columns: { ...header.columns, roles: roles.map((role, at) => (at === column ? 'position' : role)) },
  };
}

/** Words a cell for links may have without being an address: «будет позже», «нет на сайте». More of them are prose. */
const SHORT_ANSWER = 6;

/** Whether the cells under the links' header are addresses, hyperlinks, short answers or empty: not prose throughout. */
function holdsLinks(grid: Grid, header: Header): boolean {
  const columns = header.columns.sets.flatMap(({ url }) => url);
  const cells = grid.rows
    .slice(header.start + header.size)
    .flatMap((row) => columns.map((column) => row.cells[column]))
    .filter((cell) => cell && !cell.covered && cell.text.trim() !== '');
  const prose = cells.filter(
    (cell) =>
      cell &&
      cell.links.length === 0 &&
      !/\p{L}\.\p{L}|:\/\//u.test(cell.text) &&
      cell.text.trim().split(/\s+/).length > SHORT_ANSWER,
  );
  return cells.length === 0 || prose.length < cells.length;
}

/**
 * True when some sheet or table has columns to fill in: links and at least one of name, pages, comment. Tells
 * preparation tables from criteria documents, however their headers are broken and whatever else they hold.
 */
export function isPreparationTable(grids: readonly Grid[]): boolean {
  return grids.some((grid) => {
    const header = findHeader(grid, {});
    const roles = header?.columns.roles ?? [];
    return (
      header !== null &&
      roles.includes('url') &&
      (['name', 'pages', 'comment'] as const).some((role) => roles.includes(role)) &&
      holdsLinks(grid, header)
    );
  });
}

/**
 * The preparation table in a file's sheets and tables: positions with their headings and rows, the columns and what
 * was made of them, and warnings with the cell's place. `choices`: what the user said of headers not understood.
 * Throws `OfficeError` (`no-table`, `no-link-column`).
 */
export function readTableGrids(grids: readonly Grid[], choices: ColumnChoices = {}): TableResult {
  const positions: TablePosition[] = [];
  const columns: TableColumn[] = [];
  const warnings: TableWarning[] = [];
  const state: WalkState = { path: [] };
  let last: Columns | null = null;
  let headers = 0;
  let linkColumns = 0;
  const visible = grids.filter((grid) => !grid.hidden);
  const shownGrids = visible.some((grid) => findHeader(grid, choices)) ? visible : grids;
  for (const grid of grids)
    if (!shownGrids.includes(grid) && findHeader(grid, choices))
      warnings.push({ key: 'hidden-sheet', place: grid.name, params: {} });
  for (const grid of shownGrids) {
    const found: Header | null = grid.rows.length === 0 ? null : findHeader(grid, choices);
    if (found) headers++;
    const usable =
      found && (found.columns.roles.includes('url') || namesAreLinks(grid, found)) ? found : null;
    const header: Header | null = usable ? withPositions(grid, usable) : found ? null : goesOn(grid, last);
    const before = headingsBefore(grid.before, state.path.length > 0);
    if (!header) {
      // A small table of «Направление: …» above the table itself.
      const titles = grid.sheet || found || grid.width > 3 ? [] : headingsAbove(grid, grid.rows.length);
      if (!grid.nested) state.path = applyHeadings(state.path, [...before, ...titles]);
      continue;
    }
    linkColumns++;
    if (grid.sheet) state.path = [];
    state.path = applyHeadings(state.path, [...before, ...headingsAbove(grid, header.start)]);
    last = header.columns;
    positions.push(...walkTable(grid, header, choices, state, (warning) => void warnings.push(warning)));
    columns.push(...describeColumns(grid, header));
    for (const note of grid.notes)
      warnings.push({ key: note.key, place: note.place, params: { limit: 256 } });
  }
  if (linkColumns === 0) throw new OfficeError(headers > 0 ? 'no-link-column' : 'no-table');
  if (positions.length === 0) throw new OfficeError('no-table');
  for (const column of columns)
    if (column.role === null && column.header !== '' && column.samples.length > 0)
      warnings.push({ key: 'unknown-column', place: column.grid, params: { header: column.header } });
  const hidden = positions.flatMap((position) => position.rows).filter((row) => row.hidden);
  if (hidden.length > 0)
    warnings.push({ key: 'hidden-rows', place: hidden[0]?.place ?? '', params: { n: hidden.length } });
  return { positions, columns, warnings };
}

/** Reads a preparation table from a file. Throws `OfficeError` with a sentence for the user. */
export async function readTable(
  bytes: Uint8Array,
  fileName: string,
  choices: ColumnChoices = {},
): Promise<TableResult> {
  return readTableGrids(await readGrids(bytes, fileName), choices);
}
