import { type Position, RECOGNISED_FROM } from '../model/form.ts';
import { fieldsOf } from './narrow.ts';
import type { Found, Reading } from './read.ts';
import type { Reader } from './reader.ts';
import type { Steps } from './steps.ts';

/** More records than this are a page that rebuilds itself. */
const FEW = 40;

/** Whose parts an element holds: one position's, or (null) those of several. */
type Holders = Map<Element, Found | null>;

/** A form as it is known: what stands where, and what it holds now. */
export interface Known {
  readonly found: readonly Found[];
  readonly positions: readonly Position[];
  readonly mechanism: Reading['form']['mechanism'];
}

/**
 * Reads positions that were added: with them the headings of the page and their neighbours, which have to come out as
 * they are known; all other positions are passed over. Null where anything else changed or does not come out so: then
 * the page has to be read whole.
 */
export function* readAdded(
  document: Document,
  records: readonly MutationRecord[],
  known: Known,
  reader: Reader,
): Steps<Reading | null> {
  const added = addedIn(records, document);
  if (!added) return null;
  const skip = passedOver(added, holdersOf(known.found));
  if (skip.size === 0) return null;
  yield;
  const reading = yield* reader.without(document, skip);
  return reading && join(reading, known, added, skip);
}

/** Elements that came; null where something went, or only a text changed. */
function addedIn(records: readonly MutationRecord[], document: Document): ReadonlySet<Element> | null {
  if (records.length > FEW) return null;
  const added = new Set<Element>();
  for (const { type, target, addedNodes, removedNodes } of records) {
    if (type !== 'childList' || target.getRootNode() !== document) return null;
    for (const node of removedNodes)
      if ((node.textContent ?? '').trim() !== '' || node.nodeType === 1) return null;
    for (const node of addedNodes)
      if (node.nodeType === 1) added.add(node as Element);
      else if (node.nodeType === 3 && (node as Text).data.trim() !== '') return null;
  }
  for (const element of added) if (!element.isConnected) added.delete(element);
  return added.size > 0 ? added : null;
}

function holdersOf(all: readonly Found[]): Holders {
  const holders: Holders = new Map();
  for (const found of all)
    for (const part of [found.anchor, ...fieldsOf(found)])
      for (let node: Element | null = part; node; node = node.parentElement) {
        const owner = holders.get(node);
        if (owner === found || owner === null) break;
        holders.set(node, owner === undefined ? found : null);
      }
  return holders;
}

/** Boxes of known positions that are not read: all but those next to what was added and those that begin a list. */
function passedOver(added: ReadonlySet<Element>, holders: Holders): Set<Element> {
  const skip = new Set<Element>();
  const chain = new Set<Element>(added);
  for (const element of added)
    for (let up = element.parentElement; up && !chain.has(up); up = up.parentElement) chain.add(up);
  for (const parent of new Set([...chain].map((element) => element.parentElement)))
    if (parent && holders.get(parent) === null) thin(parent, holders, chain, skip);
  return skip;
}

/** Passes over the children of a box that hold positions, but the first, those beside a child of the chain, and the last two. */
function thin(parent: Element, holders: Holders, chain: ReadonlySet<Element>, skip: Set<Element>): void {
  // Cells of a table rule over rows below them: a table is read whole.
  if (parent.closest('table,[role="grid"],[role="table"],[role="treegrid"]')) return;
  const units: Element[][] = [];
  const near = new Set<number>([0]);
  let last: Found | null = null;
  for (const child of parent.children) {
    if (chain.has(child)) {
      for (const at of [units.length - 2, units.length - 1, units.length, units.length + 1]) near.add(at);
      last = null;
      continue;
    }
    const owner = holders.get(child);
    if (owner === undefined) continue;
    if (owner !== null && owner === last) units.at(-1)?.push(child);
    else units.push([child]);
    last = owner;
  }
  near.add(units.length - 2).add(units.length - 1);
  for (const [i, unit] of units.entries())
    for (const element of unit) {
      if (!near.has(i)) skip.add(element);
      else if (holders.get(element) === null) thin(element, holders, chain, skip);
    }
}

/** Puts what was read among what is known; null where the two do not agree. */
function join(
  reading: Reading,
  { found, positions, mechanism }: Known,
  added: ReadonlySet<Element>,
  skip: ReadonlySet<Element>,
): Reading | null {
  const byAnchor = new Map(found.map((one, i) => [one.anchor, i]));
  const ids = new Set(found.map(({ position }) => position.id));
  /** New positions by the index of the known one they stand behind. */
  const behind = new Map<number, Found[]>();
  let at = -1;
  let seen = 0;
  for (const one of reading.found) {
    const index = byAnchor.get(one.anchor);
    if (index !== undefined) {
      if (index <= at || !isSame(one, found[index] as Found)) return null;
      at = index;
      seen++;
      continue;
    }
    const { id, confidence } = one.position;
    if (ids.has(id) || ids.has(id.replace(/-\d+$/, '')) || confidence < RECOGNISED_FROM) return null;
    if (!isWithin(one.anchor, added)) return null;
    ids.add(id);
    const list = behind.get(at);
    if (list) list.push(one);
    else behind.set(at, [one]);
  }
  if (seen !== found.filter(({ anchor }) => !isWithin(anchor, skip)).length) return null;
  const all: Found[] = [...(behind.get(-1) ?? [])];
  const now: Position[] = all.map(({ position }) => position);
  found.forEach((one, i) => {
    all.push(one, ...(behind.get(i) ?? []));
    now.push(positions[i] as Position, ...(behind.get(i) ?? []).map(({ position }) => position));
  });
  return { form: { mode: 'fill', mechanism, positions: now }, found: all, walked: reading.walked };
}

function isWithin(element: Element, boxes: ReadonlySet<Element>): boolean {
  for (let node: Element | null = element; node; node = node.parentElement) if (boxes.has(node)) return true;
  return false;
}

/** Whether a position read anew is the known one, with the same fields in the same rows. */
function isSame(now: Found, known: Found): boolean {
  return (
    now.position.id === known.position.id &&
    now.position.text === known.position.text &&
    now.position.path.join('\n') === known.position.path.join('\n') &&
    now.rows.length === known.rows.length &&
    now.score?.element === known.score?.element &&
    now.rows.every(
      (row, i) =>
        row.url?.element === known.rows[i]?.url?.element &&
        row.comment?.element === known.rows[i]?.comment?.element,
    )
  );
}
