/** Rectangles in CSS pixels of the window. Pure arithmetic. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A box from its corner and size. */
export function boxAt(left: number, top: number, size: Size): Box {
  return { left, top, right: left + size.width, bottom: top + size.height };
}

/**
 * The part of a text's rectangle that can have ink: rectangles of text are as high as the font's ascent and descent,
 * and in tight lines they touch, while letters do not.
 */
export function inkOf(text: Box): Box {
  const air = Math.min(3, (text.bottom - text.top) * 0.16);
  return { left: text.left, top: text.top + air, right: text.right, bottom: text.bottom - air };
}

/** Area that two boxes share, in square pixels; touching boxes share none. */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0.5 && height > 0.5 ? width * height : 0;
}

/** True when `inner` lies in `outer`, give or take half a pixel. */
export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.left >= outer.left - 0.5 &&
    inner.top >= outer.top - 0.5 &&
    inner.right <= outer.right + 0.5 &&
    inner.bottom <= outer.bottom + 0.5
  );
}

/** A number kept between two others; the lower bound wins when they cross. */
export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

/** Pieces of text joined into the lines a person sees: pieces that share most of their height are one line. */
export function joinLines(pieces: readonly Box[]): Box[] {
  const lines: Box[] = [];
  const sorted = pieces
    .filter((piece) => piece.right - piece.left > 0.5 && piece.bottom - piece.top > 0.5)
    .sort((a, b) => a.top - b.top || a.left - b.left);
  for (const piece of sorted) {
    const last = lines.at(-1);
    const shared = last ? Math.min(last.bottom, piece.bottom) - Math.max(last.top, piece.top) : 0;
    if (last && shared > Math.min(last.bottom - last.top, piece.bottom - piece.top) / 2) {
      lines[lines.length - 1] = {
        left: Math.min(last.left, piece.left),
        top: Math.min(last.top, piece.top),
        right: Math.max(last.right, piece.right),
        bottom: Math.max(last.bottom, piece.bottom),
      };
    } else lines.push({ left: piece.left, top: piece.top, right: piece.right, bottom: piece.bottom });
  }
  return lines;
}
