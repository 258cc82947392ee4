import assert from 'node:assert/strict';
import { LAYOUT_NAMES } from '../../site/layouts/index.ts';
import { addDocument, press, says } from '../support/extension-page.ts';
import type { OverlayView } from '../support/overlay.ts';
import type { Context, Scenario } from '../support/scenario.ts';
import { until } from '../support/until.ts';

const MARKER = { role: 'button', name: /^Критерий / };

/** A document of this scenario's own, so that runs in one profile do not find each other's. */
function documentOf(context: Context): { title: string; address: string; pageCount: number } {
  const own = `${context.layout}-${context.login}`;
  return {
    title: `Приказ о мониторинге ${own} от 15.03.2022 № 123-од`,
    address: `https://uo-gorod.example.ru/docs/prikaz-${own}.pdf`,
    pageCount: 14,
  };
}

async function stored(context: Context): Promise<ReturnType<typeof documentOf>> {
  const document = documentOf(context);
  const popup = await context.opened.openExtensionPage('popup.html');
  await addDocument(popup, document);
  await popup.close();
  await context.page.bringToFront();
  return document;
}

/** Goes down the menu to the document with these words and takes it. Documents used here before stand above it. */
async function choose({ page }: Context, overlay: OverlayView, words: string): Promise<void> {
  const wanted = { role: 'option', name: new RegExp(words) };
  await overlay.find(wanted);
  for (let step = 0; step < 8; step++) {
    const [option] = await overlay.all(wanted);
    if (option?.attributes['aria-selected'] === 'true') break;
    const before = (await overlay.find({ role: 'combobox' })).attributes['aria-activedescendant'];
    await page.keyboard.press('ArrowDown');
    await until('the next line of the menu', async () => {
      const [field] = await overlay.all({ role: 'combobox' });
      return field?.attributes['aria-activedescendant'] !== before;
    });
  }
  await page.keyboard.press('Enter');
}

/** From the keyboard alone: ↓ in an empty link field, words in another inflection, Enter; then one step back. */
async function inserted(context: Context): Promise<void> {
  const { page, openForm, site, login } = context;
  const document = await stored(context);
  const form = await openForm();
  const overlay = context.overlay(form);
  await overlay.find(MARKER);
  const link = await form.link(0);
  const comment = await form.comment(0);
  await link.focus();
  await page.keyboard.press('ArrowDown');
  await overlay.find({ role: 'combobox' });
  await page.keyboard.type(`приказа мониторинг ${login}`);
  await choose(context, overlay, login);
  await until('the address in the field', async () => (await form.value(link)) === document.address);
  await overlay.says(/Вставлено/);
  await link.focus();
  await page.keyboard.down('Control');
  await page.keyboard.press('KeyZ');
  await page.keyboard.up('Control');
  await until(
    'both fields as before',
    async () => (await form.value(link)) === '' && (await form.value(comment)) === '',
  );
  await page.keyboard.press('ArrowDown');
  await choose(context, overlay, login);
  await until('the address again', async () => (await form.value(link)) === document.address);
  await until('its name in the comment', async () => (await form.value(comment)) !== '');
  const written = await form.value(comment);
  // A further letter makes a framework draw again: what was inserted must be in its state, not only in the page.
  await comment.focus();
  await page.keyboard.press('End');
  await page.keyboard.type('!');
  assert.equal(await form.value(comment), `${written}!`);
  await form.save();
  const [saved] = Object.values(site.saved(login)).flat();
  assert.deepEqual(saved, { url: document.address, comment: `${written}!` });
}

async function popupState(context: Context): Promise<void> {
  const { openForm, opened, page, site, login } = context;
  site.put(login, { p1_1_1_1_1: [{ url: 'https://uo.example.ru/novosti/den', comment: 'Новость' }] });
  const form = await openForm();
  await context.overlay(form).find(MARKER);
  const popup = await opened.openExtensionPage('popup.html');
  await says(popup, /Форма МУМ: 1 из 354 позиций/);
  await says(popup, /\d+ замечани/);
  await press(popup, 'Собрать ссылки из формы');
  await says(popup, /Добавится 1 документ/);
  await popup.close();
  await page.bringToFront();
}

/** The library one keystroke away in every link field, and the popup. */
export const scenarios: readonly Scenario[] = [
  { name: 'a document is inserted by keyboard and taken back', layouts: LAYOUT_NAMES, run: inserted },
  { name: 'the popup tells the state of the form', layouts: ['php', 'iframe'], run: popupState },
];
