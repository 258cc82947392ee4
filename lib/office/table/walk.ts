import { textKey } from '../../reference/text.ts';
import type { Cell, Grid, GridRow } from '../grid.ts';
import { hasDirection, headingOfName } from './around.ts';
import { readDocuments, type Warn } from './documents.ts';
import { type Header, headerAt, officialColumns } from './header.ts';
import { applyHeadings, type Heading, heading, headingsOf, TRACK } from './headings.ts';
import { rowKinds } from './kinds.ts';
import { cellsOf, columnsWith, ownText, singleText } from './rows.ts';
import { headingText, leadingNumber, oneLine, positionText } from './text.ts';
import type { ColumnChoices, TablePosition, TableRow } from './types.ts';

/** Walking down a table: headings make the path, positions gather their rows. */

/** What goes on from one table of a document to the next. */
export interface WalkState {
  path: Heading[];
}

interface Draft {
  readonly path: readonly string[];
  readonly text: string;
  readonly number: string;
  readonly place: string;
  readonly rows: TableRow[];
  /** The cells of its text, to know a merged position again. */
  readonly cells: readonly Cell[];
}

const HEADING_ROLES = ['section', 'direction', 'track', 'component'] as const;

/** Positions of the table that begins with `header`. `state.path` is taken over and left as it is at the end. */
export function walkTable(
  grid: Grid,
  header: Header,
  choices: ColumnChoices,
  state: WalkState,
  warn: Warn,
): TablePosition[] {
  const positions: Draft[] = [];
  const filled: string[] = HEADING_ROLES.map(() => '');
  let run: Heading[] = [];
  let stem: { text: string; small: boolean | null } | null = null;
  let current: Draft | null = null;
  let { columns } = header;

  function endRun(): void {
    if (run.length === 0) return;
    state.path = applyHeadings(state.path, run);
    run = [];
    stem = null;
    current = null;
  }

  /**
   * Headings that stand in columns of their own: an empty cell repeats the one above it. A new one ends what rows above
   * said of its level and of those below. `except`: a heading over the whole width may begin in such a column.
   */
  function fromColumns(row: GridRow, except: Cell | null = null): Heading[] {
    for (const [level, role] of HEADING_ROLES.entries()) {
      const cells = cellsOf(row, columnsWith(columns, role)).filter((cell) => cell !== except);
      const texts = cells.map((cell) => (cell.kind === 'number' ? cell.text.replace(',', '.') : cell.text));
      const text = headingText(texts.join(' '));
      if (text === '' || text === filled[level]) continue;
      filled[level] = text;
      filled.fill('', level + 1);
      state.path = state.path.filter((item) => (item.level ?? TRACK) < level);
    }
    return filled.flatMap((text, index) => (text === '' ? [] : [heading(text, index)]));
  }

  function pathOf(row: GridRow): string[] {
    const own = fromColumns(row);
    const levels = new Set(own.map((item) => item.level));
    // Levels without a column come from rows; a row without a known level is a track.
    const rest = state.path.filter((item) => !levels.has(item.level ?? TRACK));
    const path =
      own.length === 0
        ? state.path
        : [...rest, ...own].sort((a, b) => (a.level ?? TRACK) - (b.level ?? TRACK));
    const named = hasDirection(path) ? null : headingOfName(grid.name);
    return (named ? [named, ...path] : path).map((item) => item.text);
  }

  function begin(text: string, row: GridRow, cells: readonly Cell[], path: readonly string[]): Draft {
    const small = /^\p{Ll}/u.test(positionText(text));
    if (stem && stem.small === null) stem.small = small;
    // A lead-in of items in small letters ends where a text begins with a capital one.
    if (stem?.small && !small) stem = null;
    const own = positionText(text);
    const draft: Draft = {
      path,
      text: stem ? `${stem.text} ${own}` : own,
      number: numberOf(row) || leadingNumber(text),
      place: cells[0]?.place ?? row.cells[0]?.place ?? '',
      rows: [],
      cells,
    };
    positions.push(draft);
    return draft;
  }

  function numberOf(row: GridRow): string {
    const cells = cellsOf(row, columnsWith(columns, 'number')).map((cell) =>
      oneLine(cell.kind === 'number' ? cell.text.replace(',', '.') : cell.text),
    );
    return cells[0] ?? '';
  }

  /** The position of a row: the one before, when its cell is merged, empty or repeated. */
  function positionAt(row: GridRow): Draft {
    const cells = cellsOf(row, columnsWith(columns, 'position')).filter((cell) => cell.text.trim() !== '');
    const text = cells.map((cell) => oneLine(cell.text)).join(' ');
    const path = pathOf(row);
    const samePath = current !== null && current.path.join('|') === path.join('|');
    if (current && cells.length > 0 && cells.every((cell, index) => current?.cells[index] === cell))
      return current;
    if (text === '') {
      if (run.length > 0) return titled(row);
      if (current) return current;
      warn({ key: 'no-position', place: row.cells[0]?.place ?? '', params: {} });
      return begin('', row, [], path);
    }
    endRun();
    const number = numberOf(row) || leadingNumber(text);
    const own = positionText(text);
    const full = stem ? `${stem.text} ${own}` : own;
    if (
      current &&
      (samePath || run.length === 0) &&
      current.path.join('|') === pathOf(row).join('|') &&
      [textKey(own), textKey(full)].includes(textKey(current.text)) &&
      (number === '' || current.number === '' || number === current.number)
    )
      return current;
    return begin(text, row, cells, pathOf(row));
  }

  /** Links right below headings, without a position beside them: the last heading is the position. */
  function titled(row: GridRow): Draft {
    const last = run.pop() as Heading;
    const before = run.length > 0;
    endRun();
    if (!before) current = null;
    return begin(last.text, row, [], pathOf(row));
  }

  const rows = grid.rows.slice(header.start + header.size);
  for (let from = 0; from < rows.length; ) {
    // A repeated header may bring its columns in another order.
    const again = nextHeader(grid, header.start + header.size + from, header, choices);
    const until = again ? again.start - header.start - header.size : rows.length;
    const part = rows.slice(from, until);
    for (const [index, kind] of rowKinds(part, columns).entries()) {
      const row = part[index] as GridRow;
      const single = singleText(row, columns);
      if (kind === 'skip') continue;
      if (kind === 'heading' || kind === 'stem') fromColumns(row, single);
      if (kind === 'heading' && single) {
        const number = numberOf(row);
        const text = oneLine(single.text);
        const coded =
          /^[12]\.\d$/.test(number.replace(/\.$/, '')) && /^систем/i.test(text) ? `${number} ${text}` : text;
        run.push(...(coded === text ? headingsOf(single.text) : [heading(coded)]));
        continue;
      }
      if (kind === 'stem' && single) {
        endRun();
        stem = { text: positionText(single.text), small: null };
        current = null;
        continue;
      }
      if (kind === 'position') {
        fromColumns(row);
        if (ownText(row, columnsWith(columns, 'position')) === '') continue;
        current = positionAt(row);
        continue;
      }
      current = positionAt(row);
      for (const set of columns.sets) current.rows.push(...readDocuments(row, set, warn));
    }
    if (!again) break;
    columns = again.columns;
    from = until + again.size;
  }
  // Headings at the very end stand above the next table of the document.
  if (run.length > 0) state.path = applyHeadings(state.path, run);
  return positions
    .filter((draft) => draft.text !== '' || draft.rows.length > 0)
    .map(({ path, text, number, place, rows: found }) => ({ path, text, number, place, rows: found }));
}

/** The header repeated further down, perhaps with its columns in another order; rows that only look like one do not count. */
function nextHeader(grid: Grid, start: number, first: Header, choices: ColumnChoices): Header | null {
  const linked = first.columns.roles.includes('url');
  const enough = Math.min(4, officialColumns(first.columns));
  for (let at = start; at < grid.rows.length; at++) {
    const header =
      headerAt(grid, at, 1, choices) ?? (first.size > 1 ? headerAt(grid, at, first.size, choices) : null);
    if (!header || header.columns.roles.includes('url') !== linked) continue;
    if (officialColumns(header.columns) >= enough) return header;
  }
  return null;
}
