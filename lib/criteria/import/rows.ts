import { type Cell, type Grid, type GridRow, shown } from '../../office/grid.ts';
import {
  COMPONENT,
  DIRECTION,
  type Heading,
  heading,
  headingLevel,
  headingsOf,
  SECTION,
  TRACK,
} from '../../office/table/headings.ts';
import { isColumnNumbers, isNote, isPageNumber, isSignature } from '../../office/table/noise.ts';
import { leadingNumber, oneLine, positionText } from '../../office/table/text.ts';
import { withoutEnd } from '../../reference/ends.ts';
import { type CriteriaHeader, repeatsHeader } from './columns.ts';
import { itemsOfCell } from './items.ts';
import type { CriteriaRole } from './labels.ts';
import { isNextNumber } from './numbers.ts';
import { isPoints, pointsIn, pointsOf, withoutPoints } from './points.ts';
import { type Score, scoreOf } from './score.ts';
import { type Subtotal, subtotalOf } from './subtotal.ts';

export interface PositionRow {
  readonly kind: 'position';
  readonly text: string;
  readonly number: string;
  /** The text is an item that may belong to a stem above: it begins small or with a bullet. */
  readonly item: boolean;
  readonly criterion: string;
  readonly points: number | null;
  /** The points stand in a cell merged over this row and rows above. */
  readonly shared: boolean;
  readonly note: string;
  /** Headings that stand in columns of the row. */
  readonly headings: readonly Heading[];
  readonly place: string;
}

/** What one row of a criteria table is. */
export type CriteriaRow =
  | { kind: 'skip' }
  | { kind: 'subtotal'; subtotal: Subtotal; points: number | null; place: string }
  /** `points`: a maximum printed beside the heading; `outer`: headings named before it («Трек / Показатели»). */
  | { kind: 'heading'; heading: Heading; outer: readonly Heading[]; points: number | null; place: string }
  | { kind: 'stem'; text: string }
  | PositionRow
  /** Items of one cell, each with its own line of points. */
  | { kind: 'several'; positions: readonly PositionRow[] }
  /** More of the position above: another level of points, or its text going on. */
  | { kind: 'more'; text: string; criterion: string; points: number | null };

const LEVELS: Partial<Record<CriteriaRole, number>> = {
  section: SECTION,
  direction: DIRECTION,
  track: TRACK,
  component: COMPONENT,
};

const isOwn = (cell: Cell): boolean => !cell.covered && cell.text.trim() !== '';

/** Distinct texts of the columns of a role, merged cells counted once. `own`: only what begins in this row. */
function textOf(row: GridRow, header: CriteriaHeader, role: CriteriaRole, own = false): string {
  const seen = new Set<Cell>();
  header.roles.forEach((r, column) => {
    const cell = row.cells[column];
    if (r === role && cell && (!own || isOwn(cell))) seen.add(shown(cell));
  });
  const read = role === 'number' ? codeText : (cell: Cell): string => oneLine(cell.text);
  return [...seen]
    .map(read)
    .filter((text) => text !== '')
    .join(' ');
}

/** A code that a spreadsheet has taken for a number («1,1») or a date («01.янв») is read back. */
function codeText(cell: Cell): string {
  if (cell.kind === 'number') return oneLine(cell.text).replace(',', '.');
  if (cell.kind === 'date' && cell.date) return `${cell.date.day}.${cell.date.month}`;
  const line = oneLine(cell.text);
  // «1.4.11» and «3» below it in a narrow column are one number.
  return /^[\d.\s]+$/.test(line) ? line.replaceAll(' ', '') : line;
}

/**
 * Says what a row is. `next`: the row below, which tells a stem from a heading. `summed`: the row is known for a
 * heading with the sum of what is below it. `after`: number of the position before.
 */
export function readRow(
  row: GridRow,
  next: GridRow | undefined,
  grid: Grid,
  header: CriteriaHeader,
  summed: 'heading' | 'stem' | null = null,
  after = '',
): CriteriaRow {
  const own = row.cells.filter(isOwn);
  const texts = own.map((cell) => oneLine(cell.text));
  if (own.length === 0 || repeatsHeader(row, header) || isColumnNumbers(texts) || isPageNumber(texts))
    return { kind: 'skip' };
  const place = (own[0] as Cell).place;
  const score = scoreOf(row, header);
  const { points } = score;
  for (const text of texts) {
    const subtotal = subtotalOf(text);
    // A cell below a scale is no level here.
    const beside = header.roles.includes('points') ? points : null;
    if (subtotal)
      return { kind: 'subtotal', subtotal, points: beside ?? lastPoints(own) ?? subtotal.points, place };
  }
  const words = own.filter((cell) => cell !== score.cell && header.roles[cell.column] !== 'number');
  const numberText = textOf(row, header, 'number', true);
  if (summed !== null) {
    const text = textOf(row, header, 'position', true);
    if (summed === 'stem') return { kind: 'stem', text: positionText(text) };
    const full = numberText !== '' && leadingNumber(text) === '' ? `${numberText} ${text}` : text;
    return headingRow(full, points, place);
  }
  // Beside points that reach down from above, or numbered on, even a single text is a position.
  const goesOn = isNextNumber(after, numberText) && headingLevel(`${numberText} ${texts.at(-1)}`) === null;
  const single = words.length === 1 && !score.shared && !goesOn ? (words[0] as Cell) : null;
  if (single === null && words.length === 0 && numberText !== '' && /\p{L}{3}/u.test(numberText))
    return headingRow(numberText, points, place);
  if (single) {
    const found = lonely(single, numberText, score, row, next, grid, header, place);
    if (found) return found;
  }
  return dataRow(row, header, numberText, score, place);
}

/** Points at the end of a subtotal row whose cells are merged in another way than those of the table. */
function lastPoints(own: readonly Cell[]): number | null {
  const last = own.at(-1);
  return own.length > 1 && last && isPoints(last) ? pointsOf(last) : null;
}

/** «(25 баллов)», «– 3 б.», «(макс. 15)» at the end of a heading. */
const INSIDE = /[([—–-]\s*(?:макс\S*\s*)?(?:балл\S*\s*[:–—-]\s*)?\d+\s*(?:балл\p{L}*|б\.)?\s*[)\]]?$/iu;

function headingRow(text: string, points: number | null, place: string): CriteriaRow {
  const inside = INSIDE.exec(oneLine(text).slice(-80))?.[0] ?? '';
  const max = points ?? (/балл|б\.|макс/iu.test(inside) ? pointsIn(inside) : null);
  const bare =
    max !== null && inside !== '' && points === null ? oneLine(text).slice(0, -inside.length).trim() : text;
  const all = headingsIn(bare).map(numbered);
  return {
    kind: 'heading',
    heading: all.at(-1) ?? heading(bare),
    outer: all.slice(0, -1),
    points: max,
    place,
  };
}

/** Headings of one cell: also a track and its step side by side («Ранняя профориентация / Цели и задачи»). */
function headingsIn(text: string): Heading[] {
  const parts = text.split(/\s[/→>›|]\s/);
  const step = parts.length === 2 && headingLevel(parts[1] as string) === COMPONENT;
  return step ? parts.map((part) => heading(part)) : headingsOf(text);
}

/** «1.1.2. …» below direction 1.1 is its track, «1.1.2.3. …» a component, whatever they are called. */
function numbered(read: Heading): Heading {
  if (read.level !== null) return read;
  const depth = /^[12](?:\.\d{1,2}){2,3}(?!\.?\d)/u.exec(read.text)?.[0].split('.').length;
  const level = depth === 3 ? TRACK : depth === 4 ? COMPONENT : null;
  return level === null ? read : { ...read, level };
}

/** A row with one text: heading, stem, note, or a position without a criterion of its own. */
function lonely(
  cell: Cell,
  number: string,
  score: Score,
  row: GridRow,
  next: GridRow | undefined,
  grid: Grid,
  header: CriteriaHeader,
  place: string,
): CriteriaRow | null {
  const { points } = score;
  const text = oneLine(cell.text);
  const full = number !== '' && leadingNumber(text) === '' ? `${number} ${text}` : text;
  const role = header.roles[cell.column] ?? null;
  const level = headingLevel(full) ?? headingLevel(text);
  const wide = cell.colSpan >= Math.max(2, Math.ceil(grid.width * 0.5));
  const firm = level === SECTION || level === DIRECTION || (level === TRACK && wide);
  if (firm || (level !== null && points === null && role !== 'criterion'))
    return headingRow(full, points, place);
  if (role === 'level') return null;
  if (points !== null) return wide && level !== null ? headingRow(full, points, place) : null;
  if (role === 'criterion' || role === 'note')
    return wide ? null : { kind: 'more', text: '', criterion: text, points: null };
  if (isNote(text) || isSignature([text])) return { kind: 'skip' };
  const below = next ? textOf(next, header, 'position', true) : '';
  if (/:$/.test(text) || (isItem(below) && !wide && !cell.bold))
    return { kind: 'stem', text: positionText(text) };
  if (/^\p{Ll}/u.test(text) && !wide && number === '')
    return { kind: 'more', text, criterion: '', points: null };
  if (text.length > 250) return { kind: 'skip' };
  const columns = header.roles.some((r) => r === 'track' || r === 'component');
  if (!wide && !cell.bold && columns) return dataRow(row, header, number, score, place);
  return headingRow(full, null, place);
}

/** «по оценке …», «— для педагогов», «а) …»: an item of a stem. */
function isItem(text: string): boolean {
  return /^(?:[-–—•·▪*]\s*\p{L}|[а-я]\)\s|(?:\d+(?:\.\d+)*[.)]?\s+)?\p{Ll})/u.test(text);
}

function dataRow(
  row: GridRow,
  header: CriteriaHeader,
  number: string,
  score: Score,
  place: string,
): CriteriaRow {
  const raw = textOf(row, header, 'position', true);
  const own = textOf(row, header, 'criterion', true);
  if (raw === '') {
    const criterion = [own, score.criterion].filter(Boolean).join('\n');
    const points = score.shared ? null : score.points;
    if (criterion === '' && points === null) return { kind: 'skip' };
    return { kind: 'more', text: '', criterion, points };
  }
  const whole = textOf(row, header, 'position');
  const headings = header.roles.flatMap((role, column): Heading[] => {
    const level = role ? LEVELS[role] : undefined;
    const cell = row.cells[column];
    const text = cell ? oneLine(shown(cell).text) : '';
    return level === undefined || text === '' ? [] : [heading(text, level)];
  });
  const told = textOf(row, header, 'criterion');
  const position: PositionRow = {
    kind: 'position',
    text: positionText(withoutPoints(whole)),
    number: leadingNumber(whole) || withoutEnd(number, '.) '),
    item: isItem(whole) || /^[а-я]\)$/u.test(number),
    criterion: [told, score.criterion].filter(Boolean).join('\n') || score.how,
    points: score.points,
    shared: score.shared,
    note: [textOf(row, header, 'note', true), told === '' ? '' : score.how].filter(Boolean).join('\n'),
    headings,
    place,
  };
  const cells = row.cells.filter((cell) => header.roles[cell.column] === 'position' && isOwn(cell));
  const items = cells.length === 1 && score.cell ? itemsOfCell(cells[0] as Cell, score.cell) : null;
  if (!items) return position;
  const positions = items.map(({ text, points }) => ({
    ...position,
    text: positionText(text),
    points,
    item: false,
  }));
  return { kind: 'several', positions };
}
