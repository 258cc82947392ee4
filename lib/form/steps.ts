/** Work that can pause: each `yield` is a place where the page may have its turn. */
export type Steps<T> = Generator<void, T, void>;

/** So many tokens, fields or groups are judged between two pauses that are offered. */
const BATCH = 63;

/** Whether item number `i` of a loop is one to offer a pause at. */
export function isPause(i: number): boolean {
  return (i & BATCH) === BATCH;
}

/** Does something with each item of a list; a pause is offered after every few. */
export function* each<T>(list: readonly T[], work: (item: T, i: number) => void): Steps<void> {
  for (let i = 0; i < list.length; i++) {
    if (isPause(i)) yield;
    work(list[i] as T, i);
  }
}

/** Does all the work at once. */
export function complete<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Work that offers no pause. */
// biome-ignore lint/correctness/useYield: steps without a pause are steps all the same.
export function* atOnce<T>(work: () => T): Steps<T> {
  return work();
}

/** Longest time a slice of work keeps the page waiting, in milliseconds; a frame has 16. */
const SLICE_MS = 10;

/** Work under way. */
export interface Run {
  /** Does the rest at once: somebody needs the result now. */
  finish(): void;
  cancel(): void;
}

/**
 * Does work in slices, the first one at once: null when it fitted into that. Between slices the page gets its turn. No
 * timer: those sleep in a tab in the background.
 */
export function inSlices<T>(steps: Steps<T>, done: (value: T) => void): Run | null {
  let over = false;
  const pause = pauses();
  const end = (): void => {
    over = true;
    pause.close();
  };
  const work = (until: number): void => {
    while (!over) {
      const step = steps.next();
      if (step.done) {
        end();
        done(step.value);
      } else if (performance.now() >= until) return;
    }
  };
  const slice = (): void => {
    work(performance.now() + SLICE_MS);
    if (!over) pause.before(slice);
  };
  slice();
  if (over) return null;
  return {
    finish: () => work(Number.POSITIVE_INFINITY),
    cancel() {
      if (!over) end();
    },
  };
}

/**
 * Gives the page its turn before work goes on, by a message to oneself: it queues behind what the page has to do, while
 * `scheduler.yield` would go before it.
 */
function pauses(): { before(run: () => void): void; close(): void } {
  let channel: MessageChannel | null = null;
  return {
    before(run) {
      channel ??= new MessageChannel();
      channel.port1.onmessage = run;
      channel.port2.postMessage(null);
    },
    close() {
      channel?.port1.close();
    },
  };
}
