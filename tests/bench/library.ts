import { atMost, type Figure, median, quantile, within } from './figure.ts';
import type { LibraryTimes, Measured } from './page/library.ts';
import { bundlePage, inChromium } from './support/page.ts';

const RUNS = 15;

function atLeast(name: string, value: number, bound: number): Figure {
  return { name, value, unit: 'share', target: `≥ ${bound}`, ok: value >= bound };
}

/** What a peer did, for reading: it has no target. */
function peerRow(name: string, { inflected, typos, times }: Measured): Figure {
  return {
    name: `  ${name}: recall@5 inflected ${inflected.toFixed(2)}, typos ${typos.toFixed(2)}, p95`,
    value: quantile(times, 0.95),
    unit: 'ms',
    target: 'peer',
    ok: true,
  };
}

/** Library search over 10,000 titles in real Chromium, beside its peers in the same page. */
export async function run(): Promise<readonly Figure[]> {
  const code = await bundlePage('library');
  return inChromium(false, async ({ page, open }) => {
    await open('grid', 40);
    await page.evaluate(code);
    const times = (await page.evaluate(`globalThis.bench(${RUNS})`)) as LibraryTimes;
    const { ours, ...peers } = times.engines;
    if (!ours) throw new Error('our own engine was not measured');
    const miniP95 = quantile(peers['MiniSearch with stemmer']?.times ?? [], 0.95);
    return [
      atLeast('library search, recall@5, inflected', ours.inflected, 0.99),
      atLeast('library search, recall@5, typos', ours.typos, 0.98),
      {
        ...atMost('library search, p95 of a query as typed', quantile(ours.times, 0.95), 'ms', 5),
        peer: { name: 'MiniSearch with stemmer', value: miniP95 },
        ratio: quantile(ours.times, 0.95) / miniP95,
      },
      {
        ...atMost('library index ready from its saved form', median(times.load), 'ms', 50),
        peer: { name: 'MiniSearch.loadJSON', value: median(times.miniLoad) },
        ratio: median(times.load) / median(times.miniLoad),
      },
      within(
        'library index built anew',
        median(times.build),
        'ms',
        {
          name: 'MiniSearch built',
          value: median(times.miniBuild),
        },
        1,
      ),
      atMost('library index, one document changed', median(times.change), 'ms', 1),
      ...Object.entries(peers).map(([name, measured]) => peerRow(name, measured)),
    ];
  });
}
