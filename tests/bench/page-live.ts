import { atMost, type Figure, median, quantile, within } from './figure.ts';
import { addedRows } from './page/added-rows.ts';
import { type Bench, inChromium } from './support/page.ts';
import { meter, settled } from './support/work.ts';

/**
 * What the extension costs a page it lives in. The same page is measured with and without it, turn by turn, in two
 * browsers that stand side by side: a machine that others use treats both alike.
 */
interface Pair<T> {
  readonly bare: T;
  readonly ours: T;
}

const LOADS = 15;
const KEYS = 40;
const LAYOUTS = ['php', 'grid'] as const;
const SIDES = ['bare', 'ours'] as const;

/** Takes turns: `times` numbers of each side. */
async function inTurn(
  benches: Pair<Bench>,
  times: number,
  measure: (bench: Bench) => Promise<number>,
): Promise<Pair<number[]>> {
  const out: Pair<number[]> = { bare: [], ours: [] };
  for (let i = 0; i < times; i++) for (const side of SIDES) out[side].push(await measure(benches[side]));
  return out;
}

/** Script, style and layout from the page's beginning until it has settled: the counters begin anew with each page. */
async function load(bench: Bench, layout: string): Promise<number> {
  const work = await meter(bench.page);
  await bench.open(layout, 400);
  await settled(bench.page);
  return (await work.read()).all;
}

/** Bytes the page's world keeps; with `stopped` after the extension has been told to leave the page. */
async function heap(bench: Bench, layout: string, stopped = false): Promise<number> {
  await bench.open(layout, 400);
  await settled(bench.page);
  if (stopped)
    await bench.page.evaluate(() => {
      const overlay = document.querySelector('fis-oko-overlay');
      overlay?.dispatchEvent(new Event('fis-oko-leave'));
    });
  return (await meter(bench.page)).heap();
}

async function keystrokes(bench: Bench, positions: number): Promise<number[]> {
  await bench.open('php', positions);
  await settled(bench.page);
  const field = await bench.page.$('#main [name^="link["]');
  await field?.click();
  await bench.page.keyboard.type('https://uo-gorod.example.ru/docs/');
  const work = await meter(bench.page);
  const times: number[] = [];
  for (let i = 0; i < KEYS; i++) {
    const before = await work.read();
    await bench.page.keyboard.press(i % 2 === 0 ? 'KeyA' : 'Backspace');
    await bench.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    times.push((await work.read()).script - before.script);
  }
  return times;
}

/** All main-thread work of a page that puts in its next part, until it has settled. */
async function rowsAdded(bench: Bench, layout: string): Promise<number> {
  await bench.open(layout, 400);
  await settled(bench.page);
  const work = await meter(bench.page);
  return (await work.during(() => bench.page.evaluate(addedRows))).tasks;
}

async function shifts(bench: Bench): Promise<number> {
  await bench.page.evaluateOnNewDocument(() => {
    const seen = { sum: 0 };
    Object.assign(globalThis, { seenShift: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        seen.sum += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await bench.open('php', 400);
  await settled(bench.page);
  return bench.page.evaluate(() => (globalThis as unknown as { seenShift: { sum: number } }).seenShift.sum);
}

/** Main-thread work of two seconds in which nothing happens. */
async function idle(bench: Bench): Promise<number> {
  await bench.open('php', 400);
  await settled(bench.page);
  const work = await meter(bench.page);
  return (await work.during(() => new Promise((done) => setTimeout(done, 2000)))).script;
}

async function loading(benches: Pair<Bench>): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const layout of LAYOUTS) {
    const loads = await inTurn(benches, LOADS, (bench) => load(bench, layout));
    const more = median(loads.ours) - median(loads.bare);
    figures.push(atMost(`main-thread work from load to markers, 400 positions, ${layout}`, more, 'ms', 100));
    const kept = await inTurn(benches, 3, (bench) => heap(bench, layout));
    const size = (median(kept.ours) - median(kept.bare)) / 1024 / 1024;
    figures.push(atMost(`heap kept on the big form, ${layout}`, size, 'MB', 8));
    const left = await inTurn(benches, 3, (bench) => heap(bench, layout, true));
    const rest = (median(left.ours) - median(left.bare)) / 1024 / 1024;
    // What stays is the code itself, which the browser keeps for the page's next script.
    figures.push(atMost(`heap left when the extension has stopped, ${layout}`, rest, 'MB', 2));
  }
  return figures;
}

async function typing(benches: Pair<Bench>): Promise<Figure[]> {
  const added = async (positions: number): Promise<number[]> => {
    const floor = median(await keystrokes(benches.bare, positions));
    return (await keystrokes(benches.ours, positions)).map((time) => Math.max(0, time - floor));
  };
  const few = await added(40);
  const some = await added(400);
  const many = await added(4000);
  const small = { name: 'with 40 positions', value: median(few) };
  return [
    atMost('a keystroke, 400 positions: script added', median(some), 'ms', 1),
    atMost('a keystroke, 400 positions: script added, p95', quantile(some, 0.95), 'ms', 4),
    within('a keystroke, 4,000 positions: script added', median(many), 'ms', small, 1.3),
  ];
}

async function changes(benches: Pair<Bench>): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const layout of LAYOUTS) {
    const rows = await inTurn(benches, LOADS, (bench) => rowsAdded(bench, layout));
    const floor = { name: 'without the extension', value: median(rows.bare) };
    figures.push(within(`1,000 rows added by the page, ${layout}`, median(rows.ours), 'ms', floor, 1.4));
  }
  const still = await inTurn(benches, 3, idle);
  figures.push(atMost('two idle seconds: script', median(still.ours) - median(still.bare), 'ms', 1));
  const shift = await inTurn(benches, 1, shifts);
  figures.push(
    atMost('layout shift caused by the extension', (shift.ours[0] ?? 0) - (shift.bare[0] ?? 0), 'CLS', 0),
  );
  return figures;
}

/** Costs of the built extension in real Chromium on the big form. */
export async function run(): Promise<readonly Figure[]> {
  return inChromium(false, (bare) =>
    inChromium(true, async (ours) => [
      ...(await loading({ bare, ours })),
      ...(await typing({ bare, ours })),
      ...(await changes({ bare, ours })),
    ]),
  );
}
