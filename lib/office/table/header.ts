import { textKey } from '../../reference/text.ts';
import type { Cell, Grid, GridRow } from '../grid.ts';
import { shown } from '../grid.ts';
import { oneLine, squeeze } from './text.ts';
import type { ColumnChoices, ColumnRole } from './types.ts';

/** Finding the header of a preparation table and what its columns hold, whatever the order and the line breaks. */

/** The columns of one table. A role may have several columns (a merged header, or link after link to the right). */
export interface Columns {
  readonly roles: readonly (ColumnRole | null)[];
  readonly headers: readonly string[];
  /** Links side by side: each set of columns gives its own rows. Always at least one set. */
  readonly sets: readonly ColumnSet[];
}

export interface ColumnSet {
  readonly url: readonly number[];
  readonly name: readonly number[];
  readonly pages: readonly number[];
  readonly comment: readonly number[];
}

export interface Header {
  /** Index of its first row in `grid.rows`, and how many rows it takes. */
  readonly start: number;
  readonly size: number;
  readonly columns: Columns;
}

/** In order: the first that fits decides. Tested on the header's letters only, so breaks and hyphens do not matter. */
const ROLES: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^(?:количеств|колво|кол|числ|объем|всего)/, 'ignore'],
  [/^(?:№|n|номер|код)(?:пп|позиц\S*|пункт\S*|строк\S*)?$|^ппп?$|^п$|^№/, 'number'],
  [/^коммент\S*эксперт|^оценкаэксперт|^замечани/, 'ignore'],
  [/^коммент|^пояснен|^обоснован|какданнаяпозиция/, 'comment'],
  [/^(?:название|наименование|код|номер)?направлен/, 'direction'],
  [/^(?:название|наименование|номер)?трек/, 'track'],
  [/компонент|^этап(?:управл|цикла)|^раздел(?:управл|цикла)/, 'component'],
  [/^раздел$|^механизмы?$|^механизмуправл/, 'section'],
  [/^ссылк|^гиперссылк|^url|^link|^(?:интернет|веб|электронный)?адрес(?!н)|^гдеразмещ|^месторазмещ/, 'url'],
  [/страниц|^стр$|^стрдля|^листы?$/, 'pages'],
  [/позици|^критери[ий](?:оцен|$)|^показател[ьи](?:оцен\S*|дляоцен\S*)?$|^оцениваем/, 'position'],
  [/ссылк|url/, 'url'],
  [/наименов|назван|^реквизит|^документ(?:ы|а)?$/, 'name'],
  [
    /балл|ответств|^срок|^статус|исполнител|готовност|отметка|^дата|проверен|куратор|школа|организаци/,
    'ignore',
  ],
];

/** Names of the columns as the slides give them, for headers cut over several rows. */
const FULL_NAMES = [
  'позицииоценивания',
  'ссылканадокумент',
  'ссылкинадокументы',
  'наименованиедокумента',
  'наименованиедокументов',
  'страницыдляэкспертизы',
  'комментариикакданнаяпозицияоцениванияпредставленанауказанныхстраницах',
  'комментарийкдокументу',
];

/** A verb in the third person: such a cell tells what a document must have, it names no column. */
const TELLS =
  /(?:^|[^\p{L}])(?:содерж[иа]т|содержится|представлен[аоы]?|указан[аоы]?|привед[её]н[аоы]?|размещ[её]н[аоы]?|опубликован[аоы]?|описан[аоы]?|имеется|имеются|есть|прилагается|отсутствует|отсутствуют|разработан[аоы]?|утвержд[её]н[аоы]?|позволяет|раскрывает|отража[ею]т|включает|подтвержда[ею]т|\p{L}+(?:ется|ются|[аяу]ют|[аяу]ет))(?!\p{L})/iu;
/** The columns whose header is a sentence by itself: «Комментарии (как данная позиция оценивания представлена …)». */
const OWN_SENTENCE = /^(?:комментари|пояснени|какданная|гдеразмещ|месторазмещ|ссылк|страниц|стр)/;

/** Role a header names, or null. */
export function headerRole(header: string): ColumnRole | null {
  const letters = squeeze(header);
  if (letters === '' || letters.length > 200) return null;
  if (TELLS.test(header) && !OWN_SENTENCE.test(letters)) return null;
  return ROLES.find(([pattern]) => pattern.test(letters))?.[1] ?? null;
}

/** Key by which a choice of the user for a header is remembered. */
export function headerKey(header: string): string {
  return textKey(header).replaceAll(' ', '');
}

function columnTexts(rows: readonly GridRow[], width: number): { texts: string[]; cells: (Cell | null)[] } {
  const texts: string[] = [];
  const cells: (Cell | null)[] = [];
  for (let column = 0; column < width; column++) {
    const seen = new Set<Cell>();
    for (const row of rows) {
      const cell = row.cells[column] && shown(row.cells[column] as Cell);
      // A cell over the whole table is its title.
      if (cell && cell.text !== '' && cell.colSpan < Math.max(3, width - 1)) seen.add(cell);
    }
    texts.push([...seen].map((cell) => cell.text).join('\n'));
    cells.push([...seen].at(-1) ?? null);
  }
  return { texts, cells };
}

interface Draft {
  roles: (ColumnRole | null)[];
  readonly texts: readonly string[];
  readonly cells: readonly (Cell | null)[];
}

const columnsOfRole = (draft: Draft, role: ColumnRole): number[] =>
  draft.roles.flatMap((it, column) => (it === role ? [column] : []));

/** Keeps the columns under one header cell for this role; others of the role are not understood and shown as such. */
function keepOne(draft: Draft, role: ColumnRole, better: RegExp): void {
  const columns = columnsOfRole(draft, role);
  const chosen = columns.find((column) => better.test(squeeze(draft.texts[column] ?? ''))) ?? columns[0];
  if (chosen === undefined) return;
  for (const column of columns) if (draft.cells[column] !== draft.cells[chosen]) draft.roles[column] = null;
}

/** Sets of columns, one for each link; changes roles where several columns claim one. */
function buildSets(draft: Draft): ColumnSet[] {
  keepOne(draft, 'position', /^позици/);
  const { cells } = draft;
  const urls = columnsOfRole(draft, 'url');
  // Columns under one merged header are one column in parts.
  const groups = urls.filter(
    (column, index) => index === 0 || cells[column] !== cells[urls[index - 1] as number],
  );
  const sets = Array.from({ length: Math.max(1, groups.length) }, (_, index) => ({
    url: urls.filter((column) => cells[column] === cells[groups[index] as number]),
    name: [] as number[],
    pages: [] as number[],
    comment: [] as number[],
  }));
  for (const role of ['name', 'pages', 'comment'] as const) {
    // As many columns of this kind as links: they go in step; otherwise one of them belongs to the first link.
    if (columnsOfRole(draft, role).length !== groups.length)
      keepOne(draft, role, /документ|экспертиз|какданная/);
    for (const [index, column] of columnsOfRole(draft, role).entries())
      sets[columnsOfRole(draft, role).length === groups.length ? index : 0]?.[role].push(column);
  }
  return sets;
}

/** How many of the five columns of the official table there are. */
export function officialColumns(columns: Columns): number {
  return (['position', 'url', 'name', 'pages', 'comment'] as const).filter((role) =>
    columns.roles.includes(role),
  ).length;
}

/** Columns from the texts of a header; null when it is none. */
function columnsOf(rows: readonly GridRow[], width: number, choices: ColumnChoices): Columns | null {
  const { texts, cells } = columnTexts(rows, width);
  const headers = texts.map(oneLine);
  const roles = texts.map((text): ColumnRole | null => {
    const chosen = text === '' ? undefined : choices[headerKey(text)];
    return chosen ?? headerRole(text);
  });
  const has = new Set(roles);
  const wanted = (['position', 'url', 'name', 'pages', 'comment'] as const).filter((role) => has.has(role));
  const cellsOfRoles = new Set(cells.filter((_, column) => roles[column] !== null));
  if (wanted.length < 2 || cellsOfRoles.size < 2) return null;
  if (!(has.has('url') || (has.has('position') && wanted.length >= 3))) return null;
  const draft: Draft = { roles, texts, cells };
  const sets = buildSets(draft);
  return { roles: draft.roles, headers, sets };
}

/** True when the next row only goes on with the headers above: «Наименова» + «ние документа». */
function goesOn(columns: Columns, row: GridRow): boolean {
  const filled = row.cells.filter((cell) => !cell.covered && cell.text.trim() !== '');
  if (filled.length === 0) return false;
  return filled.every((cell) => {
    const before = squeeze(columns.headers[cell.column] ?? '');
    const joined = before + squeeze(cell.text);
    return (
      before !== '' && FULL_NAMES.some((name) => name.startsWith(joined) && !FULL_NAMES.includes(before))
    );
  });
}

/** The header that begins at this row of the grid, or null. `size`: how many rows may make it up at most. */
export function headerAt(grid: Grid, start: number, size: number, choices: ColumnChoices): Header | null {
  const rows = grid.rows.slice(start, start + size);
  if (rows.length < size) return null;
  let columns = columnsOf(rows, grid.width, choices);
  if (!columns) return null;
  let used = size;
  for (
    let next = grid.rows[start + used];
    next && used < 6 && goesOn(columns, next);
    next = grid.rows[start + used]
  ) {
    used++;
    columns = columnsOf(grid.rows.slice(start, start + used), grid.width, choices) ?? columns;
  }
  // A header cell merged downwards covers the row of its parts («Документ» over «Ссылка» and «Наименование»).
  const first = grid.rows[start] as GridRow;
  const down = Math.max(
    1,
    ...first.cells
      .filter((cell) => !cell.covered)
      .map((cell) => (cell.colSpan < grid.width - 1 ? cell.rowSpan : 1)),
  );
  const bottom = first.number + down - 1;
  let deeper = used;
  while ((grid.rows[start + deeper]?.number ?? Number.POSITIVE_INFINITY) <= bottom && deeper < 6) deeper++;
  if (deeper > used) {
    const wider = columnsOf(grid.rows.slice(start, start + deeper), grid.width, choices);
    if (wider) return { start, size: deeper, columns: wider };
  }
  return { start, size: used, columns };
}

/** The first header of a grid, or null: the fewest rows that make one. */
export function findHeader(grid: Grid, choices: ColumnChoices): Header | null {
  for (const size of [1, 2, 3, 4])
    for (let start = 0; start < Math.min(grid.rows.length, 200); start++) {
      const header = headerAt(grid, start, size, choices);
      if (header) return header;
    }
  return null;
}
