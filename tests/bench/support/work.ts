import type { CDPSession, Page } from 'puppeteer-core';

/** Main-thread work of a page, all scripts in it included, in ms since the page was gone to. */
export interface Work {
  readonly script: number;
  /** Script, style and layout together. */
  readonly all: number;
  /** Everything the main thread did, painting and garbage collection included. */
  readonly tasks: number;
}

/** Reads the browser's own counters of a page. */
export interface Meter {
  read(): Promise<Work>;
  /** Work done while `run` runs and until the page has settled. */
  during(run: () => Promise<unknown>): Promise<Work>;
  /** Bytes of the JavaScript heap that collections leave. */
  heap(): Promise<number>;
}

/** Resolves when the page has drawn and has had nothing to do for a while: what was put off has been done. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let calm = 0;
        const look = (): void => {
          requestIdleCallback(
            (deadline) => {
              calm = deadline.timeRemaining() > 5 ? calm + 1 : 0;
              if (calm >= 8) resolve();
              else requestAnimationFrame(look);
            },
            { timeout: 200 },
          );
        };
        look();
      }),
  );
}

interface Counters {
  metrics: readonly { name: string; value: number }[];
}

async function counters(session: CDPSession): Promise<(name: string) => number> {
  const { metrics } = (await session.send('Performance.getMetrics')) as Counters;
  return (name) => metrics.find((one) => one.name === name)?.value ?? 0;
}

/** Starts measuring a page through the DevTools protocol (Chromium only). */
export async function meter(page: Page): Promise<Meter> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async (): Promise<Work> => {
    const get = await counters(session);
    const script = get('ScriptDuration') * 1000;
    const all = script + (get('LayoutDuration') + get('RecalcStyleDuration')) * 1000;
    return { script, all, tasks: get('TaskDuration') * 1000 };
  };
  return {
    read,
    async during(run) {
      const before = await read();
      await run();
      await settled(page);
      const after = await read();
      return {
        script: after.script - before.script,
        all: after.all - before.all,
        tasks: after.tasks - before.tasks,
      };
    },
    async heap() {
      await session.send('HeapProfiler.enable');
      // What the page before left behind goes in several collections, some of it when the browser has had a moment.
      let least = Number.POSITIVE_INFINITY;
      for (let i = 0; i < 6; i++) {
        await session.send('HeapProfiler.collectGarbage');
        least = Math.min(least, (await counters(session))('JSHeapUsedSize'));
        await new Promise((done) => setTimeout(done, 150));
      }
      return least;
    },
  };
}
