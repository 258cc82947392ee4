import { atMost, type Figure, median, quantile, within } from './figure.ts';
import { type Bench, inChromium } from './support/page.ts';
import { meter, settled } from './support/work.ts';

/** What the extension costs a page it lives in: everything is measured with and without it on the same page. */
interface Costs {
  /** Loading the big form, by layout: script, style and layout until it has settled. */
  readonly load: Readonly<Record<string, number>>;
  readonly heap: Readonly<Record<string, number>>;
  /** Script of each keystroke, by number of positions. */
  readonly keys: Readonly<Record<number, readonly number[]>>;
  /** 1,000 rows put in by the page: all main-thread work. */
  readonly rows: number;
  /** Sum of layout shifts while the form loaded. */
  readonly shift: number;
}

const LOADS = 15;
const KEYS = 40;

async function loads(bench: Bench, layout: string): Promise<{ load: number; heap: number }> {
  const work = await meter(bench.page);
  const times: number[] = [];
  for (let i = 0; i < LOADS; i++) times.push((await work.during(() => bench.open(layout, 400))).all);
  return { load: median(times), heap: await work.heap() };
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

/** 200 more cards of five rows, as a page that loads its next part puts them in. */
function addCards(): void {
  const cards = [...document.querySelectorAll<HTMLElement>('.card')].slice(0, 200);
  const copies = document.createDocumentFragment();
  for (const card of cards) {
    const copy = card.cloneNode(true) as HTMLElement;
    const text = copy.querySelector('.card-text');
    if (text) text.textContent = `${text.textContent} (дополнение)`;
    copies.append(copy);
  }
  document.querySelector('.component')?.parentElement?.append(copies);
}

async function rowsAdded(bench: Bench): Promise<number> {
  const work = await meter(bench.page);
  const times: number[] = [];
  for (let i = 0; i < LOADS; i++) {
    await bench.open('grid', 400);
    await settled(bench.page);
    times.push((await work.during(() => bench.page.evaluate(addCards))).all);
  }
  return median(times);
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

async function costs(bench: Bench): Promise<Costs> {
  const php = await loads(bench, 'php');
  const grid = await loads(bench, 'grid');
  const keys = {
    40: await keystrokes(bench, 40),
    400: await keystrokes(bench, 400),
    4000: await keystrokes(bench, 4000),
  };
  return {
    load: { php: php.load, grid: grid.load },
    heap: { php: php.heap, grid: grid.heap },
    keys,
    rows: await rowsAdded(bench),
    shift: await shifts(bench),
  };
}

/** Costs of the built extension in real Chromium on the big form. */
export async function run(): Promise<readonly Figure[]> {
  const bare = await inChromium(false, costs);
  const ours = await inChromium(true, costs);
  const figures: Figure[] = [];
  for (const layout of ['php', 'grid']) {
    const load = (ours.load[layout] ?? 0) - (bare.load[layout] ?? 0);
    figures.push(atMost(`main-thread work from load to markers, 400 positions, ${layout}`, load, 'ms', 100));
    const heap = ((ours.heap[layout] ?? 0) - (bare.heap[layout] ?? 0)) / 1024 / 1024;
    figures.push(atMost(`heap kept on the big form, ${layout}`, heap, 'MB', 8));
  }
  const added = (positions: 40 | 400 | 4000): number[] => {
    const floor = median(bare.keys[positions] ?? []);
    return (ours.keys[positions] ?? []).map((time) => Math.max(0, time - floor));
  };
  figures.push(atMost('a keystroke, 400 positions: script added', median(added(400)), 'ms', 1));
  figures.push(atMost('a keystroke, 400 positions: script added, p95', quantile(added(400), 0.95), 'ms', 4));
  const small = { name: 'with 40 positions', value: median(added(40)) };
  figures.push(within('a keystroke, 4,000 positions: script added', median(added(4000)), 'ms', small, 1.3));
  const floor = { name: 'without the extension', value: bare.rows };
  figures.push(within('1,000 rows added by the page', ours.rows, 'ms', floor, 1.4));
  figures.push(atMost('layout shift caused by the extension', ours.shift - bare.shift, 'CLS', 0));
  return figures;
}
