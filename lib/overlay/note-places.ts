import type { FieldMarkPlace, MarkerModel } from '../../components/overlay/store.ts';
import { type Box, boxAt, overlap } from './boxes.ts';
import type { Host } from './host.ts';
import { markerPlaces } from './marker-places.ts';
import { isFree, measureRoom } from './measure.ts';

/** Height of a line. */
const LINE = 18;
/** A narrower note says nothing. */
const NARROWEST = 120;
const WIDEST = 360;

/** Where the markers stand in the window. */
export function markerBoxes(markers: readonly MarkerModel[], origin: { left: number; top: number }): Box[] {
  return markers.flatMap(({ place }) => {
    const at = place.peek();
    return at ? [boxAt(at.left + origin.left, at.top + origin.top, { width: at.width, height: 20 })] : [];
  });
}

/**
 * In a tight table there is no room beside a field. The finding is then told in the free space at the position's own
 * text, one line, with its row; null where there is none either.
 */
export function notePlace(anchor: Element, taken: readonly Box[], host: Host): FieldMarkPlace['line'] {
  const measured = measureRoom(anchor);
  if (!measured) return null;
  const { box } = measured.room;
  const width = Math.min(WIDEST, box.right - box.left - 10);
  if (width < NARROWEST) return null;
  const origin = host.origin();
  for (const place of markerPlaces(measured.room, { width, height: LINE })) {
    if (place.outside || taken.some((other) => overlap(other, place.box) > 0)) continue;
    if (!isFree(place.box, measured, false, host.element)) continue;
    return {
      left: Math.round(place.box.left - origin.left),
      top: Math.round(place.box.top - origin.top),
      width,
      note: true,
    };
  }
  return null;
}
