import { OfficeError } from '../../office/errors.ts';
import type { Grid, Paragraph } from '../../office/grid.ts';
import { hasDirection, headingOfName, headingsAbove, headingsBefore } from '../../office/table/around.ts';
import {
  applyHeadings,
  COMPONENT,
  DIRECTION,
  type Heading,
  heading,
  SECTION,
  TRACK,
} from '../../office/table/headings.ts';
import { collapse } from '../../reference/text.ts';
import { withoutCards } from './cards.ts';
import { type CriteriaHeader, findCriteriaHeader } from './columns.ts';
import { type CriteriaRow, type PositionRow, readRow } from './rows.ts';
import { scoreOf } from './score.ts';
import { type Subtotal, subtotalOf } from './subtotal.ts';
import { summedRows } from './summed.ts';
import { checksOf, codeOf, type Stated } from './sums.ts';
import type { CriteriaDocument, ReadCriterion, ReadDirection, SumCheck } from './types.ts';

interface Located {
  readonly item: ReadCriterion;
  readonly path: readonly Heading[];
  /** Its points stand in a cell merged over rows above, too. */
  readonly shared: boolean;
}

/** Collects the rows of all tables of one document. */
class Reader {
  readonly positions: Located[] = [];
  readonly stated: Stated[] = [];
  path: readonly Heading[] = [];
  private stem = '';
  private last: ReadCriterion | null = null;

  /** Headings outside tables, or a sheet's name. */
  enter(headings: readonly Heading[]): void {
    if (headings.length === 0) return;
    this.path = applyHeadings(this.path, headings);
    this.stem = '';
  }

  rows(grid: Grid, header: CriteriaHeader): void {
    const body = grid.rows.slice(header.start + header.size);
    let run: Heading[] = [];
    const summed = summedRows(body, header);
    for (const [i, row] of body.entries()) {
      const read = readRow(row, body[i + 1], grid, header, summed.get(i) ?? null, this.last?.number ?? '');
      if (read.kind === 'heading') {
        run.push(...read.outer, read.heading);
        this.stem = '';
        this.last = null;
        if (read.points !== null) {
          this.enter(run);
          run = [];
          this.state(nameOf(read.heading, this.path), read.points, read.place);
        }
        continue;
      }
      if (run.length > 0 && read.kind !== 'skip') {
        this.enter(run);
        run = [];
      }
      this.take(read);
    }
    this.enter(run);
  }

  /** A subtotal in a paragraph between tables. */
  paragraph(text: string, place: string): void {
    const subtotal = subtotalOf(text);
    if (subtotal?.points != null) this.subtotal(subtotal, subtotal.points, place);
  }

  private take(read: CriteriaRow): void {
    if (read.kind === 'subtotal') {
      if (read.points !== null) this.subtotal(read.subtotal, read.points, read.place);
      this.stem = '';
    } else if (read.kind === 'stem') {
      this.stem = read.text;
      this.last = null;
    } else if (read.kind === 'more') this.more(read);
    else if (read.kind === 'position') this.position(read);
    else if (read.kind === 'several') for (const one of read.positions) this.position(one);
  }

  private more({ text, criterion, points }: Extract<CriteriaRow, { kind: 'more' }>): void {
    if (!this.last) return;
    this.last.text = collapse(`${this.last.text} ${text}`);
    // A line for each level of points; a text that only goes on stays one line.
    this.last.criterion = `${this.last.criterion}${points === null ? ' ' : '\n'}${criterion}`.trim();
    if (points !== null) this.last.points = Math.max(points, this.last.points ?? 0);
  }

  private position(read: PositionRow): void {
    // Columns may stand in any order: the outer level first, so that it does not clear what is below it.
    for (const heading of read.headings.toSorted((a, b) => (a.level ?? 9) - (b.level ?? 9)))
      this.column(heading);
    if (!read.item) this.stem = '';
    const text = this.stem === '' ? read.text : `${this.stem} ${read.text}`;
    const path = this.path.filter(({ level }) => level !== SECTION).map((heading) => heading.text);
    // The same position again, a line for each level of points.
    if (this.last && this.last.text === text && this.last.path.join('|') === path.join('|')) {
      this.more({ kind: 'more', text: '', criterion: read.criterion, points: read.points });
      return;
    }
    const { number, criterion, points, note, place } = read;
    this.last = { path, text, number, criterion, points, note, place };
    this.positions.push({ item: this.last, path: this.path, shared: read.shared });
  }

  /** A heading in a column replaces its level and drops what is below. */
  private column(heading: Heading): void {
    const same = this.path.find(({ level }) => level === heading.level);
    if (same?.text === heading.text) return;
    const own = heading.level ?? COMPONENT;
    const from = this.path.findIndex(({ level }) => level === own);
    const above = from < 0 ? this.path : this.path.slice(0, from);
    // A heading row of no known level above a component in a column is the track, in place of the one before.
    const track = own === COMPONENT ? above.findLast(({ level }) => level === null) : undefined;
    const outer = above.filter(({ level }) => level !== null && level < (track ? TRACK : own));
    this.path = [...outer, ...(track ? [{ ...track, level: TRACK }] : []), heading];
  }

  private subtotal(subtotal: Subtotal, points: number, place: string): void {
    const direction = this.path.find(({ level }) => level === DIRECTION);
    const code = subtotal.code ?? (direction ? codeOf(direction.text) : '');
    if (subtotal.level === 'track' || subtotal.level === 'component') {
      const level = subtotal.level === 'track' ? TRACK : COMPONENT;
      const here =
        this.path.find((h) => h.level === level) ?? (level === TRACK ? trackOf(this.path) : undefined);
      if (here) this.state({ level: subtotal.level, name: here.text }, points, place);
    } else if (subtotal.level === 'section')
      this.state({ level: 'section', name: subtotal.code ?? code.slice(0, 1) }, points, place);
    else if (subtotal.level === 'direction') this.state({ level: 'direction', name: code }, points, place);
    else this.state({ level: 'all', name: code }, points, place);
  }

  private state(where: Pick<Stated, 'level' | 'name'>, points: number, place: string): void {
    const path = this.path.filter(({ level }) => level !== SECTION).map((heading) => heading.text);
    const own = where.level === 'track' || where.level === 'component' ? path.lastIndexOf(where.name) + 1 : 0;
    this.stated.push({ ...where, points, place, path: path.slice(0, own) });
  }
}

/** The one line of plain print above a table as its track, where the document writes them so (`usual`). */
function plainTrack(paragraphs: readonly Paragraph[], usual: boolean): Heading[] {
  const text = paragraphs.length === 1 ? collapse(paragraphs[0]?.text ?? '') : '';
  const name =
    /^\p{Lu}[^.;:]{3,200}$/u.test(text) && !/^(?:таблица|продолжение|приложение)(?:\s|$)/iu.test(text);
  return usual && name ? [heading(text, TRACK)] : [];
}

/** The heading between direction and component, whatever its level was taken for. */
function trackOf(path: readonly Heading[]): Heading | undefined {
  return path.find(({ level }) => level === TRACK || level === null);
}

function nameOf(heading: Heading, path: readonly Heading[]): Pick<Stated, 'level' | 'name'> {
  if (heading.level === SECTION) return { level: 'section', name: /[12]/.exec(heading.text)?.[0] ?? '' };
  if (heading.level === DIRECTION) return { level: 'direction', name: codeOf(heading.text) };
  if (heading.level === COMPONENT) return { level: 'component', name: heading.text };
  return { level: 'track', name: (trackOf(path) ?? heading).text };
}

const directionOf = (path: readonly Heading[]): string =>
  path.find(({ level }) => level === DIRECTION)?.text ?? '';

/**
 * Reads a criteria document from its sheets and tables. Subtotals become checks, not positions. Throws
 * `OfficeError` (`no-criteria`) when there is no table with positions and points.
 */
export function readCriteria(grids: readonly Grid[], file: string): CriteriaDocument {
  const reader = new Reader();
  let last = null as CriteriaHeader | null;
  // A track stands in plain print between its direction and the table: so it may before the tables that follow.
  let plain = false;
  for (const given of grids) {
    if (given.hidden || given.nested) continue;
    const grid = withoutCards(given);
    const found = findCriteriaHeader(grid);
    const goesOn: boolean = !grid.sheet && grid.width === last?.roles.length;
    if (grid.sheet) reader.path = [];
    for (const paragraph of grid.before) reader.paragraph(paragraph.text, grid.name);
    const before = grid.before.filter(({ text }) => subtotalOf(text) === null && text.trim() !== '');
    const above = headingsBefore(before, reader.path.length > 0);
    reader.enter(above.length > 0 ? above : plainTrack(before, plain));
    plain ||= above.length > 1 && before.at(-1)?.bold === false && above.at(-1)?.level === null;
    if (found) reader.enter(headingsAbove(grid, found.start));
    // A Word table cut in parts goes on without its header.
    const header: CriteriaHeader | null = found ?? (goesOn && last ? continued(grid, last) : null);
    if (!header) continue;
    last = header;
    const named = grid.sheet && !hasDirection(reader.path) ? headingOfName(grid.name) : null;
    if (named) reader.enter([named]);
    reader.rows(grid, header);
    for (const paragraph of grid.after) reader.paragraph(paragraph.text, grid.name);
  }
  const { positions } = reader;
  if (positions.length === 0) throw new OfficeError('no-criteria');
  const items = positions.map(({ item }) => item);
  let checks = checksOf(reader.stated, items);
  // A cell merged over several positions gives each its points, unless the sums say it is one score for all of them.
  const shared = positions.filter((located) => located.shared);
  if (shared.length > 0 && checks.some(({ ok }) => !ok)) {
    const before = shared.map(({ item }) => item.points);
    for (const { item } of shared) item.points = null;
    const once = checksOf(reader.stated, items);
    const fitting = (list: readonly SumCheck[]): number => list.filter(({ ok }) => ok).length;
    if (fitting(once) > fitting(checks)) checks = once;
    else
      shared.forEach(({ item }, i) => {
        item.points = before[i] ?? null;
      });
  }
  return {
    file,
    positions: items,
    directions: directionsOf(positions, checks),
    checks,
  };
}

/** The header of the table before for one of the same width below it; null when that is about something else. */
function continued(grid: Grid, before: CriteriaHeader): CriteriaHeader | null {
  const header = { ...before, start: 0, size: 0 };
  const scored = grid.rows.some((row) => scoreOf(row, header).points !== null);
  // The end of a cut row may stand alone on its page.
  return scored || grid.rows.length === 1 ? header : null;
}

function directionsOf(positions: readonly Located[], checks: readonly SumCheck[]): ReadDirection[] {
  const byCode = new Map<string, ReadDirection>();
  for (const { path, item } of positions) {
    const text = directionOf(path);
    if (text === '') continue;
    const code = codeOf(text);
    const title = text.replace(/^\D{0,3}[12]\.\s?\d\s*[.):]?\s*/u, '');
    const known = byCode.get(code || text);
    if (known) known.max = (known.max ?? 0) + (item.points ?? 0);
    else byCode.set(code || text, { code, title, max: item.points ?? 0, stated: false });
  }
  for (const { level, name, stated } of checks) {
    const direction = level === 'direction' ? byCode.get(name) : undefined;
    if (!direction) continue;
    direction.max = stated;
    direction.stated = true;
  }
  return [...byCode.values()];
}
