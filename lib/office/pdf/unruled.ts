import { type Line, linesOf } from './lines.ts';
import type { PdfPage } from './page.ts';
import type { PdfCell, PdfTable } from './ruled.ts';
import { columnOf, segmentsOf } from './segments.ts';

/** Where the columns of a table without drawn lines begin: places where many lines of print have a beginning. */
export function columnStarts(pages: readonly PdfPage[]): number[] {
  const starts: number[] = [];
  let lines = 0;
  for (const page of pages)
    for (const line of linesOf(page.pieces)) {
      const segments = segmentsOf(line);
      if (segments.length < 2) continue;
      lines++;
      starts.push(...segments.map(({ x }) => x));
    }
  const groups: number[][] = [];
  for (const x of starts.sort((a, b) => a - b)) {
    const group = groups.at(-1);
    if (group && x - (group.at(-1) as number) <= 6) group.push(x);
    else groups.push([x]);
  }
  const most = groups
    .filter((group) => group.length >= Math.max(2, lines * 0.15))
    .map((group) => group[0] as number);
  return withHeaders(pages, most);
}

/**
 * A header set to the middle, or above numbers set to the right, begins left of what stands below it: what begins
 * behind the ends of all texts of a column belongs to the next one, which begins there.
 */
function withHeaders(pages: readonly PdfPage[], starts: readonly number[]): number[] {
  const lines = pages.flatMap((page) => linesOf(page.pieces).map((line) => segmentsOf(line, starts)));
  return starts.map((start, column) => {
    const left = starts[column - 1];
    if (left === undefined) return start;
    const own = lines
      .filter((line) => column > 1 || line.length > 1)
      .flatMap((line) => line.filter(({ x, end }) => Math.abs(x - left) <= 6 && end < start));
    const most = own.reduce((end, segment) => Math.max(end, segment.end), left);
    const before = lines
      .filter((line) => line.length > 1)
      .flatMap((line) => line.filter(({ x }) => x > most && x < start));
    return before.reduce((x, segment) => Math.min(x, segment.x), start);
  });
}

/**
 * The table of a page without lines. A line of print with something in the first or the last column begins a row;
 * the others go on with the row above. A line that reaches over columns is a heading over the whole width.
 */
export function unruledTable(page: PdfPage, starts: readonly number[]): PdfTable {
  const blocks = blocksOf(page, starts);
  if (blocks) return { before: [], edges: starts, rows: blocks.map((lines) => rowOf(lines, starts)) };
  const rows: PdfCell[][] = [];
  const last = starts.length - 1;
  let row: string[] | null = null;
  const flush = (): void => {
    const cells = (row ?? []).flatMap((text, column): PdfCell[] =>
      text === '' ? [] : [{ column, columns: 1, rows: 1, text }],
    );
    if (cells.length > 0) rows.push(cells);
    row = null;
  };
  let above = Number.POSITIVE_INFINITY;
  for (const line of linesOf(page.pieces)) {
    const segments = segmentsOf(line, starts);
    const columns = segments.map(({ x }) => columnOf(x, starts));
    const only = segments.length === 1 ? segments[0] : undefined;
    const gap = above - line.y > line.size * 1.9;
    above = line.y;
    const next = starts[(columns[0] ?? 0) + 1] ?? Number.POSITIVE_INFINITY;
    if (only && (only.end > next + line.size || (columns[0] === 0 && /\p{L}{3}/u.test(only.text)))) {
      flush();
      rows.push([{ column: 0, columns: starts.length, rows: 1, text: only.text }]);
      continue;
    }
    const begins = columns.includes(0) || (columns.includes(last) && (row?.[last] ?? '') !== '');
    if (!row || begins || gap) {
      flush();
      row = starts.map(() => '');
    }
    const target: string[] = row as string[];
    segments.forEach(({ text }, i) => {
      const column = columns[i] ?? 0;
      target[column] = target[column] ? `${target[column]}\n${text}` : text;
    });
  }
  flush();
  return { before: [], edges: starts, rows };
}

/** Lines of print apart by more than this (in sizes of the letters) belong to different rows. */
const ROW_GAP = 1.45;

/**
 * Lines gathered by the gaps between them, where rows stand apart visibly: cells may then be centred against each
 * other. Null where they do not.
 */
function blocksOf(page: PdfPage, starts: readonly number[]): Line[][] | null {
  const blocks: Line[][] = [];
  let rows = 0;
  let above = Number.POSITIVE_INFINITY;
  for (const line of linesOf(page.pieces)) {
    if (above - line.y > line.size * ROW_GAP) blocks.push([line]);
    else blocks.at(-1)?.push(line);
    above = line.y;
    if (columnOf(line.pieces[0]?.x ?? 0, starts) === 0) rows++;
  }
  return blocks.length >= rows * 0.8 && blocks.length > 2 ? blocks : null;
}

function rowOf(lines: readonly Line[], starts: readonly number[]): PdfCell[] {
  const texts = starts.map(() => '');
  let wide = true;
  for (const line of lines) {
    const segments = segmentsOf(line, starts);
    if (segments.length > 1) wide = false;
    for (const { x, text } of segments) {
      const column = columnOf(x, starts);
      texts[column] = texts[column] ? `${texts[column]}\n${text}` : text;
    }
  }
  const filled = texts.flatMap((text, column): PdfCell[] =>
    text === '' ? [] : [{ column, columns: 1, rows: 1, text }],
  );
  const first = filled[0];
  const over = lines.some((line) => {
    const end = segmentsOf(line, starts)[0]?.end ?? 0;
    return end > (starts[(first?.column ?? 0) + 1] ?? Number.POSITIVE_INFINITY) + line.size;
  });
  if (wide && filled.length === 1 && first && (over || (first.column === 0 && /\p{L}{3}/u.test(first.text))))
    return [{ column: 0, columns: starts.length, rows: 1, text: first.text }];
  return filled;
}
