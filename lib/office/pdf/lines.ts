import type { Piece } from './page.ts';

/** Pieces on one line of print, from left to right. */
export interface Line {
  readonly y: number;
  readonly size: number;
  readonly pieces: readonly Piece[];
}

/** Pieces gathered into lines of print, from top to bottom. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const sorted = [...pieces].sort((a, b) => b.y - a.y || a.x - b.x);
  const lines: { y: number; size: number; pieces: Piece[] }[] = [];
  for (const piece of sorted) {
    const last = lines.at(-1);
    // Raised and lowered characters stand on the same line.
    if (last && last.y - piece.y < Math.max(last.size, piece.size) * 0.5) last.pieces.push(piece);
    else lines.push({ y: piece.y, size: piece.size, pieces: [piece] });
  }
  for (const line of lines) line.pieces.sort((a, b) => a.x - b.x);
  return lines;
}

/** Text of pieces side by side; a gap between them is a space. */
export function joinPieces(pieces: readonly Piece[]): string {
  let text = '';
  let end = Number.NaN;
  for (const piece of pieces) {
    if (text !== '' && piece.x - end > piece.size * 0.12 && !text.endsWith(' ')) text += ' ';
    text += piece.text;
    end = piece.x + piece.width;
  }
  return text.trim();
}

/** Stands at the end of a line that is one long word up to the wall of its cell: the word may go on below. */
export const FULL = '\u2060';

/** Text of a cell: its lines, parted by `\n`. `walls`: where the cell begins and ends, to tell full lines (`FULL`). */
export function cellText(pieces: readonly Piece[], walls: { from: number; to: number }): string {
  const lines = linesOf(pieces);
  // What is left free beside the text, alike on both sides.
  const margin = Math.max(0, Math.min(...lines.map((line) => line.pieces[0]?.x ?? 0)) - walls.from);
  return lines
    .map((line) => {
      const text = joinPieces(line.pieces);
      const last = line.pieces.at(-1);
      const end = last ? last.x + last.width : 0;
      const letter = (end - (line.pieces[0]?.x ?? 0)) / Math.max(1, text.length);
      const full = /^[(«]?\p{L}{5,}$/u.test(text) && end + letter * 1.1 > walls.to - margin;
      return full ? text + FULL : text;
    })
    .join('\n');
}

/** Lines of one paragraph stand this close, in sizes of the letters. */
const LEADING = 1.5;

/** A line that begins so goes on with the line before. */
export const GOES_ON = /^[\p{Ll}(–—,;.)»-]/u;

/**
 * Lines of print gathered into paragraphs: one that begins small and stands close below another of its font goes on
 * with it, unless a drawn line (`bars`: their heights) parts them.
 */
export function paragraphsOf(lines: readonly Line[], bars: readonly number[]): string[] {
  const out: string[] = [];
  let above: Line | null = null;
  for (const line of lines) {
    const text = joinPieces(line.pieces);
    const upper: Line | null = above;
    above = line;
    const close =
      upper !== null &&
      upper.y - line.y < line.size * LEADING &&
      upper.pieces[0]?.font === line.pieces[0]?.font &&
      !bars.some((at) => at < upper.y && at > line.y + line.size * 0.7);
    if (close && GOES_ON.test(text)) out[out.length - 1] += ` ${text}`;
    else out.push(text);
  }
  return out;
}
