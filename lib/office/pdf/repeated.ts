import { type Line, linesOf } from './lines.ts';
import type { PdfPage } from './page.ts';
import { segmentsOf } from './segments.ts';

/** A header stands among the first so many lines of a table that are parted into columns. */
const HEADER_LINES = 6;
/** The same column on another page: nearer than this, in points. */
const SAME_PLACE = 4;

interface Cut {
  readonly line: Line;
  readonly cells: readonly { readonly x: number; readonly text: string }[];
}

function cutsOf(page: PdfPage): Cut[] {
  return linesOf(page.pieces).map((line) => ({ line, cells: segmentsOf(line) }));
}

function same(a: Cut, b: Cut): boolean {
  return (
    a.cells.length === b.cells.length &&
    a.cells.every(({ x, text }, i) => {
      const other = b.cells[i];
      return other !== undefined && other.text === text && Math.abs(other.x - x) < SAME_PLACE;
    })
  );
}

/**
 * Pages of a table without drawn lines, without the header that is repeated on top of them: the rest of a row that the
 * page's end cut in two stands close below it, and would be taken for its second line. A header is what the first lines
 * of the table show in several columns, read from their first line on.
 */
export function withoutRepeatedHeader(pages: readonly PdfPage[]): readonly PdfPage[] {
  const cuts = pages.map(cutsOf);
  const from = cuts.findIndex((page) => page.some(({ cells }) => cells.length > 1));
  const first = cuts[from] ?? [];
  const begin = first.findIndex(({ cells }) => cells.length > 1);
  const header = first.slice(begin, begin + HEADER_LINES);
  return pages.map((page, i) => {
    if (i <= from) return page;
    const top = cuts[i] ?? [];
    let count = 0;
    while (count < header.length && same(header[count] as Cut, top[count] ?? { line: EMPTY, cells: [] }))
      count++;
    if (count === 0) return page;
    const gone = new Set(top.slice(0, count).flatMap(({ line }) => line.pieces));
    return { ...page, pieces: page.pieces.filter((piece) => !gone.has(piece)) };
  });
}

const EMPTY: Line = { y: 0, size: 0, pieces: [] };
