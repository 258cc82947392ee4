import { fieldsOf } from './narrow.ts';
import type { Found } from './read.ts';

/** Index of the last position whose text stands before an element in the page; −1 for none. Positions are in page order. */
export function lastBefore(element: Element, found: readonly Found[]): number {
  let low = 0;
  let high = found.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    const { anchor } = found[mid] as Found;
    if (element.compareDocumentPosition(anchor) & Node.DOCUMENT_POSITION_PRECEDING) low = mid + 1;
    else high = mid;
  }
  return low - 1;
}

/** Whether an element holds the texts of several positions. */
export function holdsSeveral(element: Element, found: readonly Found[]): boolean {
  const next = lastBefore(element, found) + 1;
  const [one, two] = [found[next], found[next + 1]];
  return (
    one !== undefined && two !== undefined && element.contains(one.anchor) && element.contains(two.anchor)
  );
}

/**
 * The elements that hold a position and nothing of its neighbours: a card, or the rows of a table its cells span.
 * Siblings, one behind the other; null where the position shares its boxes with others.
 */
export function unitOf(found: readonly Found[], at: number): readonly Element[] | null {
  const one = found[at];
  const others = [found[at - 1], found[at + 1]].flatMap((other) =>
    other ? [other.anchor, ...fieldsOf(other)] : [],
  );
  if (!one?.anchor.isConnected || others.length === 0) return null;
  const isShared = (element: Element): boolean => others.some((part) => element.contains(part));
  let child: Element = one.anchor;
  if (isShared(child)) return null;
  while (child.parentElement && !isShared(child.parentElement)) child = child.parentElement;
  const list = child.parentElement;
  if (!list) return null;
  const units: Element[] = [child];
  for (const part of fieldsOf(one)) {
    if (units.some((unit) => unit.contains(part))) continue;
    // Cells of a position span rows below its own.
    for (let next = units.at(-1)?.nextElementSibling; ; next = next.nextElementSibling) {
      if (!next || units.length > MOST || isShared(next)) return null;
      units.push(next);
      if (next.contains(part)) break;
    }
  }
  return units;
}

/** A position takes up no more rows than this. */
const MOST = 40;
