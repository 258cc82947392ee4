import { type Box, boxAt, clamp, contains, overlap, type Size } from './boxes.ts';

/** What stands around a field. */
export interface LineRoom {
  readonly field: Box;
  /** Where the line may stand: the position's own block, as far as it is seen. */
  readonly bounds: Box;
  /** Texts and controls of the page, and what we drew ourselves. */
  readonly obstacles: readonly Box[];
}

/** A place for the line; `own`: right under or above its field, so that nobody takes it for another row's. */
export interface LinePlace {
  readonly box: Box;
  readonly own: boolean;
}

/** Distance kept from what stands beside the line. */
const GAP = 4;
/** A narrower line says nothing, in pixels. */
const NARROWEST = 150;

/**
 * Places for the line of a finding that cover no text and no control, best first: under its field, above it, behind the
 * row, then in the gaps under and above the row; with the whole text first, then cut. Pure; the caller asks the page
 * what it shows there before a place is taken.
 */
export function* linePlaces(room: LineRoom, size: Size): Generator<LinePlace> {
  const { field } = room;
  const { height } = size;
  const under = field.bottom + 1;
  const above = field.top - height - 1;
  const beside = (field.top + Math.min(field.bottom, field.top + 32) - height) / 2;
  for (const width of new Set([size.width, Math.min(size.width, NARROWEST)]))
    for (const [top, gaps] of [
      [under, false],
      [above, false],
      [beside, true],
      [under, true],
      [above, true],
    ] as const)
      for (const free of gaps ? gapsAt(room, top, height) : own(room, top, height))
        if (free.right - free.left >= width) {
          const wide = Math.min(size.width, free.right - free.left);
          const left = clamp(field.left, free.left, free.right - wide);
          yield { box: boxAt(left, top, { width: wide, height }), own: !gaps };
        }
}

/** The free piece that begins where the field does. */
function own(room: LineRoom, top: number, height: number): Box[] {
  const { left } = room.field;
  return gapsAt(room, top, height)
    .filter((gap) => gap.left <= left + 1 && gap.right > left)
    .map((gap) => ({ ...gap, left }));
}

/** Free pieces of a strip of the block, from left to right. */
function gapsAt({ bounds, obstacles, field }: LineRoom, top: number, height: number): Box[] {
  const bottom = top + height;
  const strip: Box = { left: bounds.left, right: bounds.right, top, bottom };
  if (!contains(bounds, strip)) return [];
  const taken = [...obstacles, field].filter((box) => overlap(box, strip) > 0);
  taken.sort((a, b) => a.left - b.left);
  const gaps: Box[] = [];
  let left = bounds.left;
  for (const box of taken) {
    if (box.left - GAP > left) gaps.push({ left, right: box.left - GAP, top, bottom });
    left = Math.max(left, box.right + GAP);
  }
  if (bounds.right > left) gaps.push({ left, right: bounds.right, top, bottom });
  return gaps;
}
