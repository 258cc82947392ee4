import { type Box, contains, inkOf, joinLines, overlap } from './boxes.ts';
import type { MarkerRoom } from './marker-places.ts';

/** Reads where texts and controls of a position stand. Only reads; the caller batches reads before writes. */

/** What a person uses or looks at: never covered. */
export const CONTROLS =
  'input:not([type=hidden]),textarea,select,button,a[href],img,svg,canvas,video,iframe,[contenteditable],[role=button],[role=textbox]';
/** A box with more pieces of text than this is no single cell: only its first ones are looked at. */
const MOST_PIECES = 120;

/** A room, the element whose box it is, and the size it had: while that stays, the places stay. */
export interface Measured {
  readonly room: MarkerRoom;
  readonly boxElement: Element;
}

/** Measures the space around a position's text; null when the text is not on screen. */
export function measureRoom(anchor: Element): Measured | null {
  const boxElement = boxOf(anchor);
  const pieces: Box[] = [];
  const own: Box[] = [];
  const doc = anchor.ownerDocument;
  const walker = doc.createTreeWalker(boxElement, NodeFilter.SHOW_TEXT);
  const range = doc.createRange();
  const firstField = anchor.querySelector('input:not([type=hidden]),textarea,[contenteditable]');
  for (let node = walker.nextNode(), n = 0; node && n < MOST_PIECES; node = walker.nextNode()) {
    if ((node as Text).data.trim() === '') continue;
    n++;
    range.selectNodeContents(node);
    const mine =
      anchor.contains(node) &&
      !(
        firstField &&
        own.length > 0 &&
        firstField.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING
      );
    for (const rect of range.getClientRects()) {
      pieces.push(rect);
      if (mine) own.push(rect);
    }
  }
  const lines = joinLines(own);
  if (lines.length === 0) return null;
  const controls = [...boxElement.querySelectorAll(CONTROLS)].map((control) =>
    control.getBoundingClientRect(),
  );
  return {
    boxElement,
    room: {
      lines,
      box: boxElement.getBoundingClientRect(),
      obstacles: [...pieces.map(inkOf), ...controls].filter(
        (o) => o.right - o.left > 0 && o.bottom - o.top > 0,
      ),
      limits: limitsOf(boxElement, lines),
    },
  };
}

/**
 * Nothing of ours may stick out of the page, nor be cut at the side of the window or of a scroll box: unless the text
 * itself is, and is seen whole only after scrolling sideways.
 */
function limitsOf(boxElement: Element, lines: readonly Box[]): Box {
  const page = pageLimits(boxElement.ownerDocument);
  const seen = visibleBox(boxElement);
  if (lines.some((line) => line.left < seen.left - 1 || line.right > seen.right + 1)) return page;
  return { ...page, left: Math.max(page.left, seen.left), right: Math.min(page.right, seen.right) };
}

/** The part of the window in which an element can be seen: what scroll boxes around it leave. */
export function visibleBox({ ownerDocument, parentElement }: Element): Box {
  // Markers side by side share what is around them; what was read holds until the page's next turn.
  if (clips.size === 0) queueMicrotask(() => clips.clear());
  return clipOf(parentElement, ownerDocument);
}

const clips = new Map<Element, Box>();

function clipOf(node: Element | null, doc: Document): Box {
  const { clientWidth, clientHeight } = doc.documentElement;
  const height = Math.max(clientHeight, doc.defaultView?.innerHeight ?? 0);
  const all: Box = { left: 0, top: 0, right: clientWidth, bottom: height };
  if (!node || node === doc.body || node === doc.documentElement) return all;
  const known = clips.get(node);
  if (known) return known;
  const { overflowX, overflowY, position } = getComputedStyle(node);
  let clip = position === 'fixed' ? all : clipOf(node.parentElement, doc);
  if (overflowX !== 'visible' || overflowY !== 'visible') {
    const box = node.getBoundingClientRect();
    const [left, top] = [box.left + node.clientLeft, box.top + node.clientTop];
    clip = {
      left: Math.max(clip.left, left),
      top: Math.max(clip.top, top),
      right: Math.min(clip.right, left + node.clientWidth),
      bottom: Math.min(clip.bottom, top + node.clientHeight),
    };
  }
  clips.set(node, clip);
  return clip;
}

/** The page as far as it can be scrolled, in window coordinates. */
function pageLimits(doc: Document): Box {
  const page = doc.scrollingElement ?? doc.documentElement;
  const left = -page.scrollLeft;
  const top = -page.scrollTop;
  return { left, top, right: left + page.scrollWidth, bottom: top + page.scrollHeight };
}

/**
 * The block whose free space belongs to the text: the nearest block around the anchor, widened to its parent (a cell)
 * while that holds no other text and no controls.
 */
function boxOf(anchor: Element): Element {
  let box = anchor;
  for (let up = 0; up < 4; up++) {
    const display = getComputedStyle(box).display;
    if (!display.startsWith('inline') && display !== 'contents') break;
    if (!box.parentElement) break;
    box = box.parentElement;
  }
  for (let up = 0; up < 3; up++) {
    const parent = box.parentElement;
    if (!parent || box.matches('td,th,body,fieldset') || parent.matches('tr,tbody,table,body,form,html'))
      break;
    if (parent.childElementCount > 4 || parent.querySelector(CONTROLS)) break;
    if (parent.textContent.trim().length > box.textContent.trim().length + 24) break;
    box = parent;
  }
  return box;
}

/** Top element of the page at a point, our own host left out; null outside the window. */
export function pageElementAt(
  root: DocumentOrShadowRoot,
  x: number,
  y: number,
  host: Element,
): Element | null {
  const top = root.elementFromPoint(x, y);
  if (top !== host) return top;
  // Only where our own marker lies on top is the whole, much dearer list asked for.
  return root.elementsFromPoint(x, y).find((element) => element !== host) ?? null;
}

/** Siblings of a box looked at; more would be no row of a form. */
const MOST_SIBLINGS = 60;

/**
 * True when a marker may stand there. Inside the box its own obstacles were looked at already, and only what stands
 * beside the box can reach in; outside it the page is asked at three points, which on a big form costs as much as
 * some hundred rectangles. Points outside the window cannot be asked about and count as free.
 */
export function isFree(box: Box, measured: Measured, outside: boolean, host: Element): boolean {
  const { boxElement } = measured;
  const doc = boxElement.ownerDocument;
  const root = boxElement.getRootNode() as unknown as DocumentOrShadowRoot;
  const y = (box.top + box.bottom) / 2;
  for (const x of outside ? [box.left + 1, (box.left + box.right) / 2, box.right - 1] : []) {
    if (!inWindow(doc, x, y)) continue;
    const element = pageElementAt(root, x, y, host);
    if (!element?.contains(boxElement) || textAt(element, box)) return false;
  }
  return contains(measured.room.box, box) || !siblingAt(boxElement, box);
}

/** True when something beside the box element reaches into the place. */
function siblingAt(boxElement: Element, box: Box): boolean {
  const siblings = boxElement.parentElement?.children ?? [];
  for (let i = 0; i < Math.min(siblings.length, MOST_SIBLINGS); i++) {
    const sibling = siblings[i];
    if (sibling && sibling !== boxElement && overlap(sibling.getBoundingClientRect(), box) > 0) return true;
  }
  return false;
}

/** True when the element itself (not its children) shows text that the box would cover. */
export function textAt(element: Element, box: Box): boolean {
  const range = element.ownerDocument.createRange();
  for (const node of element.childNodes) {
    if (node.nodeType !== Node.TEXT_NODE || (node as Text).data.trim() === '') continue;
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) if (overlap(rect, box) > 0) return true;
  }
  return false;
}

/** What lies over a placed marker (a sticky header, a menu of the site): the element, or null where it is seen. */
export function coverOf(box: Box, boxElement: Element, host: Element): Element | null {
  // Just beside the marker, because at its middle the topmost thing is the marker itself; a marker that stands half
  // out of the window is asked about where it is still seen.
  const x = box.left - 2;
  const height = boxElement.ownerDocument.defaultView?.innerHeight ?? 0;
  const middle = (box.top + box.bottom) / 2;
  const y = middle < 0 ? box.bottom - 1 : middle >= height ? box.top + 1 : middle;
  if (!inWindow(boxElement.ownerDocument, x, y)) return null;
  const root = boxElement.getRootNode() as unknown as DocumentOrShadowRoot;
  const element = root.elementFromPoint(x, y);
  if (!element || element === host) return null;
  return element.contains(boxElement) || boxElement.contains(element) ? null : element;
}

function inWindow(doc: Document, x: number, y: number): boolean {
  const { clientWidth, clientHeight } = doc.documentElement;
  const height = Math.max(clientHeight, doc.defaultView?.innerHeight ?? 0);
  return x >= 0 && y >= 0 && x < clientWidth && y < height;
}
