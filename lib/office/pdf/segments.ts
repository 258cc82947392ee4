import { FULL, joinPieces, type Line } from './lines.ts';
import type { Piece } from './page.ts';

/** Pieces this far apart (in sizes of the letters) stand in different columns. */
const GAP = 1.1;

/** Pieces of a line that stand in one column. */
export interface Segment {
  readonly x: number;
  readonly end: number;
  readonly text: string;
  /** Font of its beginning. */
  readonly font: string;
}

/** Pieces that belong together; a piece at the beginning of a column (`starts`) always begins a segment. */
export function segmentsOf(line: Line, starts: readonly number[] = []): Segment[] {
  const out: Segment[] = [];
  let run: Piece[] = [];
  const flush = (): void => {
    const first = run[0];
    const last = run.at(-1);
    if (first && last)
      out.push({ x: first.x, end: last.x + last.width, text: joinPieces(run), font: first.font });
    run = [];
  };
  for (const piece of line.pieces) {
    const last = run.at(-1);
    const far = last && piece.x - (last.x + last.width) > piece.size * GAP;
    if (far || (last && starts.some((x) => Math.abs(x - piece.x) < 2))) flush();
    run.push(piece);
  }
  flush();
  return out;
}

/** The column that holds `x`. */
export function columnOf(x: number, starts: readonly number[]): number {
  let column = 0;
  for (const [i, start] of starts.entries()) if (x >= start - 4) column = i;
  return column;
}

/** Text of a line of a column whose texts reach to `limit`; with `FULL` where it is one long word up to there. */
export function fullLine({ text, x, end }: Segment, limit: number): string {
  const letter = (end - x) / Math.max(1, text.length);
  return /^[(«]?\p{L}{5,}$/u.test(text) && end + letter * 1.1 > limit ? text + FULL : text;
}
