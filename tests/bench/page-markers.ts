import { type Figure, median, within } from './figure.ts';
import { BIG_LAYOUTS, bundlePage, inChromium } from './support/page.ts';
import { meter } from './support/work.ts';

const RUNS = 21;

/** Markers of the whole big form against the least overlay that draws only what is in sight: script, style and layout. */
export async function run(): Promise<readonly Figure[]> {
  const code = await bundlePage('markers');
  return inChromium(false, async ({ page, open }) => {
    const figures: Figure[] = [];
    for (const layout of BIG_LAYOUTS) {
      await open(layout, 400);
      await page.evaluate(code);
      const work = await meter(page);
      const times: Record<string, number[]> = { ours: [], floor: [] };
      for (let i = 0; i < RUNS; i++)
        for (const what of ['floor', 'ours']) {
          const before = await work.read();
          await page.evaluate(`globalThis.bench.${what}()`);
          times[what]?.push((await work.read()).all - before.all);
          await page.evaluate('globalThis.bench.clear()');
        }
      const peer = { name: 'visible-only overlay', value: median(times.floor ?? []) };
      figures.push(
        within(`markers of 400 positions to pixels, ${layout}`, median(times.ours ?? []), 'ms', peer, 2),
      );
    }
    return figures;
  });
}
