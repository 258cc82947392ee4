import assert from 'node:assert/strict';
import { OVERLAY } from '../support/overlay.ts';
import type { Context, Scenario } from '../support/scenario.ts';
import { until } from '../support/until.ts';

const MARKER = { role: 'button', name: /^Критерий / };
const ADDRESS = 'https://uo-gorod.example.ru/docs/plan-2022.pdf';

/** Loads the extension anew, as an update does; the page that asks for it is closed by that. */
async function update({ opened, page }: Context): Promise<void> {
  const own = await opened.openExtensionPage('workspace.html#help');
  await own
    .evaluate(() => {
      const scope = globalThis as unknown as Record<string, { runtime: { reload(): void } } | undefined>;
      setTimeout(() => (scope.browser ?? scope.chrome)?.runtime.reload(), 50);
    })
    .catch(() => undefined);
  await until('the page of the old extension to close', async () => {
    const pages = await opened.browser.pages();
    return !pages.includes(own) || own.isClosed() || (await own.title().catch(() => '')) === '';
  });
  await page.bringToFront();
}

/** The script of the old extension has nobody to talk to: it says so once, and the page works on. */
async function staysCalm(context: Context): Promise<void> {
  const { page, openForm } = context;
  const form = await openForm();
  const overlay = context.overlay(form);
  await overlay.find(MARKER);
  const link = await form.link(0);
  await link.focus();
  await update(context);
  await page.keyboard.type(ADDRESS);
  await overlay.says(/Расширение обновилось/);
  await overlay.gone(MARKER);
  await page.keyboard.press('Tab');
  await page.keyboard.type('с. 3');
  assert.equal(await form.value(link), ADDRESS);
  assert.equal(await form.value(await form.comment(0)), 'с. 3');
  await overlay.click({ role: 'button', name: 'Закрыть' });
  await until('a calm page', async () => (await overlay.all({ role: 'button' })).length === 0);
}

/** Firefox starts the new extension in open pages at once: one overlay, and it works. */
async function takesOver(context: Context): Promise<void> {
  const { page, openForm } = context;
  const form = await openForm();
  const overlay = context.overlay(form);
  await overlay.find(MARKER);
  await update(context);
  await until('one overlay', async () => (await page.$$(OVERLAY)).length === 1);
  await overlay.find(MARKER);
  const link = await form.link(0);
  await link.type('https://uo-gorod.example.ru/novosti/itogi-nedeli');
  await page.keyboard.press('Tab');
  await overlay.says(/новост/i);
}

/** An extension that is updated under an open page. Each leaves a browser with another extension: the last of their file. */
export const scenarios: readonly Scenario[] = [
  {
    name: 'an update under an open page is told calmly',
    layouts: ['php'],
    browsers: ['chromium'],
    run: staysCalm,
  },
  {
    name: 'an update under an open page takes it over',
    layouts: ['php'],
    browsers: ['firefox'],
    run: takesOver,
  },
];
