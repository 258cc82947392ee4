import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { press, says } from '../support/extension-page.ts';
import type { Context, Scenario } from '../support/scenario.ts';
import { filledForm, formData, openImport } from '../support/table.ts';
import { until } from '../support/until.ts';

const MARKER = { role: 'button', name: /^Критерий / };
/** A filling of 2,000 fields on a busy machine. */
const PATIENCE = 120_000;

const rowsOf = (form: ReturnType<typeof filledForm>) => form.positions.flatMap((position) => position.rows);

async function filledUp(workspace: Page): Promise<void> {
  await until('the end of the filling', async () => (await says(workspace, /Готово\. \d+/)) !== '', PATIENCE);
}

async function everyRowIsThere(page: Page, form: ReturnType<typeof filledForm>): Promise<void> {
  const values = (await formData(page)).map(([, value]) => value);
  const known = new Set(values);
  for (const row of rowsOf(form)) {
    assert.ok(known.has(row.url), `${row.url} is in the form`);
    assert.ok(known.has(row.comment), `${row.comment} is in the form`);
  }
  assert.equal(values.filter((value) => value.startsWith('https://uo-gorod')).length, rowsOf(form).length);
}

/** From a file to a filled form in one confirmed step, every value read back; then all of it taken back. */
async function wholeTable({ page, opened, openForm, overlay }: Context): Promise<void> {
  await overlay(await openForm()).find(MARKER);
  const before = await formData(page);
  const filled = filledForm();
  const workspace = await openImport(opened, filled);
  await says(workspace, /Все позиции таблицы нашлись в форме/);
  const start = performance.now();
  await press(workspace, 'Заполнить форму');
  await filledUp(workspace);
  const seconds = (performance.now() - start) / 1000;
  assert.ok(seconds < 60, `filled within 60 s, not ${seconds.toFixed(0)} s`);
  await everyRowIsThere(page, filled);
  await press(workspace, 'Отменить заполнение');
  await until(
    'everything taken back',
    async () => (await says(workspace, /Возвращено как было/)) !== '',
    PATIENCE,
  );
  assert.deepEqual(await formData(page), before);
}

/** The workspace is reloaded in the middle: it goes on where it stood, and nothing is written twice. */
async function interrupted({ page, opened, openForm, overlay }: Context): Promise<void> {
  await overlay(await openForm()).find(MARKER);
  await page.evaluate(() => {
    const counts = new Map<EventTarget, number>();
    document.addEventListener('change', (event) => {
      const field = event.target as EventTarget;
      counts.set(field, (counts.get(field) ?? 0) + 1);
      document.documentElement.dataset.most = String(Math.max(...counts.values()));
    });
  });
  const filled = filledForm();
  const workspace = await openImport(opened, filled);
  await says(workspace, /Все позиции таблицы нашлись в форме/);
  await press(workspace, 'Заполнить форму');
  await says(workspace, /Записано и прочитано обратно [1-9]/);
  await workspace.reload();
  await press(workspace, 'Продолжить');
  await filledUp(workspace);
  await everyRowIsThere(page, filled);
  assert.equal(
    await page.evaluate(() => document.documentElement.dataset.most),
    '1',
    'no field is written twice',
  );
}

/** One direction at a time: the user opens the next one and goes on. */
async function byDirections({ page, opened, openForm, overlay }: Context): Promise<void> {
  await overlay(await openForm()).find(MARKER);
  const filled = filledForm();
  const workspace = await openImport(opened, filled);
  await press(workspace, 'Заполнить форму');
  const tabs = await page.$$('#main [role=tab]');
  for (const tab of tabs.slice(1)) {
    // The button comes back when the direction is done.
    await until('the direction to be filled', () => canGoOn(workspace), PATIENCE);
    await page.bringToFront();
    const before = await page.$eval('#main', (main) => main.textContent);
    await tab.click();
    await until(
      'the next direction',
      async () => (await page.$eval('#main', (main) => main.textContent)) !== before,
    );
    await overlay().find(MARKER);
    await workspace.bringToFront();
    await press(workspace, 'Продолжить');
  }
  await filledUp(workspace);
  await everyRowIsThere(page, filled);
}

/** «Продолжить» is offered: what is on the page now is filled. */
function canGoOn(workspace: Page): Promise<boolean> {
  return workspace.evaluate(() =>
    [...document.querySelectorAll('button')].some((button) => button.textContent === 'Продолжить'),
  );
}

export const scenarios: readonly Scenario[] = [
  {
    name: 'a whole preparation table goes in and comes out again',
    layouts: ['php', 'react'],
    limit: 300_000,
    run: wholeTable,
  },
  { name: 'a filling goes on after a reload', layouts: ['php'], limit: 300_000, run: interrupted },
  { name: 'a filling goes through all directions', layouts: ['tabs'], limit: 300_000, run: byDirections },
];
