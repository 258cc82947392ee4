import type { PdfPage, Piece } from './page.ts';

/** On so many pages a line has to stand to be taken for the page's own, not the document's; of two pages on both. */
const PAGES = 3;
/** Pieces whose height differs by less are one line, in points. */
const SAME_LINE = 3;
/** Pieces further apart than this many times their size are cells of a row, such as a repeated header's. */
const GAP = 2.5;

/** The line at one edge of a page: its pieces from left to right; null when they are a row of cells. */
function edgeLine(page: PdfPage, edge: 'top' | 'bottom'): readonly Piece[] | null {
  const pieces = page.pieces.filter(({ text }) => text.trim() !== '');
  if (pieces.length === 0) return null;
  const at = pieces.reduce(
    (y, piece) => (edge === 'top' ? Math.max(y, piece.y) : Math.min(y, piece.y)),
    (pieces[0] as Piece).y,
  );
  const line = pieces.filter(({ y }) => Math.abs(y - at) < SAME_LINE).sort((a, b) => a.x - b.x);
  const apart = line.some((piece, i) => {
    const before = line[i - 1];
    return before !== undefined && piece.x - (before.x + before.width) > GAP * piece.size;
  });
  return apart ? null : line;
}

/** The same on every page but for its number, at the same height. */
function keyOf(line: readonly Piece[]): string {
  const text = line
    .map((piece) => piece.text)
    .join('')
    .replace(/\d+/g, '#')
    .replace(/\s+/g, '');
  return `${Math.round((line[0] as Piece).y / SAME_LINE)} ${text}`;
}

/**
 * Pages without their running head and foot («Критерии МУМ-2022», «Страница 3»): one line at the edge of three pages or
 * more (of both, where there are two), at one height and equal but for figures. A table's repeated header has cells apart and stays.
 */
export function withoutRunning(pages: readonly PdfPage[]): readonly PdfPage[] {
  let result = pages;
  const enough = Math.max(2, Math.min(PAGES, pages.length));
  for (const edge of ['top', 'bottom'] as const) {
    const lines = result.map((page) => edgeLine(page, edge));
    const counts = new Map<string, number>();
    for (const line of lines) if (line) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1);
    result = result.map((page, i) => {
      const line = lines[i];
      if (!line || (counts.get(keyOf(line)) ?? 0) < enough) return page;
      const running = new Set(line);
      return { ...page, pieces: page.pieces.filter((piece) => !running.has(piece)) };
    });
  }
  return result;
}
