import { readBox } from './box.ts';
import type { Found } from './read.ts';

/** Boxes with more elements hold several positions, or half the page. */
const MOST = 400;

/** Changes in more places than this are a page that rebuilds itself. */
const FEW = 40;

/** Parts of all positions in the page: element → the position it belongs to. */
export type Parts = ReadonlyMap<Element, Found>;

/** Collects the parts of positions, to find whose box changed. */
export function partsOf(all: Iterable<Found>): Map<Element, Found> {
  const parts = new Map<Element, Found>();
  for (const found of all) {
    parts.set(found.anchor, found);
    for (const element of fieldsOf(found)) parts.set(element, found);
  }
  return parts;
}

/** The elements of a position's fields and of its «add a link». */
export function fieldsOf({ rows, score, add }: Found): Element[] {
  const out = rows.flatMap(({ url, comment }): Element[] => [
    ...(url ? [url.element] : []),
    ...(comment ? [comment.element] : []),
  ]);
  if (score) out.push(score.element);
  if (add) out.push(add);
  return out;
}

/**
 * Reads again only the boxes that changed, each the box of one known position: a row came or went, a framework drew
 * its fields anew. Null when anything cannot be settled inside such boxes; then the page has to be read whole.
 */
export function readNarrow(
  records: readonly MutationRecord[],
  parts: Parts,
): [old: Found, now: Found][] | null {
  if (records.length > FEW) return null;
  const out = new Map<Found, Found>();
  const seen = new Set<Node>();
  for (const { type, target } of records) {
    if (seen.has(target) || !target.isConnected) continue;
    seen.add(target);
    if (type === 'attributes') return null;
    const start = target.nodeType === 1 ? (target as Element) : target.parentElement;
    const unit = start && unitOf(start, parts);
    if (!unit) return null;
    if (out.has(unit.found)) continue;
    const now = readBox(unit.box, unit.found);
    if (!now) return null;
    out.set(unit.found, now);
  }
  return [...out];
}

/** The nearest box around a change that holds one position with all its parts, and no part of another. */
function unitOf(start: Element, parts: Parts): { box: Element; found: Found } | null {
  for (let box: Element | null = start, up = 0; box && up < 12; box = box.parentElement, up++) {
    const all = box.getElementsByTagName('*');
    if (all.length > MOST) return null;
    let found = parts.get(box) ?? null;
    for (const element of all) {
      const owner = parts.get(element);
      if (!owner || owner === found) continue;
      if (found) return null;
      found = owner;
    }
    if (!found?.anchor.isConnected || !box.contains(found.anchor)) continue;
    const whole = box;
    if (fieldsOf(found).every((field) => !field.isConnected || whole.contains(field))) return { box, found };
  }
  return null;
}
