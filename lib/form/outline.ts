import type { Rank } from './headings.ts';
import type { Grid } from './token.ts';

/** A heading that rules over what follows it, on the stack of those above a position. */
export interface Entry {
  readonly text: string;
  readonly rank: Rank;
  readonly level: number;
  readonly sign: string;
  /** Depth of the box the heading stands in, and one past its last token. */
  readonly scope: number;
  readonly end: number;
  /** The panel the heading opens, when it is a tab or a folding head. */
  readonly target: Element | null;
  /** Table of which it is a row across all columns. */
  readonly grid: Grid | null;
  /** Number of the run of headings it came in. */
  readonly run: number;
}

/** Replaces what the new heading ends: same level in the same box; outer boxes stay. */
export function push(stack: readonly Entry[], entry: Entry): Entry[] {
  let keep = stack.length;
  const same = stack.filter((e) => e.sign === entry.sign && e.scope === entry.scope);
  const inRun = same.filter((e) => e.run === entry.run).length;
  for (let i = stack.length - 1; i >= 0; i--) {
    const other = stack[i] as Entry;
    if (other.scope < entry.scope) continue;
    // Its elder brother: what stands above that one stands above this one as well.
    if (isBrother(other, entry)) {
      keep = i;
      break;
    }
    if (ends(other, entry, inRun)) keep = i;
  }
  return [...stack.slice(0, keep), entry];
}

/** The same kind of heading in the same box, with positions between. */
function isBrother(other: Entry, entry: Entry): boolean {
  return (
    other.run !== entry.run &&
    other.sign === entry.sign &&
    other.scope === entry.scope &&
    other.rank === entry.rank
  );
}

function ends(other: Entry, entry: Entry, inRun: number): boolean {
  if (other.rank !== null && entry.rank !== null) return other.rank >= entry.rank;
  const levels = other.level > 0 && other.level < 7 && entry.level > 0 && entry.level < 7;
  // A direction and, with nothing between, a heading drawn alike that says nothing of its rank: the track.
  if (levels && other.run === entry.run && other.rank === 1 && other.level === entry.level) return false;
  if (levels) return other.level >= entry.level;
  if (other.rank !== null && entry.rank === null) return other.rank === 3 && other.run !== entry.run;
  if (other.rank === null && entry.rank !== null) return entry.rank < 2;
  return other.sign === entry.sign && other.run !== entry.run && inRun === 0;
}
