import { type Cell, type GridRow, shown } from '../../office/grid.ts';
import { COMPONENT, DIRECTION, headingLevel } from '../../office/table/headings.ts';
import { leadingNumber, oneLine } from '../../office/table/text.ts';
import type { CriteriaHeader } from './columns.ts';
import { isNextNumber } from './numbers.ts';
import { scoreOf } from './score.ts';
import { subtotalOf } from './subtotal.ts';

/**
 * Headings that look like positions: a name in the column of positions and a number beside it, which is the sum of
 * what stands below. They are known by their numbers («1.1» above «1.1.1»), by bold print, and by their sums.
 */

interface Line {
  readonly row: number;
  readonly text: string;
  readonly number: string;
  readonly points: number;
  readonly bold: boolean;
  /** The row says what earns the points: a position, whatever its name. */
  readonly told: boolean;
  readonly level: number | null;
  kind: 'heading' | 'stem' | 'end' | null;
  /** Taken for a heading by its sum alone. */
  guessed: boolean;
}

/** No heading has more lines below it. */
const FARTHEST = 1_000;
/** Words that begin positions, never headings. */
const POSITION = /^(?:наличие|содействие|участие|использование|уч[её]т|доля|количество|число|охват|\p{Ll})/u;

function lineOf(row: GridRow, at: number, header: CriteriaHeader): Line | null {
  const cellOf = (role: string): Cell | undefined => row.cells[header.roles.indexOf(role as 'position')];
  const cell = cellOf('position');
  const { points, shared, criterion: levels } = scoreOf(row, header);
  const text = cell && !cell.covered ? oneLine(cell.text) : '';
  const first = row.cells.find(({ text: own }) => own.trim() !== '');
  const total = first ? subtotalOf(oneLine(first.text)) !== null : false;
  if (!total && (text === '' || points === null || shared)) return null;
  const criterion = cellOf('criterion');
  const numbered = cellOf('number');
  return {
    row: at,
    text,
    number: leadingNumber(text) || (numbered ? oneLine(numbered.text).replace(/[.)]+$/, '') : ''),
    points: points ?? 0,
    bold: cell?.bold ?? false,
    told: levels !== '' || (criterion !== undefined && shown(criterion).text.trim() !== ''),
    level: headingLevel(text),
    kind: total ? 'end' : null,
    guessed: false,
  };
}

const isTop = ({ level }: Line): boolean => level !== null && level <= DIRECTION;

const isParent = (above: string, below: string): boolean => above !== '' && below.startsWith(`${above}.`);

/** Index of each row of the table's body that is a heading (or a stem) with the sum of what is below it. */
export function summedRows(
  body: readonly GridRow[],
  header: CriteriaHeader,
): Map<number, 'heading' | 'stem'> {
  const lines = body.flatMap((row, at) => lineOf(row, at, header) ?? []);
  const rows = lines.filter(({ kind }) => kind === null);
  // Where steps have a column, none of them is a row.
  const stepsElsewhere = header.roles.includes('component');
  const bold = rows.filter((line) => line.bold).length;
  const boldTells = bold > 0 && bold < rows.length && rows.every((line) => line.bold || !isTop(line));
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    if (line.kind !== null || line.told || !next) return;
    const below = isParent(line.number, next.number) && next.row === line.row + 1;
    if (isTop(line)) line.kind = 'heading';
    else if (/:$/.test(line.text) || (below && POSITION.test(bare(line))))
      line.kind = below || small(next) ? 'stem' : null;
    else if (below || (boldTells && line.bold)) line.kind = 'heading';
  });
  if (!boldTells) bySums(lines, (line, next) => stepsElsewhere || headed(body, line, next));
  return new Map(
    lines.flatMap(({ row, kind }) => (kind === 'heading' || kind === 'stem' ? [[row, kind]] : [])),
  );
}

const bare = ({ text, number }: Line): string =>
  text.slice(text.startsWith(number) ? number.length : 0).replace(/^[.)\s]+/, '');

const small = ({ text }: Line): boolean => /^(?:[-–—•·▪*]\s*\p{L}|[а-я]\)\s|\p{Ll})/u.test(text);

/** Whether a heading of its own row stands between two lines: what is above it is no heading of what is below. */
function headed(body: readonly GridRow[], line: Line, next: Line): boolean {
  return body.slice(line.row + 1, next.row).some(({ cells }) => {
    const own = cells.filter((cell) => !cell.covered && cell.text.trim() !== '');
    return own.length === 1 && headingLevel(oneLine((own[0] as Cell).text)) !== null;
  });
}

/**
 * From the last line up: a name of a step, or a name right above one, with the sum of the lines below it.
 * `isNoStep`: a line that only sounds like a step, before the next one.
 */
function bySums(lines: readonly Line[], isNoStep: (line: Line, next: Line) => boolean): void {
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i] as Line;
    if (line.kind !== null || line.told || POSITION.test(bare(line))) continue;
    const next = lines[i + 1];
    const step = line.level === COMPONENT;
    if (!next || isNextNumber(line.number, next.number)) continue;
    if (step && isNoStep(line, next)) continue;
    if (!step && !(next.kind === 'heading' && next.level === COMPONENT)) continue;
    // One name of a step above another, with the same number: two positions as like as not.
    if (step && next.kind === null && next.level === COMPONENT && next.points === line.points) continue;
    const end = endOfSum(lines, i, step, false) ?? (step ? endOfSum(lines, i, step, true) : null);
    if (end === null) continue;
    for (const inner of lines.slice(i + 1, end)) if (inner.guessed && step) inner.kind = null;
    line.kind = 'heading';
    line.guessed = true;
  }
}

/**
 * Where the lines below add up to the points of this one; null when they do not. `flat`: headings told by their sums
 * alone are positions after all.
 */
function endOfSum(lines: readonly Line[], at: number, step: boolean, flat: boolean): number | null {
  const { points } = lines[at] as Line;
  let sum = 0;
  const end = Math.min(lines.length, at + FARTHEST);
  for (let i = at + 1; i < end && sum < points; i++) {
    const below = lines[i] as Line;
    const counts = below.kind === null || (flat && below.guessed);
    const heading = below.kind === 'heading' && !counts;
    if (below.kind === 'end' || (heading && (step || (below.level ?? COMPONENT) < COMPONENT))) return null;
    if (counts) sum += below.points;
    if (sum === points && closes(lines[i + 1])) return i + 1;
  }
  return null;
}

/** True where a branch may end. */
function closes(next: Line | undefined): boolean {
  return next === undefined || next.kind !== null || next.level !== null;
}
