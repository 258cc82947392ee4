import { type Copy, copier } from './copies.ts';
import type { Found } from './read.ts';
import type { Steps } from './steps.ts';

/** Copies side by side: those at the ends are read, those between them are taken for what the ends are. */
export interface Series {
  readonly ends: readonly [Copy, Copy, Copy, Copy];
  readonly middle: readonly Copy[];
}

/** A shorter row of copies is read as it is. */
const LEAST = 8;
/** Boxes in boxes deeper than this are read as they are. */
const DEEPEST = 6;
const TABLE = 'table,[role="grid"],[role="table"],[role="treegrid"]';

/** Finds rows of copies of known positions in what came, also inside boxes that came with headings of their own. */
export function* seriesIn(
  runs: readonly (readonly Element[])[],
  found: readonly Found[],
): Steps<readonly Series[]> {
  const out: Series[] = [];
  const first = runs[0]?.[0];
  if (!first) return out;
  const copyOf = copier(first, found);
  let copies: Copy[] = [];
  const end = (): void => {
    const [a, b] = copies;
    const [c, d] = copies.slice(-2);
    if (copies.length >= LEAST && a && b && c && d)
      out.push({ ends: [a, b, c, d], middle: copies.slice(2, -2) });
    copies = [];
  };
  function* look(run: readonly Element[], deep: number): Steps<void> {
    // Cells of a table rule over rows below them.
    if (run[0]?.closest(TABLE)) return;
    for (let i = 0; i < run.length; ) {
      yield;
      const copy = copyOf(run, i);
      if (copy) {
        copies.push(copy);
        i += copy.roots.length;
        continue;
      }
      end();
      const { children } = run[i] as Element;
      if (deep < DEEPEST && children.length > 0) yield* look(Array.from(children), deep + 1);
      end();
      i++;
    }
    end();
  }
  for (const run of runs) yield* look(run, 0);
  return out;
}
