import assert from 'node:assert/strict';
import { press, says } from '../support/extension-page.ts';
import { type Context, pageTools, type Scenario } from '../support/scenario.ts';
import { until } from '../support/until.ts';

const ADDRESS = 'https://uo-gorod.example.ru/docs/plan-2022.pdf';
const COMMENT = 'План мероприятий, с. 3';

/** Typed text is lost by the page, found by the extension and put back where it was. */
async function restored({ page, opened, openForm, overlay }: Context): Promise<void> {
  const form = await openForm();
  await overlay(form).find({ role: 'button', name: /^Критерий / });
  await (await form.link(1)).focus();
  await page.keyboard.type(ADDRESS);
  await (await form.comment(1)).focus();
  await page.keyboard.type(COMMENT);
  const again = await openForm();
  assert.equal(await again.value(await again.link(1)), '', 'the page has lost the text');
  await overlay(again).says(/несохранённый текст/);
  const workspace = await opened.openExtensionPage('workspace.html#drafts');
  await says(workspace, new RegExp(COMMENT));
  await press(workspace, 'Восстановить всё');
  await says(workspace, /Восстановлено полей: 2/);
  await page.bringToFront();
  await until('the address', async () => (await again.value(await again.link(1))) === ADDRESS);
  assert.equal(await again.value(await again.comment(1)), COMMENT);
  await workspace.bringToFront();
  await press(workspace, 'Вернуть как было');
  await says(workspace, /Возвращено как было/);
  assert.equal(await again.value(await again.link(1)), '');
}

/** One position typed into in two tabs: the second is told, and both versions can be compared. */
async function inTwoTabs({ page, opened, openForm, overlay, site, layout }: Context): Promise<void> {
  const first = await openForm();
  await overlay(first).find({ role: 'button', name: /^Критерий / });
  const other = await opened.browser.newPage();
  const tools = pageTools(other, site, layout);
  const second = await tools.openForm();
  await tools.overlay(second).find({ role: 'button', name: /^Критерий / });
  await page.bringToFront();
  await (await first.comment(2)).focus();
  await page.keyboard.type('Из первой вкладки');
  await page.keyboard.press('Tab');
  const workspace = await opened.openExtensionPage('workspace.html#drafts');
  await until("the first tab's text to be kept", async () => {
    await opened.reloadExtensionPage(workspace);
    return workspace.evaluate(() => document.body.textContent?.includes('Из первой вкладки') ?? false);
  });
  await other.bringToFront();
  const comment = await second.comment(2);
  await comment.focus();
  await other.keyboard.type('Из второй');
  await tools.overlay(second).says(/правят ещё в одной вкладке/);
  assert.equal(await second.value(comment), 'Из второй', 'nothing is overwritten');
  assert.equal(await first.value(await first.comment(2)), 'Из первой вкладки');
  await other.close();
}

export const scenarios: readonly Scenario[] = [
  { name: 'lost text is offered and restored', layouts: ['php', 'react'], run: restored },
  { name: 'a position typed into in two tabs keeps both versions', layouts: ['php'], run: inTwoTabs },
];
