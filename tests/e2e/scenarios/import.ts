import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { press, says } from '../support/extension-page.ts';
import type { Context, Scenario } from '../support/scenario.ts';
import { filledForm, formData, holds, openImport, somethingWritten } from '../support/table.ts';
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

const nothingOf = (form: ReturnType<typeof filledForm>): ReturnType<typeof filledForm> => ({
  ...form,
  positions: form.positions.map((position) => ({ ...position, rows: [] })),
});

function directionsOf(form: ReturnType<typeof filledForm>): { name: string }[] {
  const known = new Set(form.positions.map(({ path }) => path[0] ?? ''));
  return [...known].map((heading) => ({ name: heading.replace(/^[\d.]+\s*/, '') }));
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
      // A page that takes its time: the reload comes in the middle.
      for (const until = performance.now() + 5; performance.now() < until; );
    });
  });
  const filled = filledForm();
  const workspace = await openImport(opened, filled);
  await says(workspace, /Все позиции таблицы нашлись в форме/);
  await press(workspace, 'Заполнить форму');
  await somethingWritten(page);
  await opened.reloadExtensionPage(workspace);
  await press(workspace, 'Продолжить');
  await filledUp(workspace);
  await everyRowIsThere(page, filled);
  assert.equal(
    await page.evaluate(() => document.documentElement.dataset.most),
    '1',
    'no field is written twice',
  );
}

/** One direction at a time: the page's own tabs are pressed one after another, for the filling and for taking it back. */
async function byDirections({ page, opened, openForm, overlay, site, login }: Context): Promise<void> {
  const form = await openForm();
  await overlay(form).find(MARKER);
  const filled = filledForm();
  const workspace = await openImport(opened, filled);
  await press(workspace, 'Заполнить форму');
  await filledUp(workspace);
  await page.bringToFront();
  await form.save();
  holds(site.saved(login), filled);
  await workspace.bringToFront();
  await press(workspace, 'Отменить заполнение');
  await until(
    'all of it taken back',
    async () => (await says(workspace, /Возвращено как было/)) !== '',
    PATIENCE,
  );
  await page.bringToFront();
  await form.save();
  await until('the empty form to be saved', async () => {
    holds(site.saved(login), nothingOf(filled));
    return true;
  });
}

/** A page whose parts only its user opens is said by name, and the filling goes on by itself when the next one is there. */
async function guided({ page, opened, openForm, overlay, site, login }: Context): Promise<void> {
  const form = await openForm();
  await overlay(form).find(MARKER);
  // Tabs that submit when nothing prevents it: nothing like that is ever pressed for the user.
  await page.$$eval('#main [role=tab]', (tabs) => {
    for (const tab of tabs) tab.setAttribute('type', 'submit');
    document.querySelector('#main')?.addEventListener('submit', (event) => {
      if ((event as SubmitEvent).submitter?.getAttribute('role') === 'tab') event.preventDefault();
    });
  });
  const filled = filledForm();
  const workspace = await openImport(opened, filled);
  await press(workspace, 'Заполнить форму');
  for (const { name } of directionsOf(filled).slice(1)) {
    await until(
      name,
      async () =>
        (await says(
          workspace,
          new RegExp(`Откройте на форме «[\\d.]* ?${name}» — заполнение продолжится само`),
        )) !== '',
      PATIENCE,
    );
    await page.bringToFront();
    const tab = await page.waitForSelector(`#main [role=tab][title="${name}"]`);
    await tab?.click();
    await until('the direction to be there', () =>
      page.$eval(
        '#panel',
        (panel, wanted) =>
          panel.querySelector('input') !== null &&
          document.getElementById(panel.getAttribute('aria-labelledby') ?? '')?.title === wanted,
        name,
      ),
    );
    await workspace.bringToFront();
  }
  await filledUp(workspace);
  await page.bringToFront();
  await form.save();
  holds(site.saved(login), filled);
}

/** The session ends in the middle: the wizard says so, and goes on after the user has logged in again. */
async function expired({
  page,
  opened,
  openForm,
  overlay,
  site,
  login,
  logIn,
  layout,
}: Context): Promise<void> {
  await overlay(await openForm()).find(MARKER);
  const filled = filledForm();
  const workspace = await openImport(opened, filled);
  await press(workspace, 'Заполнить форму');
  await somethingWritten(page);
  site.expire(login);
  await page.goto(site.url(`/mum/${layout}`));
  await until('the login page', () => page.evaluate(() => location.pathname === '/login'));
  await says(workspace, /возможно, закончилась сессия. Войдите на сайт и откройте форму/);
  await logIn(login);
  const form = await openForm();
  await filledUp(workspace);
  await form.save();
  holds(site.saved(login), filled);
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
  {
    name: 'a filling is guided where tabs may not be pressed',
    layouts: ['tabs'],
    limit: 300_000,
    run: guided,
  },
  {
    name: 'a filling goes on after the session has ended',
    layouts: ['php', 'tabs'],
    limit: 300_000,
    run: expired,
  },
];
