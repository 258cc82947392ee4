import { type Box, boxAt, clamp, contains, overlap, type Size } from './boxes.ts';

/** Free space around a position's text, as measured by `measure.ts`. */
export interface MarkerRoom {
  /** Lines of the position's text, top to bottom. */
  readonly lines: readonly Box[];
  /** The cell or block that holds the text, padding included. */
  readonly box: Box;
  /** Everything in the box that must not be covered: all text pieces and controls. */
  readonly obstacles: readonly Box[];
  /** Window or frame: markers never stick out, the page would get a scroll bar. */
  readonly limits: Box;
}

const GAP = 5;
/** How far a marker may stick out of a box above and below; the caller's look at the page has the last word. */
const SLACK = 3;

/** A place for a marker; `outside` the box needs a look at what stands there. */
export interface Place {
  readonly box: Box;
  readonly outside: boolean;
}

/**
 * Places for a marker of this size that cover nothing of the box, best first: after the last line, after another
 * line, below the text, above it, in the free strip left or right of the text, then in the margin outside the box.
 * Pure; the caller checks what the page has at a place before it is taken.
 */
export function* markerPlaces(room: MarkerRoom, size: Size): Generator<Place> {
  const last = room.lines.at(-1);
  const first = room.lines[0];
  if (!last || !first) return;
  const inside = inner(room.box);
  const free = (box: Box) =>
    contains(inside, box) && contains(room.limits, box) && !room.obstacles.some((o) => overlap(box, o) > 0);

  for (const line of [...room.lines].reverse()) {
    const top = (line.top + line.bottom - size.height) / 2;
    // Whatever stands behind the text on this line (a badge, a help sign) is passed, the marker goes after it.
    const behind = room.obstacles.filter(
      (o) => o.left >= line.left && o.top < top + size.height && o.bottom > top,
    );
    const end = Math.max(line.right, ...behind.map((o) => o.right).filter((right) => right <= inside.right));
    // A little lower keeps clear of the line above in tight text.
    for (const [left, lower] of [
      [line.right + GAP, 3],
      [end + GAP, 3],
      [line.right + GAP, 0],
      [end + GAP, 0],
    ] as const) {
      const box = boxAt(left, top + (line === last ? lower : 0), size);
      if (free(box)) yield { box, outside: false };
    }
  }
  const bottoms = Math.max(last.bottom, ...room.obstacles.map((o) => o.bottom));
  const tops = Math.min(first.top, ...room.obstacles.map((o) => o.top));
  for (const top of [
    last.bottom + 2,
    bottoms + 2,
    inside.bottom - size.height,
    tops - 2 - size.height,
    inside.top,
  ])
    for (const left of [last.left, inside.right - size.width, inside.left]) {
      const box = boxAt(left, top, size);
      if (free(box)) yield { box, outside: false };
    }
  for (const [left, top] of [
    [room.box.right + GAP, last.bottom - size.height],
    [room.box.left - GAP - size.width, first.top],
    [room.box.right + GAP, first.top],
    [room.box.left, room.box.bottom + 1],
  ] as const) {
    const box = boxAt(left, top, size);
    if (contains(room.limits, box) && !room.obstacles.some((o) => overlap(box, o) > 0))
      yield { box, outside: true };
  }
}

/** Last resort where there is no free space at all: the corner of the box that hides least, half on its border. */
export function leastBad(room: MarkerRoom, size: Size): Box {
  const { box } = room;
  const corners = [
    boxAt(box.right - size.width, box.top - size.height / 2, size),
    boxAt(box.right - size.width, box.bottom - size.height / 2, size),
    boxAt(box.left, box.top - size.height / 2, size),
    boxAt(box.left, box.bottom - size.height / 2, size),
  ];
  const { limits } = room;
  const inside = corners.map((corner) =>
    boxAt(
      clamp(corner.left, limits.left, limits.right - size.width),
      clamp(corner.top, limits.top, limits.bottom - size.height),
      size,
    ),
  );
  const hidden = (corner: Box) => room.obstacles.reduce((sum, o) => sum + overlap(corner, o), 0);
  return inside.reduce((best, corner) => (hidden(corner) < hidden(best) ? corner : best));
}

/** The box without its side borders, a little higher than it is: a marker is higher than one line of text. */
function inner(box: Box): Box {
  return { left: box.left + 1, top: box.top - SLACK, right: box.right - 1, bottom: box.bottom + SLACK };
}
