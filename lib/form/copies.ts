import { RECOGNISED_FROM, type Row } from '../model/form.ts';
import { positionId, rowId } from '../reference/identity.ts';
import { isLikely } from './likely.ts';
import { type Cast, type Mould, mouldOf } from './mould.ts';
import type { Found } from './read.ts';
import { isPause, type Steps } from './steps.ts';
import { lastBefore, unitOf } from './unit.ts';
import { isEditable } from './value.ts';

/** Moulds tried for one run: lists hold boxes of a few makes, with one row or with five. */
const MOST_MOULDS = 4;

/** A box that came, made like a known position's. */
export interface Copy {
  readonly roots: readonly Element[];
  readonly cast: Cast;
  readonly model: Found;
}

/** Positions that came, by the known one they stand behind (null: before all). */
export type Behind = Map<Found | null, Found[]>;

/** Elements that came, by list: siblings without anything between them. */
export function runsOf(added: ReadonlySet<Element>): Element[][] {
  const runs: Element[][] = [];
  for (const element of added) {
    const before = element.previousElementSibling;
    if (before && added.has(before)) continue;
    const run: Element[] = [];
    for (let next: Element | null = element; next && added.has(next); next = next.nextElementSibling)
      run.push(next);
    runs.push(run);
  }
  return runs;
}

/** Takes siblings apart into copies of the positions around them; null where they are anything else as well. */
export function* copiesIn(run: readonly Element[], found: readonly Found[]): Steps<readonly Copy[] | null> {
  const copyOf = copier(run[0] as Element, found);
  const copies: Copy[] = [];
  for (let i = 0; i < run.length; ) {
    const copy = copyOf(run, i);
    if (!copy) return null;
    copies.push(copy);
    i += copy.roots.length;
    if (isPause(copies.length << 2)) yield;
  }
  return copies;
}

function copyAt(run: readonly Element[], i: number, moulds: readonly Mould[]): Copy | null {
  for (const mould of moulds) {
    const roots = run.slice(i, i + mould.size);
    const cast = roots.length === mould.size ? mould.cast(roots) : null;
    if (cast) return { roots, cast, model: mould.model };
  }
  return null;
}

/** Moulds of the positions around an element, the nearest before it first. */
function mouldsAt(element: Element, found: readonly Found[]): Mould[] {
  const at = lastBefore(element, found);
  const moulds: Mould[] = [];
  for (const near of [at, at + 1, at - 1, at - 2, at + 2]) {
    const model = found[near];
    if (!model || model.position.confidence < RECOGNISED_FROM) continue;
    const roots = unitOf(found, near);
    const mould = roots && standsAlone(roots) ? mouldOf(model, roots) : null;
    if (mould && moulds.length < MOST_MOULDS) moulds.push(mould);
  }
  return moulds;
}

/** Whether no cell of other rows reaches into these, and none of theirs out of them. Boxes that are no rows always do. */
function standsAlone(roots: readonly Element[]): boolean {
  const [first] = roots;
  if (first?.closest('[role="grid"],[role="treegrid"],[role="table"]')) return !spans(first);
  if (first?.localName !== 'tr') return true;
  const rows = first.closest('table')?.rows;
  const width = (row: Element): number =>
    Array.from((row as HTMLTableRowElement).cells).reduce((sum, { colSpan }) => sum + colSpan, 0);
  if (!rows || width(first) < width(rows[0] as Element)) return false;
  return roots.every((root, i) =>
    Array.from((root as HTMLTableRowElement).cells).every(
      ({ rowSpan }) => rowSpan > 0 && i + rowSpan <= roots.length,
    ),
  );
}

function spans(row: Element): boolean {
  return (
    row.closest('[role="grid"],[role="treegrid"],[role="table"]')?.querySelector('[aria-rowspan]') != null
  );
}

/** The known position whose headings hold for a run, because it stands right beside it. */
export function besideRun(
  run: readonly Element[],
  found: readonly Found[],
): { at: number; of: Found } | null {
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last) return null;
  const at = lastBefore(first, found);
  const before = at >= 0 ? unitOf(found, at) : null;
  const of = found[at];
  if (of && before && before.at(-1) === first.previousElementSibling && isBare(first.previousSibling))
    return { at, of };
  const next = found[at + 1];
  const after = next ? unitOf(found, at + 1) : null;
  if (next && after && after[0] === last.nextElementSibling && isBare(last.nextSibling))
    return { at, of: next };
  return null;
}

/** No text stands between two siblings. */
function isBare(between: Node | null): boolean {
  return between?.nodeType !== 3 || (between as Text).data.trim() === '';
}

/** Gives positions their ids in page order; null where a known one has the same text under the same headings. */
export class Naming {
  private readonly known: ReadonlySet<string>;
  private readonly counts = new Map<string, number>();

  constructor(known: readonly Found[]) {
    this.known = new Set(known.map(({ position: { id } }) => id.replace(/-\d+$/, '')));
  }

  /** The id of the next position with this path and text. */
  next(path: readonly string[], text: string): string | null {
    const key = positionId(path, text);
    if (this.known.has(key)) return null;
    const ordinal = this.counts.get(key) ?? 0;
    this.counts.set(key, ordinal + 1);
    return ordinal === 0 ? key : positionId(path, text, ordinal);
  }
}

/** The position a copy is, under these headings. */
export function foundOf({ cast, model }: Copy, path: readonly string[], id: string): Found {
  const { text, number, points, anchor, rows, score, add } = cast;
  const filled = rows.map(
    ({ url, comment }, i): Row => ({
      id: rowId(id, i),
      url: url?.read() ?? '',
      comment: comment?.read() ?? '',
      name: '',
      pages: '',
    }),
  );
  const { confidence } = model.position;
  const canAddRow = add !== null && isEditable(add);
  return {
    position: { id, path, text, number, points, rows: filled, confidence, canAddRow },
    anchor,
    rows,
    score,
    add,
    get evidence() {
      return model.evidence;
    },
  };
}

/** The first copies at an element's place in a run, tried with the moulds of the positions around it. */
export function copier(at: Element, found: readonly Found[]) {
  const moulds = mouldsAt(at, found);
  return (run: readonly Element[], i: number): Copy | null => {
    const copy = copyAt(run, i, moulds);
    return copy && isLikely(copy.cast, copy.cast.rows) ? copy : null;
  };
}
