import { RECOGNISED_FROM, type Row } from '../model/form.ts';
import { rowId } from '../reference/identity.ts';
import { type Behind, besideRun, copiesIn, foundOf, Naming, runsOf } from './copies.ts';
import { withPosition } from './freshen.ts';
import { fieldsOf } from './narrow.ts';
import type { Pair } from './pair.ts';
import type { Found, Reading } from './read.ts';
import type { Reader } from './reader.ts';
import { type Series, seriesIn } from './series.ts';
import type { Steps } from './steps.ts';
import { lastBefore } from './unit.ts';

/** So many records are looked at; more are a page that rebuilds itself. */
const MOST = 20_000;

/** Whose parts an element holds: one position's, or (null) those of several. */
type Holders = (element: Element) => Found | null | undefined;

/** What came to a form. */
export interface Grown {
  readonly behind: Behind;
  /** Trees of their own that were met. */
  readonly roots: Reading['walked']['roots'];
}

/**
 * Reads positions that were added. Copies of known ones that stand right beside them are taken as they are. Else the
 * headings of the page are read with what came and its neighbours, which have to come out as they are known; all other
 * positions are passed over, and so are those in the middle of a row of copies. Null where anything else changed or
 * does not come out so: then the page has to be read whole.
 */
export function* readAdded(
  document: Document,
  records: readonly MutationRecord[],
  found: readonly Found[],
  reader: Reader,
): Steps<Grown | null> {
  const added = reader.casts ? addedIn(records, document) : null;
  if (!added) return null;
  const runs = runsOf(added);
  const beside = yield* allBeside(runs, found);
  if (beside) return beside;
  yield;
  const skip = passedOver(added, holdersOf(found));
  if (skip.size === 0) return null;
  yield;
  const series = yield* seriesIn(runs, found);
  const left = new Set(skip);
  for (const { middle } of series) for (const { roots } of middle) for (const root of roots) left.add(root);
  const reading = yield* reader.without(document, left);
  return reading && join(reading, found, added, skip, series);
}

/** What came, where all of it are copies of positions right beside it. */
function* allBeside(runs: readonly (readonly Element[])[], found: readonly Found[]): Steps<Grown | null> {
  const behind: Behind = new Map();
  const naming = new Naming(found);
  for (const run of runs) {
    const beside = besideRun(run, found);
    const copies = beside && (yield* copiesIn(run, found));
    if (!copies) return null;
    const { path } = beside.of.position;
    const list: Found[] = [];
    for (const copy of copies) {
      const id = naming.next(path, copy.cast.text);
      if (id === null) return null;
      list.push(foundOf(copy, path, id));
      if (list.length % 8 === 0) yield;
    }
    const key = found[beside.at] ?? null;
    behind.set(key, [...(behind.get(key) ?? []), ...list]);
  }
  // Two runs behind one position come in the order of the page only where they came in it.
  return behind.size === runs.length ? { behind, roots: [] } : null;
}

/** Elements that came, without those in others that came; null where something went, or only a text changed. */
function addedIn(records: readonly MutationRecord[], document: Document): ReadonlySet<Element> | null {
  if (records.length > MOST) return null;
  const added = new Set<Element>();
  for (const { type, target, addedNodes, removedNodes } of records) {
    if (type !== 'childList' || target.getRootNode() !== document) return null;
    for (const node of removedNodes)
      if ((node.textContent ?? '').trim() !== '' || node.nodeType === 1) return null;
    for (const node of addedNodes)
      if (node.nodeType === 1) added.add(node as Element);
      else if (node.nodeType === 3 && (node as Text).data.trim() !== '') return null;
  }
  for (const element of added)
    if (!element.isConnected || (element.parentElement && isWithin(element.parentElement, added)))
      added.delete(element);
  return added.size > 0 ? added : null;
}

/** Tells whose parts an element holds: undefined for none, null for several positions'. Asked once for each element. */
function holdersOf(found: readonly Found[]): (element: Element) => Found | null | undefined {
  const known = new Map<Element, Found | null | undefined>();
  const holds = (element: Element, i: number): boolean => {
    const one = found[i];
    return one !== undefined && [one.anchor, ...fieldsOf(one)].some((part) => element.contains(part));
  };
  return (element) => {
    if (known.has(element)) return known.get(element);
    // What stands in an element stands together in the page: at most the position before it reaches in with its fields.
    const next = lastBefore(element, found) + 1;
    const held = [next - 1, next, next + 1].filter((i) => holds(element, i));
    const owner = held.length > 1 ? null : found[held[0] ?? -1];
    known.set(element, owner);
    return owner;
  };
}

/** Boxes of known positions that are not read: all but those next to what was added and those that begin a list. */
function passedOver(added: ReadonlySet<Element>, holders: Holders): Set<Element> {
  const skip = new Set<Element>();
  const chain = new Set<Element>(added);
  for (const element of added)
    for (let up = element.parentElement; up && !chain.has(up); up = up.parentElement) chain.add(up);
  for (const parent of new Set([...chain].map((element) => element.parentElement)))
    if (parent && holders(parent) === null) thin(parent, holders, chain, skip);
  return skip;
}

/** Passes over the children of a box that hold positions, but the first, those beside a child of the chain, and the last two. */
function thin(
  parent: Element,
  holders: Holders,
  chain: ReadonlySet<Element>,
  skip: Set<Element>,
  inner = false,
): void {
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
    const owner = holders(child);
    if (owner === undefined) continue;
    if (owner !== null && owner === last) units.at(-1)?.push(child);
    else units.push([child]);
    last = owner;
  }
  near.add(units.length - 1);
  if (!inner) near.add(units.length - 2);
  for (const [i, unit] of units.entries())
    for (const element of unit) {
      if (!near.has(i)) skip.add(element);
      else if (holders(element) === null) thin(element, holders, chain, skip, !chain.has(element));
    }
}

/** Puts what was read among what is known; null where the two do not agree. */
function join(
  reading: Reading,
  found: readonly Found[],
  added: ReadonlySet<Element>,
  skip: ReadonlySet<Element>,
  series: readonly Series[],
): Grown | null {
  const byAnchor = new Map(found.map((one, i) => [one.anchor, i]));
  const naming = new Naming(found);
  const bySecond = new Map(series.map((one) => [one.ends[1].cast.anchor, one]));
  const ends = new Map(
    series.flatMap((one) => one.ends.map((end) => [end.cast.anchor, { one, end }] as const)),
  );
  const paths = new Map<Series, string>();
  const behind: Behind = new Map();
  let at = -1;
  let seen = 0;
  let met = 0;
  const put = (one: Found, path: readonly string[], text: string): boolean => {
    const id = naming.next(path, text);
    if (id === null) return false;
    const key = found[at] ?? null;
    const list = behind.get(key);
    const named = one.position.id === id ? one : renamed(one, id);
    if (list) list.push(named);
    else behind.set(key, [named]);
    return true;
  };
  for (const one of reading.found) {
    const index = byAnchor.get(one.anchor);
    if (index !== undefined) {
      if (index <= at || !isSame(one, found[index] as Found)) return null;
      at = index;
      seen++;
      continue;
    }
    const { path, text, confidence } = one.position;
    if (confidence < RECOGNISED_FROM || !isWithin(one.anchor, added)) return null;
    if (!put(one, path, text)) return null;
    const end = ends.get(one.anchor);
    if (!end) continue;
    // What is read at both ends of a row of copies says what the copies between them are.
    met++;
    const same = paths.get(end.one) ?? path.join('\n');
    paths.set(end.one, same);
    if (same !== path.join('\n') || !hasRows(one, end.end.cast.rows) || text !== end.end.cast.text)
      return null;
    for (const copy of bySecond.get(one.anchor)?.middle ?? [])
      if (!put(foundOf(copy, path, ''), path, copy.cast.text)) return null;
  }
  if (met !== ends.size) return null;
  if (seen !== found.filter(({ anchor }) => !isWithin(anchor, skip)).length) return null;
  return { behind, roots: reading.walked.roots };
}

/** A position under another id. */
function renamed(one: Found, id: string): Found {
  const { position } = one;
  const rows = position.rows.map((row, i): Row => ({ ...row, id: rowId(id, i) }));
  return withPosition(one, { ...position, id, rows });
}

function isWithin(element: Element, boxes: ReadonlySet<Element>): boolean {
  for (let node: Element | null = element; node; node = node.parentElement) if (boxes.has(node)) return true;
  return false;
}

/** Whether a position read anew is the known one, with the same fields in the same rows. */
function isSame(now: Found, known: Found): boolean {
  return (
    now.position.text === known.position.text &&
    now.position.path.join('\n') === known.position.path.join('\n') &&
    now.score?.element === known.score?.element &&
    hasRows(now, known.rows)
  );
}

function hasRows({ rows }: Found, others: readonly Pair[]): boolean {
  return (
    rows.length === others.length &&
    rows.every(
      (row, i) =>
        row.url?.element === others[i]?.url?.element && row.comment?.element === others[i]?.comment?.element,
    )
  );
}
