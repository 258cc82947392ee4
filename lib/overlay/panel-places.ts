import { type Box, boxAt, clamp, overlap, type Size } from './boxes.ts';

const MARGIN = 8;

/**
 * Place of a card beside its position: right of it, left of it, below, above, else a corner of the window; always
 * inside the window, and away from `avoid` (the focused field, the position's own text) where that can be.
 */
export function placeCard(
  anchor: Box,
  size: Size,
  view: Size,
  avoid: readonly Box[],
): { left: number; top: number } {
  const fit = (left: number, top: number): Box =>
    boxAt(
      clamp(left, MARGIN, view.width - size.width - MARGIN),
      clamp(top, MARGIN, view.height - size.height - MARGIN),
      size,
    );
  const candidates = [
    fit(anchor.right + MARGIN, anchor.top),
    fit(anchor.left - size.width - MARGIN, anchor.top),
    fit(anchor.left, anchor.bottom + MARGIN),
    fit(anchor.left, anchor.top - size.height - MARGIN),
    fit(view.width, MARGIN),
    fit(view.width, view.height),
    fit(0, view.height),
    fit(0, 0),
  ];
  const hidden = (box: Box) => avoid.reduce((sum, o) => sum + overlap(box, o), 0);
  const best = candidates.reduce((a, b) => (hidden(b) < hidden(a) ? b : a));
  return { left: best.left, top: best.top };
}

/** Least height a card keeps for scrolling before it moves up to have more. */
const LEAST = 320;

/** A card that grew or whose window changed: it stays where it is as long as it has room there, and moves no farther than needed. */
export function stayInWindow(
  spot: { readonly left: number; readonly top: number },
  size: Size,
  view: Size,
): { left: number; top: number; maxHeight?: number } {
  const left = clamp(spot.left, MARGIN, view.width - size.width - MARGIN);
  // As wide as the window: its style sheet keeps it low, so that the field it is about has a place beside it.
  const wide = size.width >= view.width - 4 * MARGIN;
  const least = wide ? size.height : Math.min(size.height, LEAST);
  const top = clamp(spot.top, MARGIN, view.height - least - MARGIN);
  return wide ? { left, top } : { left, top, maxHeight: view.height - top - MARGIN };
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
