import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { firstOf, packOf, receivePack, removePack, savedFile, trainingPack } from '../support/criteria.ts';
import { addDocument, fill, press, says } from '../support/extension-page.ts';
import type { Context, Scenario } from '../support/scenario.ts';
import { until } from '../support/until.ts';

const MARKER = { role: 'button', name: /^Критерий / };
const FIRST = firstOf(trainingPack);
/** Near enough to be recognised, too far to be sure. */
const REWORDED = FIRST.text.replace(/^Наличие /, 'Имеются утверждённые ');
const BEFORE = 'Набор прошлого года';
const NOW = 'Набор этого года';

/** Makes a pack the one of its year for forms. */
async function activate(workspace: Page, title: string): Promise<void> {
  await press(workspace, 'Наборы');
  await until(`«${title}» to be used`, async () =>
    workspace.evaluate((wanted) => {
      const row = [...document.querySelectorAll('tr')].find((one) => one.textContent?.includes(wanted));
      if (row?.textContent?.includes('Используется в форме')) return true;
      [...(row?.querySelectorAll('button') ?? [])]
        .find((one) => one.textContent === 'Использовать в форме')
        ?.click();
      return false;
    }, title),
  );
}

/**
 * A position that reads otherwise in the pack is confirmed in its card; the word is remembered, travels with the pack,
 * and next year's card tells what changed and which document confirmed the position then.
 */
async function overYears(context: Context): Promise<void> {
  const { opened, page, openForm, overlay, login } = context;
  const last = packOf({ id: 'e2e-before', title: BEFORE, year: 2022 }, (first) => {
    first.text = REWORDED;
    first.points = 5;
  });
  const workspace = await receivePack(opened, last);
  await activate(workspace, BEFORE);
  const popup = await opened.openExtensionPage('popup.html');
  const title = `Приказ о целях ${login}`;
  await addDocument(popup, { title, address: `https://uo-gorod.example.ru/docs/${login}.pdf` });
  await popup.close();

  await page.bringToFront();
  const form = await openForm();
  const seen = overlay(form);
  await seen.click(MARKER);
  const asked = await seen.says(/Это та же позиция\?/);
  assert.ok(asked.includes(REWORDED), 'the card names the position it was taken for');
  await seen.click({ role: 'button', name: 'Да, это она' });
  await seen.says(/Запомнили/);
  await seen.gone({ role: 'button', name: 'Да, это она' });
  const again = await openForm();
  const anew = overlay(again);
  await anew.click(MARKER);
  await anew.says(/Источник/);
  assert.deepEqual(await anew.all({ role: 'button', name: 'Да, это она' }), [], 'it is remembered');
  await (await again.link(0)).focus();
  const panel = await opened.openExtensionPage('sidepanel.html');
  await press(panel, 'Библиотека');
  await press(panel, `Вставить: ${title}`);
  await says(panel, /Вставлено/);
  await panel.close();

  await workspace.bringToFront();
  const file = await savedFile(workspace, BEFORE);
  const kept = JSON.parse(file) as { pack: typeof last };
  assert.deepEqual(firstOf(kept.pack).aliases, [FIRST.text], 'the confirmation travels with the pack');
  await workspace.close();

  const next = packOf({ id: 'e2e-now', title: NOW, year: 2023 });
  await (await receivePack(opened, next)).close();
  await page.bringToFront();
  await tellsOfLastYear(context, title);
  await neighboursInPanel(context);
  await removePack(opened, NOW);
  await removePack(opened, BEFORE);
}

/** The form was not loaded anew: it took the new pack when it was saved. */
async function tellsOfLastYear({ page, overlay }: Context, title: string): Promise<void> {
  const seen = overlay();
  await page.keyboard.press('Escape');
  await seen.click(MARKER);
  const card = await seen.says(/Что изменилось с прошлого года/);
  assert.ok(card.includes(`Формулировка была другой (2022): «${REWORDED}».`));
  assert.ok(card.includes('В 2022 году — 5 баллов.'));
  await seen.says(new RegExp(`В 2022 году эта позиция подтверждалась документом «${title}»`));
  // A neighbour in the cycle is one press away.
  await seen.click({ role: 'button', name: /^Показатели[^:]*: / });
  await until('the card of the neighbour', async () =>
    (await seen.all({ role: 'dialog' })).every(({ text }) => !text.includes(FIRST.text)),
  );
}

/** The side panel tells the same, and its neighbours lead through the track. */
async function neighboursInPanel({ opened, page, overlay }: Context): Promise<void> {
  await page.keyboard.press('Escape');
  await overlay().click(MARKER);
  const panel = await opened.openExtensionPage('sidepanel.html');
  await says(panel, /Что изменилось с прошлого года/);
  await says(panel, /В 2022 году эта позиция подтверждалась/);
  await press(panel, 'Показатели');
  await until('the neighbour in the panel', async () =>
    panel
      .$eval('.position-text', (head) => head.textContent ?? '')
      .then((text) => !text.includes('целей и задач')),
  );
  await panel.close();
}

/** A position no pack knows is found by words and joined by hand. */
async function joinedByHand({ opened, page, openForm, overlay }: Context): Promise<void> {
  const strange = packOf({ id: 'e2e-strange', title: 'Набор другими словами', year: 2022 }, (first) => {
    first.text = 'Сформулирован желаемый результат работы муниципалитета';
    first.criterion = 'Результат описан так, что его можно проверить';
  });
  const workspace = await receivePack(opened, strange);
  await activate(workspace, 'Набор другими словами');
  await page.bringToFront();
  const form = await openForm();
  await overlay(form).find(MARKER);
  await (await form.link(0)).focus();
  const panel = await opened.openExtensionPage('sidepanel.html');
  await press(panel, 'Выбрать позицию набора');
  await fill(panel, 'Какая это позиция набора', 'желаемый результат');
  await says(panel, /Сформулирован желаемый результат/);
  await press(panel, 'Это она');
  await says(panel, /Результат описан так, что его можно проверить/);
  await panel.close();
  await workspace.close();
  await removePack(opened, 'Набор другими словами');
}

/** What next year takes over from this one. */
export const scenarios: readonly Scenario[] = [
  {
    name: 'criteria over the years: confirmed once, remembered, told a year later',
    layouts: ['php'],
    limit: 180_000,
    run: overYears,
  },
  {
    name: 'criteria: a position nobody knows is joined by hand',
    layouts: ['php'],
    run: joinedByHand,
  },
];
