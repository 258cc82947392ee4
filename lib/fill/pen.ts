import { type FieldOutcome, type FieldValue, type FillOptions, fieldOf } from './target.ts';

/** How long a page may take to put its own value back before a write counts, in milliseconds. */
export const SETTLE_MS = 500;

/**
 * A page's own timers come a second late in a hidden tab: everything written is read once more when the last field has
 * stood this long, in milliseconds.
 */
export const LAST_LOOK_MS = 1200;

/** Fields asked for in one message. */
const MOST = 400;

/** A field, and the index it is told under. */
export interface Stroke {
  readonly index: number;
  readonly value: FieldValue;
}

interface Wet extends Stroke {
  readonly outcome: FieldOutcome;
  readonly at: number;
}

/** Writes and reads back later: while one batch settles the next is written, so that nobody waits for each. */
export interface Pen {
  write(strokes: readonly Stroke[]): Promise<void>;
  /** Reads back what has stood long enough; asks nothing when there is none. */
  check(): Promise<void>;
  /** Waits for the rest, reads it back, and looks at everything once more. */
  finish(): Promise<void>;
}

/** `tell` hears of each field once it is known what became of it, and again when the page changed it back later. */
export function createPen(options: FillOptions, tell: (index: number, outcome: FieldOutcome) => void): Pen {
  const { target } = options;
  const now = options.now ?? (() => performance.now());
  const wait = options.wait ?? ((ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  let wet: Wet[] = [];
  const dry: Wet[] = [];

  const readBack = async (some: readonly Wet[]): Promise<void> => {
    for (let from = 0; from < some.length; from += MOST) {
      const part = some.slice(from, from + MOST);
      const values = await target.read(part.map(({ value }) => fieldOf(value)));
      part.forEach(({ index, outcome }, at) => {
        const after = values[at] ?? null;
        if (after === outcome.after) tell(index, outcome);
        else if (after === null) tell(index, { ...outcome, outcome: 'missing', after: '' });
        else tell(index, { ...outcome, outcome: 'rejected', after, reason: 'write.changedBack' });
      });
    }
  };

  const check = async (): Promise<void> => {
    const until = now() - SETTLE_MS;
    const settled = wet.filter(({ at }) => at <= until);
    if (settled.length === 0) return;
    wet = wet.filter(({ at }) => at > until);
    await readBack(settled);
    dry.push(...settled);
  };

  const waitSince = async (at: number, ms: number): Promise<void> => {
    const rest = at + ms - now();
    if (rest > 0) await wait(rest);
  };

  return {
    async write(strokes) {
      if (strokes.length === 0) return;
      const outcomes = await target.write(strokes.map(({ value }) => value));
      const at = now();
      strokes.forEach((stroke, place) => {
        const outcome = outcomes[place];
        if (!outcome) return;
        if (outcome.outcome === 'written') wet.push({ ...stroke, outcome, at });
        else tell(stroke.index, outcome);
      });
    },
    check,
    async finish() {
      const last = wet.at(-1)?.at;
      if (last === undefined) return;
      await waitSince(last, SETTLE_MS);
      await readBack(wet);
      dry.push(...wet);
      wet = [];
      await waitSince(last, LAST_LOOK_MS);
      await readBack(dry);
    },
  };
}
