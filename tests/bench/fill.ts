import type { Page } from 'puppeteer-core';
import { runFill, startJournal } from '../../lib/fill/run.ts';
import type { FillTarget } from '../../lib/fill/target.ts';
import type { FillItem } from '../../lib/fill/types.ts';
import type { Form } from '../../lib/model/form.ts';
import { atMost, type Figure, median, within } from './figure.ts';
import { type Bench, inChromium } from './support/page.ts';
import { meter, settled } from './support/work.ts';

/**
 * 4,000 fields of the big form: written, and read back twice, by the shipped extension through its own messages as the
 * workspace sends them; beside it the bare loop that sets the same values and dispatches the same events.
 */
const POSITIONS = 400;
const RUNS = 15;
/** As the workspace does (pages/workspace/import/fill-options.ts). */
const BATCH = 200;

/** Observes what a person at the page feels while it is filled: long tasks, and how late a key is answered. */
function observe(): void {
  const felt = { task: 0, late: 0, keys: 0 };
  Object.assign(globalThis, { felt });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) felt.task = Math.max(felt.task, entry.duration);
  }).observe({ type: 'longtask' });
  document.addEventListener('keydown', (event) => {
    felt.keys++;
    felt.late = Math.max(felt.late, performance.now() - event.timeStamp);
  });
}

interface Felt {
  readonly task: number;
  readonly late: number;
  readonly keys: number;
}

const feltBy = (page: Page): Promise<Felt> =>
  page.evaluate(() => (globalThis as unknown as { felt: Felt }).felt);

/** The floor, in the page: the events a person causes, nothing else. */
function bareLoop(): void {
  for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    '#main [name^="link["], #main [name^="comm["]',
  )) {
    const value = field.name.startsWith('link')
      ? `https://uo.example.ru/${field.name}.pdf`
      : 'Приказ, с. 3–5';
    const prototype =
      field.localName === 'input' ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
    const input = { bubbles: true, composed: true, data: value, inputType: 'insertReplacementText' };
    field.dispatchEvent(new FocusEvent('focus', { composed: true }));
    field.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
    field.dispatchEvent(new InputEvent('beforeinput', { ...input, cancelable: true }));
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
    field.dispatchEvent(new InputEvent('input', input));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    field.dispatchEvent(new FocusEvent('blur', { composed: true }));
    field.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
  }
}

async function bare({ page, open }: Bench): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    await open('php', POSITIONS);
    await settled(page);
    const work = await meter(page);
    times.push((await work.during(() => page.addScriptTag({ content: `(${bareLoop})()` }))).script);
  }
  return times;
}

function itemsOf(form: Form): FillItem[] {
  return form.positions.flatMap((position) =>
    position.rows.flatMap((_, rowIndex) =>
      (['url', 'comment'] as const).map((field): FillItem => {
        const id = `${position.id}#${rowIndex}:${field}`;
        const incoming = field === 'url' ? `https://uo.example.ru/${id}.pdf` : 'Приказ, с. 3–5';
        return { id, positionId: position.id, rowIndex, field, old: '', incoming, action: 'write' };
      }),
    ),
  );
}

/** The part of the browser's own tabs that is used inside the page. */
interface Tabs {
  query(which: { url: string }): Promise<{ id?: number }[]>;
  sendMessage(id: number, message: unknown): Promise<unknown>;
}

/** Sends a message to the form from one of the extension's own pages. */
async function ask<T>(from: Page, name: string, request: unknown): Promise<T> {
  const answer = await from.evaluate(
    async (message) => {
      const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
      const [form] = await tabs.query({ url: 'https://lk-fisoko.obrnadzor.gov.ru/*' });
      return (await tabs.sendMessage(form?.id ?? 0, message)) as { ok: boolean; reply: unknown };
    },
    { mark: 'fis-oko/1', name, request },
  );
  if (!answer?.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`);
  return answer.reply as T;
}

async function ours({
  page,
  open,
  opened,
}: Bench): Promise<{ script: number[]; felt: Felt[]; wall: number[] }> {
  const script: number[] = [];
  const felt: Felt[] = [];
  const wall: number[] = [];
  const workspace = await opened.openExtensionPage('workspace.html#help');
  const target: FillTarget = {
    read: async (fields) =>
      (await ask<{ values: (string | null)[] }>(workspace, 'form.read', { fields })).values,
    write: async (fields) =>
      (await ask<{ results: Awaited<ReturnType<FillTarget['write']>> }>(workspace, 'form.fill', { fields }))
        .results,
  };
  for (let i = 0; i < RUNS * 2; i++) {
    await page.bringToFront();
    await open('php', POSITIONS);
    await settled(page);
    const { form } = await ask<{ form: Form }>(workspace, 'form.snapshot', {});
    const journal = startJournal({ items: itemsOf(form), noRoom: [] }, 'bench', '', '');
    await settled(page);
    await page.evaluate(observe);
    await page.focus('#main [name^="link["]');
    const work = await meter(page);
    let filling = true;
    // Answers to keys are not the filling's work: they are pressed in every other run, which tells what a person feels.
    const pressed = i % 2 === 1;
    const keys = (async () => {
      while (filling && pressed) await page.keyboard.press('Shift');
    })();
    const start = performance.now();
    const { script: cost } = await work.during(async () => {
      const done = await runFill(journal, { target, batch: BATCH, keep: async () => {} });
      wall.push(performance.now() - start);
      const wrong = done.records.filter(({ status }) => status !== 'written').length;
      if (done.records.length !== POSITIONS * 10 || wrong > 0)
        throw new Error(`${wrong} of ${done.records.length} fields did not take`);
      filling = false;
      await keys;
    });
    if (pressed) felt.push(await feltBy(page));
    else script.push(cost);
  }
  return { script, felt, wall };
}

/** Filling 2,000 rows in real Chromium: script, longest task, how soon keys are answered. */
export async function run(): Promise<readonly Figure[]> {
  const floor = { name: 'bare loop', value: median(await inChromium(false, bare)) };
  const { script, felt, wall } = await inChromium(true, ours);
  return [
    within('fill 2,000 rows and read them back: script', median(script), 'ms', floor, 2),
    atMost('fill 2,000 rows: longest task', median(felt.map(({ task }) => task)), 'ms', 50),
    atMost('fill 2,000 rows: latest answer to a key', median(felt.map(({ late }) => late)), 'ms', 100),
    atMost('fill 2,000 rows: from the press to verified', median(wall) / 1000, 's', 60),
  ];
}
