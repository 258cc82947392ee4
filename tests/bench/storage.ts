import { atMost, type Figure, median, within } from './figure.ts';
import type { StorageTimes, StoreTimes } from './page/storage.ts';
import { bundlePage, inChromium } from './support/page.ts';

const RUNS = 15;

const NAMES: Readonly<Record<keyof StoreTimes, string>> = {
  writeAll: 'write all',
  readAll: 'read all',
  changeOne: 'change one',
};

/** Storing 10,000 documents in real Chromium: the library beside Dexie and idb in the same page. */
export async function run(): Promise<readonly Figure[]> {
  const code = await bundlePage('storage');
  return inChromium(false, async ({ page, open }) => {
    await open('grid', 40);
    await page.evaluate(code);
    const { stores, library } = (await page.evaluate(`globalThis.bench(${RUNS})`)) as StorageTimes;
    const of = (store: string, what: keyof StoreTimes): number => median(stores[store]?.[what] ?? []);
    const dexie = (what: keyof StoreTimes) => ({ name: 'Dexie', value: of('Dexie', what) });
    return [
      within('storage: open the library and read all', of('library', 'readAll'), 'ms', dexie('readAll'), 0.5),
      ...(['readAll', 'writeAll', 'changeOne'] as const).map((what) => ({
        ...atMost(`storage: ${NAMES[what]}, 10,000 documents`, of('library', what), 'ms', 100),
        peer: dexie(what),
        ratio: of('library', what) / of('Dexie', what),
      })),
      ...Object.entries(library).map(([name, times]) =>
        atMost(`storage: ${name}, 10,000 documents`, median(times), 'ms', 100),
      ),
      ...(['writeAll', 'readAll', 'changeOne'] as const).map((what) => ({
        name: `  idb, one record a document: ${NAMES[what]}`,
        value: of('idb', what),
        unit: 'ms',
        target: 'peer',
        ok: true,
      })),
    ];
  });
}
