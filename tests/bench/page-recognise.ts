import { type Figure, median, within } from './figure.ts';
import { BIG_LAYOUTS, bundlePage, inChromium, SIZES } from './support/page.ts';

interface Times {
  recognise: number[];
  floor: number[];
  positions: number;
  rows: number;
}

/** Runs a size gets: the 4,000 positions take long, fifteen is the least a median stands on. */
const RUNS: Readonly<Record<number, number>> = { 40: 31, 400: 15, 4000: 15 };

/** Recognition of the whole page against one pass over its text, in real Chromium, by layout and size. */
export async function run(): Promise<readonly Figure[]> {
  const code = await bundlePage('recognise');
  return inChromium(false, async ({ page, open }) => {
    const figures: Figure[] = [];
    for (const layout of BIG_LAYOUTS)
      for (const size of SIZES) {
        await open(layout, size);
        await page.evaluate(code);
        const times = (await page.evaluate(`globalThis.bench(${RUNS[size]})`)) as Times;
        if (times.positions !== size || times.rows !== size * 5)
          throw new Error(`${layout}: ${times.positions} positions and ${times.rows} rows of ${size} found`);
        const peer = { name: 'TreeWalker pass', value: median(times.floor) };
        figures.push(
          within(`recognise ${size} positions, ${layout}`, median(times.recognise), 'ms', peer, 4),
        );
      }
    return figures;
  });
}
