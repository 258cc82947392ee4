import { GOES_ON, linesOf } from './lines.ts';
import type { PdfPage } from './page.ts';
import type { PdfCell, PdfTable } from './ruled.ts';
import { columnOf, fullLine, type Segment, segmentsOf } from './segments.ts';

/**
 * Tables without drawn lines in which the points, in the last column, stand on the first line of their row: each of
 * them begins a row, however close the rows are.
 */

interface Print {
  readonly y: number;
  readonly size: number;
  /** Segments by column; the last one wins where two stand in one. */
  readonly segments: readonly Segment[];
  readonly columns: readonly number[];
  /** It reaches over the column it begins in. */
  readonly over: boolean;
}

interface Row {
  readonly texts: string[];
  /** All its lines of print, one below the other. */
  readonly lines: string[];
  /** Font and end of what stands in each column last. */
  readonly fonts: string[];
  readonly ends: number[];
  /** Has points: a position or a subtotal. */
  readonly anchored: boolean;
  over: boolean;
  /** Each of its lines is one piece. */
  alone: boolean;
}

/** Lines apart by more than this (in sizes of the letters) belong to different rows. */
const ROW_GAP = 1.5;

/** Tables of the pages, one a page; null when the points do not stand on the first lines of rows. */
export function anchoredTables(pages: readonly PdfPage[], starts: readonly number[]): PdfTable[][] | null {
  const last = starts.length - 1;
  const prints = pages.map((page) => linesOf(page.pieces).map((line) => printOf(line, starts)));
  const all = prints.flat();
  const numbers = all.flatMap((print) => at(print, 0)).map(({ text }) => text);
  const numbered = numbers.filter((text) => /^\d+(?:\.\d+)*[.)]?$/.test(text)).length * 2 > numbers.length;
  const column = numbered ? 1 : 0;
  const anchors = all.filter((print) => isAnchor(print, last));
  const firm = anchors.filter((print) => /^[\p{Lu}\d«"]/u.test(at(print, column)[0]?.text ?? ''));
  if (column >= last || anchors.length < 3 || firm.length < anchors.length * 0.85) return null;
  const limit = limits(all, starts);
  return prints.map((page) => [{ before: [], edges: starts, rows: rowsOf(page, starts, column, limit) }]);
}

function printOf(
  line: { y: number; size: number; pieces: PdfPage['pieces'] },
  starts: readonly number[],
): Print {
  const segments = segmentsOf(line, starts);
  const columns = segments.map(({ x }) => columnOf(x, starts));
  const next = starts[(columns[0] ?? 0) + 1] ?? Number.POSITIVE_INFINITY;
  const over = segments.length === 1 && (segments[0]?.end ?? 0) > next + line.size;
  return { y: line.y, size: line.size, segments, columns, over };
}

const at = (print: Print, column: number): Segment[] =>
  print.segments.filter((_, i) => print.columns[i] === column);

/** A line with points in the last column; «балла» alone is the end of points broken over two lines. */
function isAnchor(print: Print, last: number): boolean {
  return at(print, last).some(({ text }) => /\d/.test(text) && text.length <= 40);
}

/** How far texts reach in each column: a line that ends before it although the next word would fit was ended on purpose. */
function limits(prints: readonly Print[], starts: readonly number[]): number[] {
  return starts.map((_, column) => {
    const ends = prints.flatMap((print) => (print.over ? [] : at(print, column))).map(({ end }) => end);
    return ends.reduce((a, b) => Math.max(a, b), 0);
  });
}

function rowsOf(
  prints: readonly Print[],
  starts: readonly number[],
  column: number,
  limit: readonly number[],
): PdfCell[][] {
  const last = starts.length - 1;
  const rows: Row[] = [];
  let above: Print | null = null;
  for (const print of prints) {
    const row = rows.at(-1);
    const gap = above !== null && above.y - print.y > print.size * ROW_GAP;
    above = print;
    if (!row || gap || begins(print, row, column, last, limit)) {
      const texts = starts.map(() => '');
      rows.push({
        texts,
        fonts: [...texts],
        ends: starts.map(() => 0),
        lines: [],
        anchored: isAnchor(print, last),
        over: false,
        alone: true,
      });
    }
    const open = rows.at(-1) as Row;
    open.lines.push(print.segments.map(({ text }) => text).join(' '));
    open.over ||= print.over;
    open.alone &&= print.segments.length === 1;
    print.segments.forEach((segment, i) => {
      const { font, end } = segment;
      const c = print.columns[i] ?? 0;
      const text = print.over ? segment.text : fullLine(segment, limit[c] ?? 0);
      open.texts[c] = open.texts[c] ? `${open.texts[c]}\n${text}` : text;
      open.fonts[c] ||= font;
      open.ends[c] = end;
    });
  }
  return rows.map((row) => cellsOf(row, column));
}

/** Whether a line close below a row begins another one. */
function begins(print: Print, row: Row, column: number, last: number, limit: readonly number[]): boolean {
  const own = at(print, column)[0];
  if (isAnchor(print, last)) {
    const points = row.texts[last] ?? '';
    // «от 0 до» and below it «2 баллов»: one text.
    return !(
      row.anchored &&
      /(?:от|до|[–—/-])$/iu.test(points) &&
      (own === undefined || GOES_ON.test(own.text))
    );
  }
  // A heading set to the middle: its second line may begin in any column.
  if (print.over && row.over && row.alone && GOES_ON.test(print.segments[0]?.text ?? '')) return false;
  if (!own || (row.texts[column] ?? '') === '') return print.over;
  const single = print.segments.length === 1;
  if (single && own.font !== row.fonts[column]) return true;
  const heading = !row.anchored && row.texts.every((text, c) => text === '' || c === column);
  if (GOES_ON.test(own.text)) return false;
  // Names of headings hold no capital letters but the first: a further one begins the next heading.
  if (heading || print.over) return true;
  if (!single) return false;
  // A capital letter: a new row unless its first word would not have fitted above.
  const word = (own.end - own.x) * ((own.text.split(' ')[0] ?? '').length / own.text.length);
  return (row.ends[column] ?? 0) + word + print.size * 0.3 < (limit[column] ?? 0);
}

function cellsOf(row: Row, column: number): PdfCell[] {
  const filled = row.texts.flatMap((text, c): PdfCell[] =>
    text === '' ? [] : [{ column: c, columns: 1, rows: 1, text }],
  );
  const whole = row.over && row.alone && !row.anchored;
  if (whole) return [{ column: 0, columns: row.texts.length, rows: 1, text: row.lines.join('\n') }];
  const only = filled.length === 1 ? filled[0] : undefined;
  const heading =
    only && !row.anchored && only.column <= column && !GOES_ON.test(only.text) && /\p{L}{3}/u.test(only.text);
  if (only && (heading || row.over))
    return [{ column: 0, columns: row.texts.length, rows: 1, text: only.text }];
  return filled;
}
