import { type Grid, type GridRow, shown } from '../../office/grid.ts';
import { squeeze } from '../../office/table/text.ts';
import { collapse } from '../../reference/text.ts';

/** What a column of a criteria document holds. */
export type CriteriaRole =
  | 'number'
  | 'section'
  | 'direction'
  | 'track'
  | 'component'
  | 'position'
  | 'criterion'
  | 'points'
  | 'note';

export interface CriteriaHeader {
  /** Index of the first header row and number of header rows. */
  readonly start: number;
  readonly size: number;
  readonly roles: readonly (CriteriaRole | null)[];
  /** Texts of the header's cells without spaces and signs: a repeated header is known by them. */
  readonly texts: ReadonlySet<string>;
}

/** Words of headers, the telling ones first. */
const WORDS: readonly (readonly [RegExp, CriteriaRole])[] = [
  [/балл|^макс|^вес(?:$|\s)|^оценка$|^max$/iu, 'points'],
  [
    /подход\S* к оцен|критери\S* (?:оцен|начисл|выстав|присв)|порядок оцен|как оцен|за что|описание (?:критери|показат)|содержание критери|требовани|услови\S* (?:начисл|получ)|характеристик|расшифровк|методик\S* оцен|показател\S* оцен/iu,
    'criterion',
  ],
  [/позици|оцениваемы|объект\S* оцен|что оценива|предмет оцен/iu, 'position'],
  [/^трек|название трека|наименование трека/iu, 'track'],
  [/компонент|управленческ\S* цикл|этап|стади/iu, 'component'],
  [/направлени/iu, 'direction'],
  [/^раздел|^блок|^механизм/iu, 'section'],
  [/^(?:№|n|no|номер|код|шифр|п\/п|# *$|индекс)/iu, 'number'],
  [/примечани|комментари|источник|основани|ссылк|документ/iu, 'note'],
  [/критери/iu, 'criterion'],
  [/показател|наименовани|формулировк/iu, 'position'],
];

function roleOf(header: string): CriteriaRole | null {
  if (header.length > 400) return null;
  const line = collapse(header.replace(/-\s*\n\s*(?=\p{Ll})/gu, ''));
  // «до 2 баллов», «1 балл – …» are points, not a name for them.
  if (line === '' || line.length > 160 || /^(?:от|до|не более)?\s*\d.*балл/iu.test(line)) return null;
  return WORDS.find(([pattern]) => pattern.test(line))?.[1] ?? null;
}

const LINK_HEADER = /ссылк|адрес в сети|url/iu;

/** Header texts of `size` rows from `start`, column by column; what stands over several columns counts for each. */
function headerTexts(rows: readonly GridRow[], start: number, size: number, width: number): string[] {
  return Array.from({ length: width }, (_, column) => {
    const parts: string[] = [];
    for (const row of rows.slice(start, start + size)) {
      const cell = row.cells[column];
      const text = cell ? shown(cell).text.trim() : '';
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
    // «мин | макс», «баллы | получено»: the maximum is meant.
    const best = points.find((i) => /макс|max/iu.test(texts[i] ?? '')) ?? points[0];
    for (const i of points) if (i !== best) roles[i] = 'note';
  }
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

function isHeader(roles: readonly (CriteriaRole | null)[]): boolean {
  return (
    roles.includes('position') &&
    roles.includes('points') &&
    roles.filter((role) => role !== null).length >= 2
  );
}

/** The header of a criteria table: a row (or two) naming at least positions and points. */
export function findCriteriaHeader(grid: Grid): CriteriaHeader | null {
  const rows = grid.rows.slice(0, 40);
  for (let start = 0; start < rows.length; start++) {
    const own = (rows[start]?.cells ?? []).filter((cell) => !cell.covered && cell.text.trim() !== '');
    // A title above the header is no part of it.
    if (own.length < 2) continue;
    for (const size of [1, 2]) {
      const texts = headerTexts(grid.rows, start, size, grid.width);
      if (texts.filter((text) => text !== '').length < 2) continue;
      if (texts.some((text) => text.length > 200)) continue;
      const roles = rolesOf(texts);
      if (!isHeader(roles) || new Set(texts.filter((text) => text !== '')).size < 2) continue;
      const height = size === 1 ? headerSize(grid, start) : size;
      return {
        start,
        size: height,
        roles: refine(grid, start, roles),
        texts: headerWords(grid, start, height),
      };
    }
  }
  return null;
}

/** Header cells that reach down make the rows below them part of the header. */
function headerSize(grid: Grid, start: number): number {
  const cells = (grid.rows[start]?.cells ?? []).filter((cell) => cell.text.trim() !== '');
  const reach = Math.max(1, ...cells.map((cell) => (cell.covered ? 1 : cell.rowSpan)));
  return reach <= 3 ? reach : 1;
}

function refine(
  grid: Grid,
  start: number,
  roles: readonly (CriteriaRole | null)[],
): readonly (CriteriaRole | null)[] {
  const size = headerSize(grid, start);
  if (size === 1) return roles;
  const deep = rolesOf(headerTexts(grid.rows, start, size, grid.width));
  return isHeader(deep) ? deep : roles;
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
  for (const grid of grids) {
    const header = findCriteriaHeader(grid);
    if (!header) continue;
    const texts = headerTexts(grid.rows, header.start, header.size, grid.width);
    if (texts.some((text) => LINK_HEADER.test(text) && text.length < 80)) return false;
    found = true;
  }
  return found;
}
