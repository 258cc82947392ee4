import { cellText, joinPieces, linesOf } from './lines.ts';
import type { PdfPage, Piece, Ruling } from './page.ts';

/** A cell of a table with drawn lines. Columns are numbered by the edges given. */
export interface RuledCell {
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly text: string;
}

/** One row of a ruled table, or text between tables. */
export type Band = { kind: 'row'; cells: readonly RuledCell[] } | { kind: 'text'; text: string };

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

/** Cuts a page into rows of its ruled tables and the texts around them, from top to bottom. `xs`: column edges. */
export function ruledBands(page: PdfPage, xs: readonly number[]): Band[] {
  const ys = edgesOf(page.horizontal.map(({ at }) => at)).reverse();
  const free = new Set(page.pieces);
  const rows: { top: number; cells: RuledDraft[] }[] = [];
  const open: (RuledDraft | null)[] = [];
  for (let b = 0; b + 1 < ys.length; b++) {
    const top = ys[b] as number;
    const bottom = ys[b + 1] as number;
    const walls = xs.map((x) => covers(page.vertical, x, bottom, top));
    const first = walls.indexOf(true);
    const last = walls.lastIndexOf(true);
    if (first < 0 || last <= first) {
      open.length = 0;
      continue;
    }
    const row: RuledDraft[] = [];
    for (let left = first; left < last; ) {
      let right = left + 1;
      while (right < last && !walls[right]) right++;
      const above = open[left] ?? null;
      const joined =
        above !== null &&
        above.left === left &&
        above.right === right &&
        !covers(page.horizontal, top, xs[left] as number, xs[right] as number);
      const cell: RuledDraft = joined && above ? above : { left, right, rows: 0, pieces: [] };
      cell.rows++;
      for (const piece of free)
        if (inside(piece, xs[left] as number, xs[right] as number, bottom, top)) {
          cell.pieces.push(piece);
          free.delete(piece);
        }
      if (!joined) row.push(cell);
      for (let c = left; c < right; c++) open[c] = cell;
      left = right;
    }
    rows.push({ top, cells: row });
  }
  const out = rows.map(({ top, cells }) => ({ top, band: finish(cells) }));
  for (const piece of freeLines([...free]))
    out.push({ top: piece.y, band: { kind: 'text', text: piece.text } });
  return out.sort((a, b) => b.top - a.top).map(({ band }) => band);
}

interface RuledDraft {
  readonly left: number;
  readonly right: number;
  rows: number;
  readonly pieces: Piece[];
}

function finish(cells: readonly RuledDraft[]): Band {
  return {
    kind: 'row',
    cells: cells.map(({ left, right, rows, pieces }) => ({
      column: left,
      columns: right - left,
      rows,
      text: cellText(pieces),
    })),
  };
}

function inside(piece: Piece, left: number, right: number, bottom: number, top: number): boolean {
  const x = piece.x + Math.min(piece.width, right - left) / 2;
  const y = piece.y + piece.size * 0.3;
  return x > left - 1 && x < right + 1 && y > bottom && y <= top;
}

function freeLines(pieces: readonly Piece[]): { y: number; text: string }[] {
  return linesOf(pieces).map((line) => ({ y: line.y, text: joinPieces(line.pieces) }));
}
