import { cellText, linesOf, paragraphsOf } from './lines.ts';
import type { PdfPage, Piece, Ruling } from './page.ts';

/** A cell as found on a page. Columns are numbered by the edges of its table. */
export interface PdfCell {
  readonly column: number;
  readonly columns: number;
  rows: number;
  text: string;
}

/** A table of one page with the lines of text above it; a last one without rows holds the text at the end. */
export interface PdfTable {
  readonly before: readonly string[];
  /** Where its columns begin and end, from left to right. */
  readonly edges: readonly number[];
  readonly rows: readonly PdfCell[][];
}

/** Lines closer than this are one, in points. */
const NEAR = 3.5;

/** Distinct places of lines, in rising order. */
export function edgesOf(values: readonly number[]): number[] {
  const edges: number[] = [];
  for (const value of [...values].sort((a, b) => a - b))
    if (edges.length === 0 || value - (edges.at(-1) as number) > NEAR) edges.push(value);
  return edges;
}

/** True when the lines at this place cover a stretch. */
function covers(lines: readonly Ruling[], at: number, from: number, to: number): boolean {
  let covered = 0;
  for (const line of lines)
    if (Math.abs(line.at - at) <= NEAR)
      covered += Math.max(0, Math.min(line.to, to) - Math.max(line.from, from));
  return covered >= (to - from) * 0.7;
}

/** Stretches of the page between two horizontal lines that have walls, joined where they touch: the tables. */
function stretches(page: PdfPage): number[][] {
  const ys = edgesOf(page.horizontal.map(({ at }) => at)).reverse();
  const xs = edgesOf(page.vertical.map(({ at }) => at));
  const out: number[][] = [];
  let open: number[] | null = null;
  for (let b = 0; b + 1 < ys.length; b++) {
    const top = ys[b] as number;
    const bottom = ys[b + 1] as number;
    if (xs.filter((x) => covers(page.vertical, x, bottom, top)).length < 2) {
      open = null;
      continue;
    }
    if (open) open.push(bottom);
    else {
      open = [top, bottom];
      out.push(open);
    }
  }
  return out;
}

interface Draft {
  /** Places of its walls on the page. */
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly right: number;
  rows: number;
  readonly pieces: Piece[];
}

/** Tables of a page by their drawn lines, from top to bottom. */
export function ruledTables(page: PdfPage): PdfTable[] {
  const free = new Set(page.pieces);
  const tables = stretches(page).map((ys) => {
    const top = ys[0] as number;
    const bottom = ys.at(-1) as number;
    const inside = page.vertical.filter((line) => line.from < top - NEAR && line.to > bottom + NEAR);
    const edges = edgesOf(inside.map(({ at }) => at));
    return { top, bottom, edges, rows: cells(page, ys, edges, free) };
  });
  const bars = page.horizontal.map(({ at }) => at);
  let above = Number.POSITIVE_INFINITY;
  const outside = (bottom: number): string[] => {
    const lines = linesOf([...free].filter(({ y }) => y < above && y >= bottom));
    return paragraphsOf(lines, bars);
  };
  const out = tables.map(({ top, bottom, edges, rows }): PdfTable => {
    const before = outside(bottom);
    above = Math.min(bottom, top);
    return { before, edges, rows };
  });
  return [...out, { before: outside(Number.NEGATIVE_INFINITY), edges: [], rows: [] }];
}

/** Cells between the lines; text pieces that stand in one are taken out of `free`. */
function cells(
  page: PdfPage,
  ys: readonly number[],
  edges: readonly number[],
  free: Set<Piece>,
): PdfCell[][] {
  const rows: Draft[][] = [];
  let above: (Draft | undefined)[] = [];
  for (let b = 0; b + 1 < ys.length; b++) {
    const top = ys[b] as number;
    const bottom = ys[b + 1] as number;
    const walls = edges.map((x) => covers(page.vertical, x, bottom, top));
    const last = walls.lastIndexOf(true);
    const row: Draft[] = [];
    const now: (Draft | undefined)[] = [];
    for (let left = Math.max(0, walls.indexOf(true)); left < last; ) {
      let right = left + 1;
      while (right < last && !walls[right]) right++;
      const [from, to] = [edges[left] as number, edges[right] as number];
      const upper = above[left];
      const grows = upper?.left === left && upper.right === right && !covers(page.horizontal, top, from, to);
      const cell: Draft = grows && upper ? upper : { from, to, left, right, rows: 0, pieces: [] };
      cell.rows++;
      if (!grows) row.push(cell);
      for (const piece of free)
        if (isInside(piece, from, to, bottom, top)) {
          free.delete(piece);
          const [mine, rest] = splitAt(piece, to);
          cell.pieces.push(mine);
          if (rest) free.add(rest);
        }
      for (let c = left; c < right; c++) now[c] = cell;
      left = right;
    }
    above = now;
    rows.push(row);
  }
  return rows.map((row) =>
    row.map(({ from, to, left, right, rows: height, pieces }) => ({
      column: left,
      columns: right - left,
      rows: height,
      text: cellText(pieces, { from, to }),
    })),
  );
}

function isInside(piece: Piece, left: number, right: number, bottom: number, top: number): boolean {
  const x = piece.x + Math.min(piece.width, right - left) / 2;
  const y = piece.y + piece.size * 0.3;
  return x > left - 1 && x < right + 1 && y > bottom && y <= top;
}

/** pdf.js joins the texts of neighbouring cells when they stand close: such a piece is cut at the space by the wall. */
function splitAt(piece: Piece, wall: number): [Piece, Piece | null] {
  const over = piece.x + piece.width - wall;
  if (over < piece.size * 0.8 || piece.width === 0) return [piece, null];
  const perLetter = piece.width / piece.text.length;
  const guess = (wall - piece.x) / perLetter;
  let best = -1;
  for (let i = piece.text.indexOf(' '); i >= 0; i = piece.text.indexOf(' ', i + 1))
    if (best < 0 || Math.abs(i - guess) < Math.abs(best - guess)) best = i;
  if (best < 0 || Math.abs(best - guess) > 4 + piece.text.length * 0.1) return [piece, null];
  const mine = {
    ...piece,
    text: piece.text.slice(0, best),
    width: Math.min(wall - piece.x, best * perLetter),
  };
  const rest = piece.text.slice(best + 1);
  return [mine, { ...piece, text: rest, x: wall + 1, width: rest.length * perLetter }];
}
