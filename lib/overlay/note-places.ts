import type { FieldMarkPlace, MarkerModel } from '../../components/overlay/store.ts';
import { type Box, boxAt, contains, overlap } from './boxes.ts';
import type { Host } from './host.ts';
import { isFree, type Measured, measureRoom } from './measure.ts';

/** Heights of a note of two lines and of one, in pixels. */
const HEIGHTS = [34, 18] as const;
/** A narrower note says nothing. */
const NARROWEST = 90;
const WIDEST = 360;
const GAP = 3;

/** Where the markers stand in the window. */
export function markerBoxes(markers: readonly MarkerModel[], origin: { left: number; top: number }): Box[] {
  return markers.flatMap(({ place }) => {
    const at = place.peek();
    return at ? [boxAt(at.left + origin.left, at.top + origin.top, { width: at.width, height: 20 })] : [];
  });
}

/** Below everything that stands in the text's box, the marker included: there a note belongs to both. */
function belowText({ room }: Measured, taken: readonly Box[], height: number): Box | null {
  const [first] = room.lines;
  if (!first) return null;
  const width = Math.min(WIDEST, room.box.right - first.left - 4);
  if (width < NARROWEST) return null;
  const { top: start, bottom: end } = room.box;
  const column: Box = { left: first.left, right: first.left + width, top: start, bottom: end };
  const inside = [...room.obstacles, ...taken].filter((box) => overlap(box, column) > 0);
  const top = Math.max(first.bottom, ...inside.map((box) => box.bottom)) + GAP;
  const box = boxAt(first.left, top, { width, height });
  return contains({ ...column, right: room.box.right, bottom: end - 1 }, box) ? box : null;
}

/**
 * In a tight table there is no room beside a field. The finding is then told in the free space below the position's own
 * text, with its row; null where there is none either. `taken`: places of the markers.
 */
export function notePlace(anchor: Element, taken: readonly Box[], host: Host): FieldMarkPlace['line'] {
  const measured = measureRoom(anchor);
  if (!measured) return null;
  const origin = host.origin();
  for (const height of HEIGHTS) {
    const box = belowText(measured, taken, height);
    if (!box || !isFree(box, measured, false, host.element)) continue;
    return {
      left: Math.round(box.left - origin.left),
      top: Math.round(box.top - origin.top),
      width: Math.floor(box.right - box.left),
      note: height,
    };
  }
  return null;
}
