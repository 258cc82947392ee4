import type { FieldMarkPlace, Spot, Store } from '../../components/overlay/store.ts';
import { type Box, boxAt, overlap } from './boxes.ts';
import type { Host } from './host.ts';
import { pageElementAt } from './measure.ts';
import { markerBoxes, notePlace } from './note-places.ts';
import type { FieldMarkView } from './types.ts';

/** Height of the line under a field. */
const LINE = 18;
/** About what a character of the 12 px line is wide. */
const CHAR = 6.4;

/** Places the marks of the fields in the window. `still`: nothing moved, marks that are drawn keep their places. */
export function placeFieldMarks(
  store: Store,
  host: Host,
  marks: Iterable<FieldMarkView>,
  focused: Element | null,
  still: boolean,
): void {
  const before = new Map(store.fieldMarks.peek().map((place) => [place.view.key, place]));
  const origin = host.origin();
  const places: FieldMarkPlace[] = [];
  const fresh: number[] = [];
  const seen = new Set<Element>();
  for (const view of marks) {
    const field = view.field();
    // One line a field: the first (worst) finding; the card has the others.
    if (!field?.isConnected || seen.has(field)) continue;
    const old = still ? before.get(view.key) : undefined;
    if (old && old.view.text === view.text) {
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
    places.push({
      view,
      // On a field's own edge: beside it stand labels. A link of the read-only form has no edge, only letters.
      left: Math.round(box.left - origin.left - (field.matches('input,textarea,[contenteditable]') ? 1 : 4)),
      top: Math.round(box.top - origin.top),
      height: Math.round(box.height),
      line: placeLine(view, field, box, near, host, origin),
    });
  }
  addNotes(store, host, places, fresh);
  const now = store.fieldMarks.peek();
  if (now.length === places.length && now.every((place, index) => place === places[index])) return;
  store.fieldMarks.value = places;
}

/** One note at a position's text for the first of its findings that found no room at its field. */
function addNotes(store: Store, host: Host, places: FieldMarkPlace[], fresh: readonly number[]): void {
  const noted = new Set<Element>();
  const markers = markerBoxes(store.markers.peek(), host.origin());
  for (const index of fresh) {
    const place = places[index];
    const anchor = place?.line === null ? place.view.anchor() : null;
    if (!place || !anchor?.isConnected || noted.has(anchor)) continue;
    noted.add(anchor);
    places[index] = { ...place, line: notePlace(anchor, markers, host) };
  }
}

/** With the focus in the row, under the field in any case; else under it or above it where nothing is covered. */
function placeLine(
  view: FieldMarkView,
  field: Element,
  box: Box,
  focused: boolean,
  host: Host,
  origin: Spot,
): FieldMarkPlace['line'] {
  const room = document.documentElement.clientWidth - box.left - 4;
  const width = Math.min(Math.max(box.right - box.left, 360), room);
  const drawn = Math.min(width, 24 + view.text.length * CHAR);
  const at = (top: number) => ({
    left: Math.round(box.left - origin.left),
    top: Math.round(top - origin.top),
    width,
    note: 0,
  });
  if (focused) return at(box.bottom + 1);
  for (const top of [box.bottom + 1, box.top - LINE - 1])
    if (isFree(boxAt(box.left, top, { width: drawn, height: LINE }), field, host)) return at(top);
  return null;
}

/** True when the page shows no control and no text of its own where the line would stand. */
function isFree(line: Box, field: Element, host: Host): boolean {
  if (reachesNext(line, field)) return false;
  const root = field.getRootNode() as unknown as DocumentOrShadowRoot;
  const width = line.right - line.left;
  for (const y of [line.top + 2, line.bottom - 2])
    for (const part of [0.02, 0.25, 0.5, 0.75, 0.98]) {
      const element = pageElementAt(root, line.left + width * part, y, host.element);
      if (!element?.contains(field)) return false;
    }
  return !textUnder(line, field);
}

/** How many elements up a field's row may be. */
const MOST_UP = 6;

/**
 * True when the line would lie on the next or the former cell, row or control: told by rectangles, because asking a big
 * page what lies at a point takes it about a millisecond.
 */
function reachesNext(line: Box, field: Element): boolean {
  let node: Element | null = field;
  for (let up = 0; node && up < MOST_UP; node = node.parentElement, up++)
    for (const beside of [node.nextElementSibling, node.previousElementSibling])
      if (beside?.matches(SOLID) && overlap(beside.getBoundingClientRect(), line) > 0) return true;
  return false;
}

const SOLID = 'tr,td,th,input:not([type=hidden]),textarea,select,button';

/** True when text that stands directly in an element around the field lies where the line would be. */
function textUnder(line: Box, field: Element): boolean {
  const range = field.ownerDocument.createRange();
  for (let around = field.parentElement, up = 0; around && up < 3; around = around.parentElement, up++)
    for (const node of around.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || (node as Text).data.trim() === '') continue;
      range.selectNodeContents(node);
      for (const rect of range.getClientRects())
        if (
          rect.left < line.right &&
          rect.right > line.left &&
          rect.top < line.bottom &&
          rect.bottom > line.top
        )
          return true;
    }
  return false;
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
