import type { FieldMarkPlace, Spot, Store } from '../../components/overlay/store.ts';
import { type Box, boxAt } from './boxes.ts';
import type { Host } from './host.ts';
import { linePlaces } from './line-places.ts';
import { isBlank, measureLine } from './line-room.ts';
import { pageElementAt } from './measure.ts';
import { markerBoxes, notePlace } from './note-places.ts';
import type { FieldMarkView } from './types.ts';

/** Height of the line under a field. */
const LINE = 18;
/** About what a character of the 12 px line is wide, in the wider of usual fonts. */
const CHAR = 7.2;

/**
 * What the page said about places since something moved: asking it what lies at a point costs milliseconds on a form of
 * 4,000 positions, and while a person types the same finding comes and goes in the same place.
 */
const asked = new Map<string, { readonly block: Element; readonly free: boolean }>();

function isFree(box: Box, block: Element, host: Host): boolean {
  const key = [box.left, box.top, box.right].map(Math.round).join();
  const known = asked.get(key);
  if (known?.block === block) return known.free;
  const free = isBlank(box, block, host.element);
  asked.set(key, { block, free });
  return free;
}

/** Places the marks of the fields in the window. `still`: nothing moved, marks that are drawn keep their places. */
export function placeFieldMarks(
  store: Store,
  host: Host,
  marks: Iterable<FieldMarkView>,
  focused: Element | null,
  still: boolean,
): void {
  if (!still) asked.clear();
  const before = new Map(store.fieldMarks.peek().map((place) => [place.view.key, place]));
  const origin = host.origin();
  const drawn = markerBoxes(store.markers.peek(), origin);
  const views = [...marks];
  const kept = (view: FieldMarkView): FieldMarkPlace | undefined => {
    const old = still ? before.get(view.key) : undefined;
    return old?.view.text === view.text ? old : undefined;
  };
  // What stays where it is takes its room before anything new is placed.
  for (const view of views) {
    const line = kept(view)?.line;
    if (line) drawn.push(lineBox(line, origin));
  }
  const places: FieldMarkPlace[] = [];
  const fresh: number[] = [];
  const seen = new Set<Element>();
  for (const view of views) {
    const field = view.field();
    // One line a field: the first (worst) finding; the card has the others.
    if (!field?.isConnected || seen.has(field)) continue;
    const old = kept(view);
    if (old) {
      seen.add(field);
      places.push(old.view.state === view.state ? old : { ...old, view });
      continue;
    }
    const box = field.getBoundingClientRect();
    const near = focused !== null && (field === focused || view.mate() === focused);
    if (box.width === 0 || box.bottom < 0 || box.top > innerHeight) continue;
    // Asking the page what lies at a point is dear on a big form; where the person types, it is in sight.
    if (!near && !isShown(field, box, host)) continue;
    seen.add(field);
    fresh.push(places.length);
    const line = placeLine(view, field, near, host, origin, drawn);
    if (line) drawn.push(lineBox(line, origin));
    places.push({
      view,
      // On a field's own edge: beside it stand labels. A link of the read-only form has no edge, only letters.
      left: Math.round(box.left - origin.left - (field.matches('input,textarea,[contenteditable]') ? 1 : 4)),
      top: Math.round(box.top - origin.top),
      height: Math.round(box.height),
      near,
      line,
    });
  }
  addNotes(host, places, fresh, drawn);
  const now = store.fieldMarks.peek();
  if (now.length === places.length && now.every((place, index) => place === places[index])) return;
  store.fieldMarks.value = places;
}

function lineBox(line: NonNullable<FieldMarkPlace['line']>, origin: Spot): Box {
  return boxAt(line.left + origin.left, line.top + origin.top, {
    width: line.width,
    height: line.note || LINE,
  });
}

/** One note at a position's text for the first of its findings that found no room at its field. */
function addNotes(
  host: Host,
  places: FieldMarkPlace[],
  fresh: readonly number[],
  drawn: readonly Box[],
): void {
  const noted = new Set<Element>();
  for (const index of fresh) {
    const place = places[index];
    const anchor = place?.line === null ? place.view.anchor() : null;
    if (!place || !anchor?.isConnected || noted.has(anchor)) continue;
    noted.add(anchor);
    places[index] = { ...place, line: notePlace(anchor, drawn, host) };
  }
}

/** Under the field or above it where nothing is covered; with the focus in the row, also in a gap of the position. */
function placeLine(
  view: FieldMarkView,
  field: Element,
  near: boolean,
  host: Host,
  origin: Spot,
  drawn: readonly Box[],
): FieldMarkPlace['line'] {
  const { room, block } = measureLine(field, view.anchor(), drawn);
  const most = room.bounds.right - room.bounds.left;
  const wide = (text: string) => Math.min(24 + text.length * CHAR, most);
  for (const { box, own } of linePlaces(room, { width: wide(near ? view.note : view.text), height: LINE })) {
    if (!own && !near) continue;
    if (!isFree(box, block, host)) continue;
    const width = Math.floor(box.right - box.left);
    return {
      left: Math.round(box.left - origin.left),
      top: Math.round(box.top - origin.top),
      width,
      // In a gap it says its row as well; where that would be cut, what was found alone.
      note: own || width < wide(view.note) - 1 ? 0 : LINE,
    };
  }
  return null;
}

/** False where the field is scrolled out of its container or lies under something of the page. */
function isShown(field: Element, box: Box, host: Host): boolean {
  const root = field.getRootNode() as unknown as DocumentOrShadowRoot;
  const x = Math.min(box.left + 8, (box.left + box.right) / 2);
  const element = pageElementAt(root, x, (box.top + box.bottom) / 2, host.element);
  return element !== null && (element.contains(field) || field.contains(element));
}

/** Place of the small button at the end of a field: inside its end where the field itself is seen, else outside it. */
export function insertSpot(field: Element, host: Host): Spot | null {
  const box = field.getBoundingClientRect();
  if (box.width < 60 || box.bottom < 0 || box.top > innerHeight) return null;
  const root = field.getRootNode() as unknown as DocumentOrShadowRoot;
  const origin = host.origin();
  const middle = Math.min((box.top + box.bottom) / 2, box.top + 18);
  for (const left of [box.right - 23, box.right + 3]) {
    const element = pageElementAt(root, left + 10, middle, host.element);
    const fits = left + 20 <= document.documentElement.clientWidth;
    const free = left < box.right ? element === field : element?.contains(field);
    if (fits && free)
      return { left: Math.round(left - origin.left), top: Math.round(middle - 10 - origin.top) };
  }
  return null;
}
