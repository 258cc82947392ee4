import { signal } from '@preact/signals';
import { markerLabel, markerWidth } from '../../components/overlay/marker-label.ts';
import type { MarkerModel, MarkerPlace, Store } from '../../components/overlay/store.ts';
import { type Box, boxAt, overlap, type Size } from './boxes.ts';
import { createCovers, type PlacedMarker } from './covers.ts';
import type { Host } from './host.ts';
import { leastBad, markerPlaces } from './marker-places.ts';
import { isFree, type Measured, measureRoom } from './measure.ts';
import type { MarkerPosition, MarkerView } from './types.ts';
import type { Visible } from './visible.ts';

const HEIGHT = 20;

/** A place found once: it holds while the anchor and the label keep their size. */
interface Kept {
  readonly boxElement: Element;
  readonly box: Box;
  /** Where the anchor was then. */
  readonly anchor: DOMRect;
  readonly label: string;
  readonly compact: boolean;
}

export interface MarkerLayout {
  setPositions(positions: readonly MarkerPosition[]): void;
  /** Asks the views of these markers again; gives those that are drawn and need another place. */
  update(positionIds: Iterable<string>): readonly string[];
  /** Finds other places for these markers alone; nothing else on the page moved. */
  replace(positionIds: readonly string[]): void;
  /** Places the visible markers; `again`: forget what was measured. True: some are new or stand elsewhere in the window. */
  pass(again: boolean): boolean;
  /** Asks the page what lies over the markers; true when it is something else than before. */
  look(): boolean;
  /** Positions from the first to the last in the window, with those just outside of it; all where none is seen. */
  around(): readonly string[];
  /** Neighbour in document order. */
  neighbour(positionId: string, by: 1 | -1): string | null;
  anchor(positionId: string): Element | null;
}

/** Decides which markers are drawn and where. Only what is in the window is measured and drawn. */
export function createMarkerLayout(
  store: Store,
  host: Host,
  visible: Visible,
  focused: () => string | null,
): MarkerLayout {
  let positions: readonly MarkerPosition[] = [];
  let order = new Map<string, number>();
  const covers = createCovers(host.element);
  /** Where the markers stood in the window after the last pass. */
  let stood: readonly PlacedMarker[] = [];
  const models = new Map<string, MarkerModel>();
  const kept = new Map<string, Kept>();

  const model = (position: MarkerPosition): MarkerModel => {
    const { id } = position;
    const known = models.get(id);
    if (known) return known;
    const made: MarkerModel = {
      id,
      view: signal(position.view()),
      place: signal<MarkerPlace | null>(null),
    };
    models.set(id, made);
    return made;
  };

  /** The room measured last: while a person types, it is asked for again and again. */
  let last: { id: string; measured: Measured; rect: DOMRect; said: number } | null = null;
  const roomOf = (id: string, anchor: Element, rect: DOMRect): Measured | null => {
    const isSame =
      last?.id === id &&
      last.rect.left === rect.left &&
      last.rect.top === rect.top &&
      last.rect.width === rect.width &&
      last.rect.height === rect.height &&
      last.said === last.measured.boxElement.textContent.length;
    if (isSame && last) return last.measured;
    const measured = measureRoom(anchor);
    last = measured && { id, measured, rect, said: measured.boxElement.textContent.length };
    return measured;
  };

  const find = (marker: MarkerModel, anchor: Element, rect: DOMRect, taken: readonly Box[]): Kept | null => {
    const label = markerLabel(marker.view.peek(), false);
    const old = kept.get(marker.id);
    if (old && old.label === label && old.anchor.width === rect.width && old.anchor.height === rect.height)
      return old;
    const measured = roomOf(marker.id, anchor, rect);
    if (!measured) return null;
    const found = choose(measured, label, taken, host.element);
    const result = { ...found, boxElement: measured.boxElement, anchor: rect, label };
    kept.set(marker.id, result);
    return result;
  };

  /** Positions in the window (and the focused one), in document order: work in proportion to the window, not the form. */
  const inOrder = (keep: string | null): MarkerPosition[] => {
    const indices = new Set<number>();
    for (const id of visible.keys()) indices.add(order.get(id) ?? -1);
    if (keep !== null) indices.add(order.get(keep) ?? -1);
    return [...indices].sort((a, b) => a - b).flatMap((index) => positions[index] ?? []);
  };

  return {
    setPositions(next) {
      positions = next;
      order = new Map(next.map((position, index) => [position.id, index]));
      for (const id of models.keys())
        if (!order.has(id)) {
          models.delete(id);
          kept.delete(id);
        }
      visible.follow(
        new Map(
          next.flatMap((position) => {
            const anchor = position.anchor();
            return anchor ? [[position.id, anchor] as const] : [];
          }),
        ),
      );
    },
    update(ids) {
      const moves: string[] = [];
      for (const id of ids) {
        const marker = models.get(id);
        const view = marker && positions[order.get(id) ?? -1]?.view();
        if (!marker || !view || sameView(marker.view.peek(), view)) continue;
        marker.view.value = view;
        if (visible.has(id) && kept.get(id)?.label !== markerLabel(view, false)) moves.push(id);
      }
      return moves;
    },
    replace(ids) {
      if (ids.length === 0) return;
      const origin = host.origin();
      for (const id of ids) {
        const marker = models.get(id);
        const anchor = positions[order.get(id) ?? -1]?.anchor();
        if (!marker?.place.peek() || !anchor?.isConnected) continue;
        const rect = anchor.getBoundingClientRect();
        const others = [...kept].flatMap(([other, found]) => {
          if (other === id || !visible.has(other)) return [];
          const at = positions[order.get(other) ?? -1]?.anchor()?.getBoundingClientRect();
          return at ? [moved(found, at)] : [];
        });
        const found = find(marker, anchor, rect, others);
        const place = found && placed(moved(found, rect), origin, found.compact);
        if (!same(marker.place.peek(), place)) marker.place.value = place;
      }
    },
    pass(again) {
      if (again) {
        kept.clear();
        last = null;
      }
      const keep = focused();
      const origin = host.origin();
      const taken: Box[] = [];
      const shown: MarkerModel[] = [];
      const places = new Map<MarkerModel, MarkerPlace | null>();
      const standing: (PlacedMarker & { marker: MarkerModel })[] = [];
      for (const position of inOrder(keep)) {
        const { id } = position;
        const anchor = position.anchor();
        if (!anchor?.isConnected) continue;
        const rect = anchor.getBoundingClientRect();
        const marker = model(position);
        const found = find(marker, anchor, rect, taken);
        shown.push(marker);
        places.set(marker, null);
        if (!found) continue;
        const box = moved(found, rect);
        places.set(marker, placed(box, origin, found.compact));
        taken.push(box);
        if (id !== keep) standing.push({ box, boxElement: found.boxElement, marker });
      }
      const covered = covers.covered(standing);
      for (const one of standing) if (covered.has(one)) places.set(one.marker, null);
      const stay = standing.length === stood.length && standing.every((one, i) => sameBox(one, stood[i]));
      stood = standing;
      for (const [marker, place] of places) if (!same(marker.place.peek(), place)) marker.place.value = place;
      const now = store.markers.peek();
      if (now.length !== shown.length || now.some((one, index) => one !== shown[index]))
        store.markers.value = shown;
      return !stay;
    },
    look: () => covers.look(stood),
    around() {
      let first = positions.length;
      let last = -1;
      for (const id of visible.keys()) {
        const index = order.get(id) ?? -1;
        first = Math.min(first, index);
        last = Math.max(last, index);
      }
      const seen = last < 0 ? positions : positions.slice(Math.max(0, first - 1), last + 2);
      return seen.map(({ id }) => id);
    },
    neighbour(id, by) {
      const index = order.get(id);
      return index === undefined ? null : (positions[index + by]?.id ?? null);
    },
    anchor: (id) => positions[order.get(id) ?? -1]?.anchor() ?? null,
  };
}

/** The best free place with the whole label, else with the sign alone, else the corner that hides least. */
function choose(
  measured: Measured,
  label: string,
  taken: readonly Box[],
  host: Element,
): { box: Box; compact: boolean } {
  const small: Size = { width: 22, height: HEIGHT };
  const sizes: [Size, boolean][] = [
    [{ width: markerWidth(label), height: HEIGHT }, false],
    [small, true],
  ];
  for (const [size, compact] of sizes)
    for (const { box, outside } of markerPlaces(measured.room, size)) {
      if (taken.some((other) => overlap(other, box) > 0)) continue;
      if (isFree(box, measured, outside, host)) return { box, compact };
    }
  return { box: leastBad(measured.room, small), compact: true };
}

function moved(found: Kept, rect: DOMRect): Box {
  const size = { width: found.box.right - found.box.left, height: HEIGHT };
  return boxAt(
    found.box.left + rect.left - found.anchor.left,
    found.box.top + rect.top - found.anchor.top,
    size,
  );
}

function placed(box: Box, origin: { left: number; top: number }, compact: boolean): MarkerPlace {
  const across = box.left > innerWidth / 2 ? 'left' : 'right';
  const down = box.top > innerHeight - 120 ? 'above' : 'below';
  return {
    left: Math.round(box.left - origin.left),
    top: Math.round(box.top - origin.top),
    width: box.right - box.left,
    compact,
    tip: `${down}-${across}`,
  };
}

function sameView(a: MarkerView, b: MarkerView): boolean {
  return (
    a.name === b.name &&
    a.points === b.points &&
    a.state === b.state &&
    a.count === b.count &&
    a.tip === b.tip
  );
}

function sameBox({ box, boxElement }: PlacedMarker, other: PlacedMarker | undefined): boolean {
  return (
    boxElement === other?.boxElement &&
    box.left === other.box.left &&
    box.top === other.box.top &&
    box.right === other.box.right
  );
}

function same(a: MarkerPlace | null, b: MarkerPlace | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.left === b.left && a.top === b.top && a.width === b.width && a.compact === b.compact && a.tip === b.tip
  );
}
