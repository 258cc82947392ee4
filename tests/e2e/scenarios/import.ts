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

export const scenarios: readonly Scenario[] = [
  {
    name: 'a whole preparation table goes in and comes out again',
    layouts: ['php'],
    browsers: ['chromium'],
    limit: 300_000,
    run: wholeTable,
  },
  {
    name: 'a filling goes on after a reload',
    layouts: ['php'],
    browsers: ['chromium'],
    limit: 300_000,
    run: interrupted,
  },
];
