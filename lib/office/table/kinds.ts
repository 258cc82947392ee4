import type { Cell, GridRow } from '../grid.ts';
import type { Columns } from './header.ts';
import { COMPONENT, componentOrder, DIRECTION, headingLevel, SECTION, TRACK } from './headings.ts';
import { isColumnNumbers, isExample, isHint, isNote, isSignature } from './noise.ts';
import { columnsWith, hasData, isSaying, ownText, singleText, wideCell } from './rows.ts';
import { leadingNumber, oneLine, squeeze } from './text.ts';

/** What each row below the header is. Judged with its neighbours: «Мониторинг» alone in a row can be many things. */
export type RowKind = 'data' | 'heading' | 'stem' | 'position' | 'skip';

interface Seen {
  readonly row: GridRow;
  readonly data: boolean;
  readonly cell: Cell | null;
  readonly text: string;
  readonly wide: boolean;
  /** Number of the row, from its own column or before its text. */
  readonly number: string;
  readonly numberInColumn: boolean;
  readonly order: number | null;
  readonly level: number | null;
}

function see(row: GridRow, columns: Columns): Seen {
  const data = hasData(row, columns);
  const cell = data ? null : singleText(row, columns);
  const text = cell ? oneLine(cell.text) : '';
  const own = oneLine(ownText(row, columnsWith(columns, 'number')));
  const numberInColumn = /^\d+(?:\.\d+)*\.?$/.test(own);
  const number = numberInColumn ? own.replace(/\.$/, '') : leadingNumber(text);
  const withNumber = cell && /^\d/.test(own) && own !== text ? `${own} ${text}` : text;
  return {
    row,
    data,
    cell,
    text,
    wide: cell !== null && (wideCell(row, columns) === cell || coversLinks(cell, columns)),
    number,
    numberInColumn,
    order: text === '' ? null : componentOrder(text),
    level:
      text === ''
        ? null
        : (headingLevel(text) ?? (headingLevel(withNumber) === 1 && /^систем/i.test(text) ? 1 : null)),
  };
}

function coversLinks(cell: Cell, columns: Columns): boolean {
  return columns.sets.some((set) =>
    set.url.some((column) => column >= cell.column && column < cell.column + cell.colSpan),
  );
}

/** «1.1» before «1.1.1»; a running number in a column says nothing of codes in the texts below. */
const isBranch = (it: Seen, next: Seen): boolean =>
  it.number !== '' && next.number.startsWith(`${it.number}.`) && it.numberInColumn === next.numberInColumn;

function isNoise(seen: Seen, columns: Columns, tail: boolean, afterHeader: boolean): boolean {
  const texts = seen.row.cells.filter((cell) => !cell.covered).map((cell) => cell.text);
  if (isColumnNumbers(texts)) return true;
  if (afterHeader && (isHint(texts) || isExample(ownText(seen.row, columnsWith(columns, 'position')))))
    return true;
  if (!texts.some(isSaying)) return true;
  if (tail && isSignature(texts.filter(isSaying))) return true;
  if (seen.data) return false;
  if (seen.cell === null)
    return !texts.some((text, index) => columns.roles[index] !== null && isSaying(text));
  return isNote(seen.text);
}

const LEVELS = [
  ['section', SECTION],
  ['direction', DIRECTION],
  ['track', TRACK],
  ['component', COMPONENT],
] as const;

/** Kinds of all rows from the first below the header on. `numbered` rows of the header itself are not among them. */
export function rowKinds(rows: readonly GridRow[], columns: Columns): RowKind[] {
  const seen = rows.map((row) => see(row, columns));
  const lastLink = rows.findLastIndex((row) =>
    columns.sets.some((set) =>
      set.url.some((column) => {
        const cell = row.cells[column];
        return cell && (cell.links.length > 0 || /https?:|www\.|\.\p{L}{2,}\//iu.test(cell.text));
      }),
    ),
  );
  // In a table without a link yet, only the last rows can be signatures.
  const tail = lastLink < 0 ? rows.length - 8 : lastLink;
  const kinds = seen.map((it, index): RowKind | null => {
    if (isNoise(it, columns, index > tail, index < 2)) return 'skip';
    if (it.data) return 'data';
    return it.cell === null ? 'position' : null;
  });
  const single = (index: number): boolean => kinds[index] === null;
  const wideLevels = new Set(seen.flatMap((it, index) => (single(index) && it.wide ? [it.level] : [])));
  const anyWide = [...wideLevels].some((level) => level !== null);
  const components = seen.some((it, index) => single(index) && it.order !== null);
  const inColumns = new Set<number>(
    LEVELS.filter(([role]) => columnsWith(columns, role).length > 0).map(([, it]) => it),
  );
  const boldTells = boldMarksHeadings(
    seen,
    seen.filter((_, index) => single(index)),
    columns,
  );

  // Order of the step named last above each row.
  const orders: (number | null)[] = [];
  for (let index = 0, last: number | null = null; index < seen.length; index++) {
    orders.push(last);
    if (single(index)) last = seen[index]?.order ?? last;
  }

  let unclear: boolean | null = null;
  const it = (index: number): Seen => seen[index] as Seen;

  function previous(index: number): number {
    let at = index - 1;
    while (at >= 0 && kinds[at] === 'skip') at--;
    return at;
  }

  function next(index: number): number {
    let at = index + 1;
    while (kinds[at] === 'skip') at++;
    return at;
  }

  function isHeading(index: number): boolean {
    const it = seen[index] as Seen;
    if (it.wide) return true;
    // A level that has a column of its own, and all above it, is named there.
    if (it.level !== null && inColumns.has(it.level)) return false;
    if (inColumns.has(COMPONENT) && it.level === null) return !inColumns.has(TRACK) && afterDirection(index);
    // Where steps of the cycle are merged rows, a narrow row of that name is a position.
    if (it.level === COMPONENT && wideLevels.has(COMPONENT)) return false;
    if (it.level !== null) return true;
    const after = seen[next(index)];
    if (after && isBranch(it, after)) return true;
    // Codes of several levels tell all: one that is no beginning of the next belongs to a position.
    if (
      after &&
      it.number.includes('.') &&
      after.number.includes('.') &&
      it.numberInColumn === after.numberInColumn
    )
      return false;
    if (it.text.endsWith(':')) return false;
    if (boldTells && it.cell?.bold) return true;
    return !anyWide && !inColumns.has(TRACK) && leadsToComponent(index);
  }

  /** A narrow row before a component's row is a track, unless the cycle only goes on: then it is an empty position. */
  function leadsToComponent(index: number): boolean {
    const at = next(index);
    const after = seen[at];
    if (!after || !single(at)) return followsDirection(index) && !components;
    if (after.level !== COMPONENT)
      return after.level === null && followsDirection(index) && single(at) && leadsToComponent(at);
    if (followsDirection(index)) return true;
    const before = orders[index] ?? null;
    if (before === null || after.order === null || after.order <= before) return true;
    unclear ??= unclearAreTracks();
    return unclear && seen[previous(index)]?.order == null;
  }

  function followsDirection(index: number): boolean {
    return columnBegins(it(index).row, columns) || afterDirection(index);
  }

  function afterDirection(index: number): boolean {
    const at = previous(index);
    const before = seen[at];
    return before !== undefined && single(at) && before.level !== null && before.level < COMPONENT;
  }

  /**
   * A narrow row before a later step is the next track (short cycle) or an empty position at the end of the step
   * above. As many of these rows as there are steps that end in an empty position elsewhere are to be expected; more
   * are tracks.
   */
  function unclearAreTracks(): boolean {
    let [steps, tracks, doubtful, empty, filled] = [0, 0, 0, 0, 0];
    for (let index = 0; index < seen.length; index++) {
      if (kinds[index] === 'data' && columnsWith(columns, 'position').some((c) => says(it(index).row, c)))
        filled++;
      if (!single(index)) continue;
      if (it(index).order !== null) steps++;
      if (it(index).level !== null || it(index).text.endsWith(':')) continue;
      const after = seen[next(index)];
      const [order, before] = [single(next(index)) ? (after?.order ?? null) : null, orders[index] ?? null];
      if (order === null) empty++;
      else if (followsDirection(index) || before === null || order <= before) tracks++;
      else doubtful++;
    }
    const share = empty / Math.max(1, empty + filled);
    return tracks > 0 && share * steps * 2 < doubtful;
  }

  return kinds.map((kind, index) => {
    if (kind !== null) return kind;
    const it = seen[index] as Seen;
    if (it.text.endsWith(':') && (it.level === null || it.level === COMPONENT) && stemGoesOn(seen, index))
      return 'stem';
    return isHeading(index) ? 'heading' : 'position';
  });
}

/** A lead-in has items below it: a row with text of its own, not another heading. */
function stemGoesOn(seen: readonly Seen[], index: number): boolean {
  const after = seen[index + 1];
  return after !== undefined && (after.data || (after.cell !== null && after.level === null));
}

/** True when bold tells headings from positions: single rows are bold and the positions beside links are not. */
function boldMarksHeadings(seen: readonly Seen[], singles: readonly Seen[], columns: Columns): boolean {
  const positions = columnsWith(columns, 'position');
  const beside = seen
    .filter((it) => it.data)
    .flatMap((it) => positions.map((column) => it.row.cells[column]))
    .filter((cell) => cell && !cell.covered && squeeze(cell.text) !== '');
  const bold = beside.filter((cell) => cell?.bold).length;
  if (bold * 2 > beside.length) return false;
  return beside.length > 0 || singles.some((it) => !it.cell?.bold);
}

const says = (row: GridRow, column: number): boolean => isSaying(ownText(row, [column]));

/** True where a direction in a column of its own begins. */
function columnBegins(row: GridRow, columns: Columns): boolean {
  return columnsWith(columns, 'direction').some((column) => says(row, column));
}
