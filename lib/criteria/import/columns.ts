import type { Grid, GridRow } from '../../office/grid.ts';
import { squeeze } from '../../office/table/text.ts';
import { withoutCards } from './cards.ts';
import { type CriteriaRole, roleOf } from './labels.ts';
import { pointsAmong } from './points.ts';
import { headerCell, type Scale, scaleOf } from './scale.ts';

export interface CriteriaHeader {
  /** Index of the first header row and number of header rows. */
  readonly start: number;
  readonly size: number;
  readonly roles: readonly (CriteriaRole | null)[];
  /** Texts of the header's cells without spaces and signs: a repeated header is known by them. */
  readonly texts: ReadonlySet<string>;
  /** Points of the columns that are levels of a scale. */
  readonly scale: Scale;
  /** No column holds points: they stand in the texts of positions or criteria. */
  readonly inText: boolean;
}

const LINK_HEADER = /ссылк|адрес в сети|url/iu;

/** Header texts of `size` rows from `start`, column by column; what stands over several columns counts for each. */
function headerTexts(rows: readonly GridRow[], start: number, size: number, width: number): string[] {
  return Array.from({ length: width }, (_, column) => {
    const parts: string[] = [];
    for (const row of rows.slice(start, start + size)) {
      const text = headerCell(rows, row, column, start + size)?.text.trim() ?? '';
      if (text !== '' && !parts.includes(text)) parts.push(text);
    }
    return parts.join(' ');
  });
}

/** Roles of the columns; at most one column for the things a position has one of. */
function rolesOf(texts: readonly string[]): (CriteriaRole | null)[] {
  const roles = texts.map(roleOf);
  const points = roles.flatMap((role, i) => (role === 'points' ? [i] : []));
  if (points.length > 1) {
    const best = bestPoints(points, texts);
    for (const i of points) if (i !== best) roles[i] = 'note';
  }
  const positions = roles.flatMap((role, i) => (role === 'position' ? [i] : []));
  // Beside a column of positions «Что оценивается» is the criterion.
  if (positions.length > 1 && !roles.includes('criterion'))
    for (const i of positions)
      if (
        /что (?:именно )?оценива/iu.test(texts[i] ?? '') &&
        positions.some((other) => other !== i && !/что (?:именно )?оценива/iu.test(texts[other] ?? ''))
      )
        roles[i] = 'criterion';
  if (!roles.includes('position')) {
    const criteria = roles.flatMap((role, i) => (role === 'criterion' ? [i] : []));
    const plain = criteria.find(
      (i) => !/подход|порядок|как оцен|за что|описан|методик|услови/iu.test(texts[i] ?? ''),
    );
    const chosen = plain ?? criteria[0];
    if (chosen !== undefined) roles[chosen] = 'position';
  }
  return roles;
}

/**
 * The column of the maximum among several of points: «мин. | макс.», «баллы | получено», «2021 | 2022», «вес | балл».
 */
function bestPoints(columns: readonly number[], texts: readonly string[]): number | undefined {
  const text = (i: number): string => texts[i] ?? '';
  const named = columns.filter((i) => /макс|max|наибольш/iu.test(text(i)));
  const known = columns.filter(
    (i) => !/получ|факт|самооцен|набран|присво|выставл|эксперт|мин(?:\.|им)|^вес|коэффициент/iu.test(text(i)),
  );
  const left = named.length > 0 ? named : known.length > 0 ? known : columns;
  const year = (i: number): number => Number(/20\d\d/u.exec(text(i))?.[0] ?? 0);
  return left.toSorted((a, b) => year(b) - year(a) || a - b)[0];
}

function isHeader(roles: readonly (CriteriaRole | null)[]): boolean {
  return (
    roles.includes('position') &&
    (roles.includes('points') || roles.includes('level')) &&
    roles.filter((role) => role !== null).length >= 2
  );
}

/** Roles of a header of this height; the columns of a scale are levels. */
function describe(
  grid: Grid,
  start: number,
  size: number,
): Pick<CriteriaHeader, 'roles' | 'scale'> & { readonly texts: readonly string[] } {
  const scale = scaleOf(grid, start, size);
  const texts = headerTexts(grid.rows, start, size, grid.width);
  const roles = rolesOf(texts.map((text, column) => (scale[column] === null ? text : '')));
  const told = roles.map((role, column) => {
    if (scale[column] !== null) return 'level';
    return role === 'points' && !roles.includes('criterion') && isProse(grid, start + size, column)
      ? 'criterion'
      : role;
  });
  return {
    scale,
    texts,
    roles: withUnnamed(withStairs(told, texts, grid, start + size), texts, grid, start + size),
  };
}

type Roles = readonly (CriteriaRole | null)[];

/** «Направление / трек / позиция» over columns without a name of their own, each level a column further: all of them are its. */
function withStairs(roles: Roles, texts: readonly string[], grid: Grid, from: number): Roles {
  const first = roles.indexOf('position');
  if (first < 0 || !grid.sheet) return roles;
  const out = [...roles];
  for (let column = first + 1; column < out.length && texts[column] === ''; column++)
    if (
      grid.rows
        .slice(from)
        .some(({ cells }) => (cells[column]?.text.trim() ?? '') !== '' && !cells[column]?.covered)
    )
      out[column] = 'position';
  return out;
}

/** Where no column is called the criterion, the one of sentences between position and points is it. */
function withUnnamed(roles: Roles, texts: readonly string[], grid: Grid, from: number): Roles {
  const [first, last] = [roles.indexOf('position'), roles.indexOf('points')];
  if (first < 0 || last < 0 || roles.includes('criterion') || roles.includes('level')) return roles;
  const free = roles.flatMap((role, column) =>
    role === null && column > first && column < last && texts[column] !== '' && isProse(grid, from, column)
      ? [column]
      : [],
  );
  return free.length === 1 ? roles.map((role, column) => (column === free[0] ? 'criterion' : role)) : roles;
}

/** Whether most cells of a column are sentences: «Критерии (максимальный балл)» with the points at their end. */
function isProse(grid: Grid, from: number, column: number): boolean {
  const texts = grid.rows
    .slice(from, from + 40)
    .flatMap((row) => row.cells[column] ?? [])
    .filter((cell) => !cell.covered && cell.colSpan === 1 && cell.text.trim() !== '')
    .map((cell) => cell.text.trim().split(/\s+/).length);
  return texts.length >= 2 && texts.filter((words) => words >= 5).length * 2 > texts.length;
}

/** The header of a criteria table: a row (or two) naming at least positions and points. */
export function findCriteriaHeader(grid: Grid): CriteriaHeader | null {
  const last = Math.min(40, grid.rows.length);
  for (let start = 0; start < last; start++) {
    if (!mayBegin(grid, start)) continue;
    for (const size of [1, 2]) {
      const { roles, texts } = describe(grid, start, size);
      if (!isHeader(roles) || !mayBeHeader(texts)) continue;
      const height = size === 1 ? headerSize(grid, start) : size;
      const deep = describe(grid, start, height);
      const { roles: found, scale } = isHeader(deep.roles) ? deep : describe(grid, start, size);
      return header(grid, start, height, found, scale, false);
    }
  }
  for (let start = 0; start < last; start++) {
    if (!mayBegin(grid, start)) continue;
    const size = headerSize(grid, start);
    const { roles, texts, scale } = describe(grid, start, size);
    const named = roles.includes('position') && mayBeHeader(texts);
    if (!named || texts.some((text) => LINK_HEADER.test(text))) continue;
    if (pointsInTexts(grid, start + size, roles)) return header(grid, start, size, roles, scale, true);
  }
  return null;
}

/** A title above the header is no part of it. */
function mayBegin(grid: Grid, start: number): boolean {
  const own = (grid.rows[start]?.cells ?? []).filter((cell) => !cell.covered && cell.text.trim() !== '');
  return own.length >= 2;
}

function mayBeHeader(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  return filled.every((text) => text.length <= 200) && new Set(filled).size >= 2;
}

function header(
  grid: Grid,
  start: number,
  size: number,
  roles: CriteriaHeader['roles'],
  scale: Scale,
  inText: boolean,
): CriteriaHeader {
  return { start, size, roles, scale, inText, texts: headerWords(grid, start, size) };
}

/** True when at least half of the rows below, and two of them, name points in the text of a position or a criterion. */
function pointsInTexts(grid: Grid, from: number, roles: CriteriaHeader['roles']): boolean {
  const columns = roles.flatMap((role, i) => (role === 'position' || role === 'criterion' ? [i] : []));
  let rows = 0;
  let scored = 0;
  for (const row of grid.rows.slice(from)) {
    const cells = row.cells.filter((cell) => !cell.covered && cell.text.trim() !== '');
    if (cells.length < 2) continue;
    rows++;
    if (columns.some((i) => cells.some((cell) => cell.column === i && pointsAmong(cell.text) !== null)))
      scored++;
  }
  return scored >= 2 && scored * 2 >= rows;
}

/** Header cells that reach down make the rows below them part of the header. */
function headerSize(grid: Grid, start: number): number {
  const cells = (grid.rows[start]?.cells ?? []).filter((cell) => cell.text.trim() !== '');
  const reach = Math.max(1, ...cells.map((cell) => (cell.covered ? 1 : cell.rowSpan)));
  if (reach === 1 && goesOnBelow(grid, start)) return 2;
  return reach <= 3 ? reach : 1;
}

/** Without merged cells (a .csv): the row below fills only what this one left empty, and one cell beside it. */
function goesOnBelow(grid: Grid, start: number): boolean {
  const [row, below] = [grid.rows[start], grid.rows[start + 1]];
  if (!grid.sheet || !row || !below) return false;
  const text = (from: GridRow, column: number): string => from.cells[column]?.text.trim() ?? '';
  const filled = below.cells.map(({ column }) => column).filter((column) => text(below, column) !== '');
  const first = filled[0];
  if (first === undefined || filled.length < 2 || text(row, first) === '') return false;
  return filled.every((column, i) => {
    const beside = i === 0 || (column === (filled[i - 1] as number) + 1 && text(row, column) === '');
    return text(below, column).length <= 40 && beside;
  });
}

/** True when these cells repeat the header (a table that goes on over a page). */
export function repeatsHeader(row: GridRow, header: CriteriaHeader): boolean {
  const texts = row.cells
    .filter((cell) => !cell.covered && cell.text.trim() !== '')
    .map(({ text }) => squeeze(text));
  const alike = texts.filter((text) => header.texts.has(text)).length;
  return alike >= 1 && alike * 2 > texts.length && (alike >= 2 || header.size > 1);
}

/** Every text that stands in the rows of the header. */
function headerWords(grid: Grid, start: number, size: number): Set<string> {
  const cells = grid.rows.slice(start, start + size).flatMap((row) => row.cells);
  return new Set(cells.map(({ text }) => squeeze(text)).filter((text) => text !== ''));
}

/**
 * True when the sheets and tables are a criteria document, not a preparation table: some table names positions and
 * points, and none has a column for links to fill in.
 */
export function looksLikeCriteria(grids: readonly Grid[]): boolean {
  let found = false;
  for (const given of grids) {
    const grid = withoutCards(given);
    const header = findCriteriaHeader(grid);
    if (!header) continue;
    const texts = headerTexts(grid.rows, header.start, header.size, grid.width);
    if (texts.some((text) => LINK_HEADER.test(text) && text.length < 80)) return false;
    found = true;
  }
  return found;
}
