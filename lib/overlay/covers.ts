import { type Box, overlap } from './boxes.ts';
import { coverOf, pageElementAt } from './measure.ts';

export interface PlacedMarker {
  readonly box: Box;
  readonly boxElement: Element;
}

/**
 * What of the page lies over the markers: bars that stay while it scrolls, chat buttons, the site's own dialogs. Asking
 * the page what lies at a point is dear on a big form; so it is asked at a few points, when it has nothing to do, and
 * what was found there is compared with the markers by rectangle until it goes.
 */
export interface Covers {
  /** Markers under what is known to lie over the page. */
  covered(markers: readonly PlacedMarker[]): ReadonlySet<PlacedMarker>;
  /** Asks the page anew; true when other things lie over it than before. */
  look(markers: readonly PlacedMarker[]): boolean;
}

/** `host`: the overlay's own element, which lies on top of all. */
export function createCovers(host: Element): Covers {
  const doc = host.ownerDocument;
  /** What stays in place while the page scrolls; kept once it was seen. */
  const bars = new Set<Element>();
  /** What else was found over a marker when the page was asked last. */
  let loose = new Set<Element>();
  return {
    covered(markers) {
      const covered = new Set<PlacedMarker>();
      for (const cover of [...bars, ...loose]) {
        if (!cover.isConnected || (bars.has(cover) && !isFixed(cover))) {
          bars.delete(cover);
          loose.delete(cover);
          continue;
        }
        const box = cover.getBoundingClientRect();
        for (const marker of markers)
          if (overlap(box, marker.box) > 0 && isApart(cover, marker.boxElement) && isSeen(cover))
            covered.add(marker);
      }
      return covered;
    },
    look(markers) {
      const known = bars.size;
      const { clientWidth, clientHeight } = doc.documentElement;
      const middle = pageElementAt(doc, clientWidth / 2, clientHeight / 2, host);
      const dialog = middle && fixedAround(middle);
      if (dialog) bars.add(dialog);
      const now = new Set<Element>();
      for (const marker of new Set([...markers.slice(0, 1), ...markers.slice(-1)])) {
        const cover = coverOf(marker.box, marker.boxElement, host);
        const bar = cover && fixedAround(cover);
        if (bar && isApart(bar, marker.boxElement)) bars.add(bar);
        else if (cover) now.add(cover);
      }
      const changed =
        bars.size !== known || now.size !== loose.size || [...now].some((one) => !loose.has(one));
      loose = now;
      return changed;
    },
  };
}

function isApart(cover: Element, boxElement: Element): boolean {
  return !cover.contains(boxElement) && !boxElement.contains(cover);
}

/** What is hidden or lets the mouse through covers nothing. */
function isSeen(element: Element): boolean {
  const { visibility, pointerEvents } = getComputedStyle(element);
  return visibility === 'visible' && pointerEvents !== 'none';
}

function isFixed(element: Element): boolean {
  const { position } = getComputedStyle(element);
  return position === 'fixed' || position === 'sticky';
}

/** The element itself or the nearest one around it that stays in place while the page scrolls. */
function fixedAround(element: Element): Element | null {
  for (let node: Element | null = element; node; node = node.parentElement) if (isFixed(node)) return node;
  return null;
}
