import type { FormChange } from '../form/types.ts';

/** A filling that has not gone on for so long is over, or waits; what it wrote is looked at, in milliseconds. */
const QUIET_MS = 300;
/** So long at most a marker says what was true before, while a filling goes on, in milliseconds. */
const LATEST_MS = 1000;

const NOTHING: FormChange = { added: [], removed: [], changed: [], values: [] };

export interface Gathered {
  /** Positions whose fields hold other values. */
  readonly values: readonly string[];
  /** Positions that got or lost rows. */
  readonly changed: readonly string[];
}

/**
 * What a filling writes is looked at together, not field by field: rules, markers and the library are asked once for
 * each position. Positions that come or go are not held up.
 */
export interface Gathering {
  /** Runs a batch of a filling: changes that it makes are gathered. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Takes a change in; what is not to wait comes back. */
  take(change: FormChange): FormChange;
  /** Looks at what was gathered now: somebody asks for findings. */
  settle(): void;
}

/** `look` is told what was gathered. */
export function createGathering(
  look: (gathered: Gathered) => void,
  setTimer: (run: () => void, ms: number) => () => void,
  now: () => number,
): Gathering {
  let batches = 0;
  let since: number | null = null;
  let cancel = () => {};
  const values = new Set<string>();
  const changed = new Set<string>();

  const settle = (): void => {
    cancel();
    since = null;
    if (values.size + changed.size === 0) return;
    const gathered = { values: [...values], changed: [...changed] };
    values.clear();
    changed.clear();
    look(gathered);
  };

  return {
    async during(work) {
      batches++;
      try {
        return await work();
      } finally {
        batches--;
        if (values.size + changed.size > 0) {
          cancel();
          since ??= now();
          cancel = setTimer(settle, Math.max(0, Math.min(QUIET_MS, since + LATEST_MS - now())));
        }
      }
    },
    take(change) {
      if (batches === 0 || change.added.length + change.removed.length > 0) return change;
      for (const id of change.values) values.add(id);
      for (const id of change.changed) changed.add(id);
      return NOTHING;
    },
    settle,
  };
}
