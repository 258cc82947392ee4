import { type Box, overlap } from './boxes.ts';
import { coverOf, pageElementAt } from './measure.ts';

/** Markers at each end of the window that are looked at one by one: bars that stay in place cover these first. */
const ENDS = 2;

export interface PlacedMarker {
  readonly box: Box;
  readonly boxElement: Element;
}

/**
 * Which markers lie under something of the page that does not scroll with it (bars, chat buttons, the site's own
 * dialogs). A few points are asked for, whatever the number of markers: what is found there is compared with the
 * others by rectangle.
 */
export function coveredMarkers(markers: readonly PlacedMarker[], host: Element): ReadonlySet<PlacedMarker> {
  const covered = new Set<PlacedMarker>();
  const first = markers[0];
  if (!first) return covered;
  const bars = new Set<Element>();
  const doc = first.boxElement.ownerDocument;
  const { clientWidth, clientHeight } = doc.documentElement;
  const middle = pageElementAt(doc, clientWidth / 2, clientHeight / 2, host);
  const modal = middle && fixedAround(middle);
  if (modal) bars.add(modal);
  for (const marker of new Set([...markers.slice(0, ENDS), ...markers.slice(-ENDS)])) {
    const cover = coverOf(marker.box, marker.boxElement, host);
    if (!cover) continue;
    covered.add(marker);
    const bar = fixedAround(cover);
    if (bar) bars.add(bar);
  }
  for (const bar of bars) {
    const box = bar.getBoundingClientRect();
    for (const marker of markers)
      if (overlap(box, marker.box) > 0 && !bar.contains(marker.boxElement)) covered.add(marker);
  }
  return covered;
}

/** The element itself or the nearest one around it that stays in place while the page scrolls. */
function fixedAround(element: Element): Element | null {
  for (let node: Element | null = element; node; node = node.parentElement) {
    const { position } = getComputedStyle(node);
    if (position === 'fixed' || position === 'sticky') return node;
  }
  return null;
}
