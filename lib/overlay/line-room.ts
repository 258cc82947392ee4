import { type Box, inkOf, overlap } from './boxes.ts';
import type { LineRoom } from './line-places.ts';
import { CONTROLS, pageElementAt, textAt, visibleBox } from './measure.ts';

/** How far above and below a field its line may stand. */
const REACH = 24;
/** Levels from a field up to the block of its position. */
const MOST_LEVELS = 10;
/** Neighbours looked at on each side of the way up: what stands at a field's edge is no farther away in the page. */
const BESIDE = 8;
/** Elements looked at in all. */
const MOST_ELEMENTS = 400;

/** A room, and the element everything in it belongs to. */
export interface MeasuredLine {
  readonly room: LineRoom;
  readonly block: Element;
}

/**
 * Measures what stands around a field, only near it: a form of 4,000 positions costs what one of 40 does. `anchor` is the
 * position's text; what holds both is the position's own block. `drawn`: boxes of ours.
 */
export function measureLine(field: Element, anchor: Element | null, drawn: readonly Box[]): MeasuredLine {
  const block = blockOf(field, anchor);
  const box = field.getBoundingClientRect();
  const row = field.closest('tr');
  const around = block.getBoundingClientRect();
  const seen = visibleBox(field);
  // Lines of a table belong to their own row: past its border stands another's.
  const inRow = row !== null && block.contains(row);
  const rows = inRow ? row.getBoundingClientRect() : around;
  // The margin round a block is nobody's.
  const margin = inRow ? 0 : REACH;
  const bounds: Box = {
    left: Math.max(around.left, seen.left) + 2,
    right: Math.min(around.right, seen.right) - 2,
    top: Math.max(rows.top - margin, seen.top),
    bottom: Math.min(rows.bottom + margin, seen.bottom),
  };
  const strip: Box = { ...bounds, top: box.top - REACH, bottom: box.bottom + REACH };
  const obstacles = drawn.filter((one) => overlap(one, strip) > 0);
  let left = MOST_ELEMENTS;
  const look = (element: Element): void => {
    if (left-- <= 0 || element === field) return;
    const rect = element.getBoundingClientRect();
    if (element.matches(CONTROLS)) {
      if (overlap(rect, strip) > 0) obstacles.push(rect);
      return;
    }
    // What is not near is not entered; an element without a box of its own may hold some.
    if (rect.width > 0 && rect.height > 0 && overlap(rect, strip) === 0) return;
    ownText(element, strip, obstacles);
    for (const child of element.children) look(child);
  };
  const last = block.parentElement;
  for (let inner: Element = field; inner !== last && inner.parentElement; inner = inner.parentElement) {
    // Not all children of the parent: a table's body has twenty thousand.
    for (const side of ['previousSibling', 'nextSibling'] as const)
      for (let n = 0, one: ChildNode | null = inner[side]; one && n < BESIDE * 2; n++, one = one[side]) {
        if (one.nodeType === 1) look(one as Element);
        else letters(one, strip, obstacles);
      }
  }
  return { room: { field: box, bounds, obstacles }, block };
}

/** Letters that stand directly in an element, near the field. */
function ownText(element: Element, strip: Box, into: Box[]): void {
  for (const node of element.childNodes) letters(node, strip, into);
}

function letters(node: Node, strip: Box, into: Box[]): void {
  if (node.nodeType !== 3 || (node as Text).data.trim() === '') return;
  const range = (node.ownerDocument as Document).createRange();
  range.selectNodeContents(node);
  for (const rect of range.getClientRects()) if (overlap(rect, strip) > 0) into.push(inkOf(rect));
}

function blockOf(field: Element, anchor: Element | null): Element {
  let block = field;
  for (let up = 0; up < MOST_LEVELS && block.parentElement; up++) {
    block = block.parentElement;
    if (anchor?.isConnected && block.contains(anchor)) break;
    if (!anchor?.isConnected && up >= 2) break;
  }
  return block;
}

/** True when the page shows nothing where the line would stand: no control, no text, no bar that stays in place. */
export function isBlank(line: Box, block: Element, host: Element): boolean {
  const root = block.getRootNode() as unknown as DocumentOrShadowRoot;
  const width = line.right - line.left;
  for (const y of [line.top + 2, line.bottom - 2])
    for (const part of [0.02, 0.25, 0.5, 0.75, 0.98]) {
      const element = pageElementAt(root, line.left + width * part, y, host);
      if (!element || !(block.contains(element) || element.contains(block))) return false;
      if (element.closest(CONTROLS) || textAt(element, line)) return false;
    }
  return true;
}
