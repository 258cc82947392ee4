import { type Box, boxAt, clamp, overlap, type Size } from './boxes.ts';

const MARGIN = 8;

/** Least height a card keeps for scrolling before it stands over what it is about. */
const LEAST = 240;
/** It moves within its free space to have this much. */
const COMFORT = 320;
/** Where nothing is free a card as wide as the window keeps this low. */
const LOW = 0.55;

/** A card's place. `space`: what it may grow into without covering anything it is about. */
export interface CardPlace {
  readonly left: number;
  readonly top: number;
  readonly maxHeight: number;
  readonly space: Box;
}

/**
 * Place of a card: right of its position, left of it, below, above, wherever the window has room for it that the
 * position's text and its fields do not need; without such room, clear of the fields alone; without that, where it covers
 * least of them, and of the focused field least of all. Always inside the window.
 */
export function placeCard(
  text: Box | null,
  size: Size,
  view: Size,
  fields: readonly Box[],
  focused: Box | null = null,
): CardPlace {
  const inside: Box = {
    left: MARGIN,
    top: MARGIN,
    right: view.width - MARGIN,
    bottom: view.height - MARGIN,
  };
  const seen = (boxes: readonly (Box | null)[]) =>
    boxes.flatMap((box) => (box && overlap(box, boxAt(0, 0, view)) > 0 ? [box] : []));
  const own = seen([...fields, focused]);
  const near = text ?? own[0] ?? inside;
  for (const kept of [seen([text, ...own]), own, seen([focused])]) {
    const space = spaceBeside(unionOf(kept), size, inside);
    if (space) return within(space, near, size);
  }
  return leastCovering(near, size, view, inside, [...own, ...Array.from({ length: 50 }, () => focused)]);
}

/** The card in its space again: it grew, or what is known of its position changed. It moves no farther than needed. */
export function growCard(place: CardPlace, size: Size): CardPlace {
  const { space } = place;
  const most = space.bottom - Math.min(size.height, COMFORT, space.bottom - space.top);
  const top = clamp(Math.min(place.top, most), space.top, space.bottom);
  const left = clamp(place.left, space.left, space.right - size.width);
  return { left, top, maxHeight: space.bottom - top, space };
}

/** Free room beside a box where a card is readable; the first side that holds the whole card, else the highest. */
function spaceBeside(box: Box | null, size: Size, inside: Box): Box | null {
  if (!box) return inside;
  const spaces: Box[] = [
    { ...inside, left: Math.max(inside.left, box.right + MARGIN) },
    { ...inside, right: Math.min(inside.right, box.left - MARGIN) },
    { ...inside, top: Math.max(inside.top, box.bottom + MARGIN) },
    { ...inside, bottom: Math.min(inside.bottom, box.top - MARGIN) },
  ];
  const height = (space: Box) => space.bottom - space.top;
  const fit = spaces.filter(
    (space) => space.right - space.left >= size.width && height(space) >= Math.min(size.height, LEAST),
  );
  const whole = fit.find((space) => height(space) >= Math.min(size.height, COMFORT));
  return whole ?? fit.sort((a, b) => height(b) - height(a))[0] ?? null;
}

function within(space: Box, near: Box, size: Size): CardPlace {
  const height = Math.min(size.height, space.bottom - space.top);
  // Above its position it ends where the position begins.
  const wanted = space.bottom < near.top ? space.bottom - height : near.top;
  const top = clamp(Math.min(wanted, space.bottom - height), space.top, space.bottom);
  const left = clamp(near.left, space.left, space.right - size.width);
  return { left, top, maxHeight: space.bottom - top, space };
}

function leastCovering(
  near: Box,
  size: Size,
  view: Size,
  inside: Box,
  kept: readonly (Box | null)[],
): CardPlace {
  const wide = size.width >= view.width - 4 * MARGIN;
  const height = Math.min(size.height, inside.bottom - inside.top, wide ? view.height * LOW : size.height);
  const shown: Size = { width: size.width, height };
  const lefts = [near.right + MARGIN, inside.right, near.left - size.width - MARGIN, inside.left, near.left];
  const tops = [near.top, near.bottom + MARGIN, near.top - height - MARGIN, inside.top, inside.bottom];
  const boxes = lefts.flatMap((left) =>
    tops.map((top) =>
      boxAt(
        clamp(left, inside.left, inside.right - shown.width),
        clamp(top, inside.top, inside.bottom - height),
        shown,
      ),
    ),
  );
  const covered = (box: Box) => kept.reduce((sum, one) => sum + (one ? overlap(box, one) : 0), 0);
  const best = boxes.reduce((a, b) => (covered(b) < covered(a) ? b : a));
  return { left: best.left, top: best.top, maxHeight: height, space: best };
}

function unionOf(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

/** Place of a menu under its field, or above it where there is more room; never over the field. */
export function placeMenu(
  field: Box,
  size: Size,
  view: Size,
): { left: number; top: number; maxHeight: number } {
  const below = view.height - field.bottom - MARGIN;
  const above = field.top - MARGIN;
  const left = clamp(field.left, MARGIN, view.width - size.width - MARGIN);
  if (size.height <= below || below >= above)
    return { left, top: field.bottom + 2, maxHeight: Math.max(120, below - 2) };
  const height = Math.min(size.height, above - 2);
  return { left, top: field.top - 2 - height, maxHeight: Math.max(120, above - 2) };
}
