import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import type { OpenedBrowser } from '../support/browser.ts';
import { choose, trainingPack as pack, savedFile } from '../support/criteria.ts';
import { fill, press, says } from '../support/extension-page.ts';
import type { Context, Scenario } from '../support/scenario.ts';
import { until } from '../support/until.ts';

const CRITERION = 'Из проверочного файла: документ утверждён и опубликован';

/** A criteria document of the training texts with criteria of its own; `wrong` spoils the sum of the last direction. */
function criteriaFile(wrong: number): string {
  const lines = ['№;Позиции оценивания;Подходы к оцениванию;Баллы'];
  let number = 0;
  for (const direction of pack.directions) {
    lines.push(`${direction.code}. ${direction.name};;;`);
    for (const track of direction.tracks) {
      lines.push(`${track.name};;;`);
      for (const component of track.components) {
        lines.push(`${component.name};;;`);
        for (const { text, points } of component.positions)
          lines.push(`${++number};"${text}";${CRITERION} (${number});${points}`);
      }
    }
    const last = direction === pack.directions.at(-1);
    lines.push(`Итого по направлению ${direction.code};;;${(direction.max ?? 0) + (last ? wrong : 0)}`);
  }
  return lines.join('\r\n');
}

function openImport(opened: OpenedBrowser): Promise<Page> {
  return opened.openExtensionPage('workspace.html#criteria/import');
}

/** The official file becomes a pack once its sums fit, and the form's cards show it with its source. */
async function imported({ opened, page, openForm, overlay }: Context): Promise<void> {
  const workspace = await openImport(opened);
  await choose(workspace, 'критерии.csv', criteriaFile(1));
  await says(workspace, /Не сходится 1 сумма/);
  await press(workspace, 'Показать строки');
  await says(workspace, /Показан\S* \d+ строк\S* этой суммы/);
  await choose(workspace, 'критерии.csv', criteriaFile(0));
  await says(workspace, /Сходится \d+ сумм|Сходятся \d+ суммы/);
  await fill(workspace, 'Год', '2022');
  await fill(workspace, 'Название', 'Критерии МУМ-2022 из файла');
  await press(workspace, 'Сохранить набор');
  await says(workspace, /Набор «Критерии МУМ-2022 из файла» сохранён/);
  await workspace.close();
  await page.bringToFront();
  const marks = overlay(await openForm());
  await marks.click({ role: 'button', name: /^Критерий / });
  const card = await marks.says(new RegExp(CRITERION));
  assert.match(card, /критерии\.csv/, 'the card names the document the criterion is from');
  assert.match(card, /критерии\.csv[^\n]*[A-DА-Я]?\d+/, 'and the place in it');
}

/** What cannot be taken is refused with a sentence, and nothing of it stays. */
async function refused({ opened }: Context): Promise<void> {
  const workspace = await openImport(opened);
  await choose(workspace, 'прайс.csv', 'Товар;Цена\nСтул;100');
  await says(workspace, /прайс\.csv:.*(?:колонк|таблиц)/);
  const tampered = JSON.stringify({ kind: 'fis-oko-criteria-pack', format: 1, sha256: '0'.repeat(64), pack });
  await choose(workspace, 'изменён.json', tampered);
  await says(workspace, /изменён\.json:.*измен/);
  await choose(workspace, 'новее.json', JSON.stringify({ ...pack, format: 99 }));
  await says(workspace, /новее\.json:.*нов/);
  const script = 'Позиции оценивания;Баллы\n<img src=x onerror=alert(1)> <script>alert(1)</script> цели;1';
  await choose(workspace, 'разметка.csv', script);
  await says(workspace, /разметка\.csv: 1 позиция/);
  assert.equal(await workspace.evaluate(() => document.querySelectorAll('main img, main script').length), 0);
  await press(workspace, 'Наборы');
  const list = await says(workspace, /Учебный/);
  assert.doesNotMatch(list, /прайс|новее/, 'nothing is kept of what was refused');
}

const TWO_IN_ONE =
  'Позиции оценивания;Подходы к оцениванию;Баллы\n' +
  '1.1. Система оценки качества подготовки обучающихся;;\nЦели;;\n' +
  'Наличие цели по объективности Наличие цели по результатам;Цель есть;1\n' +
  'Показатели;;\nНаличие показателей;Показатели есть;2\nЭто примечание к таблице о показателях;Смотри выше;1';

/** Texts of the rows as the wizard shows them now. */
function rowTexts(workspace: Page): Promise<string[]> {
  return workspace.$$eval('.pack-row textarea:first-of-type', (all) =>
    all.filter((_, i) => i % 2 === 0).map((one) => (one as HTMLTextAreaElement).value),
  );
}

/** A row is split, another moved to a heading of its own, a third is no position; the file that is saved can be given back. */
async function mended({ opened }: Context): Promise<void> {
  const workspace = await openImport(opened);
  await choose(workspace, 'слитно.csv', TWO_IN_ONE);
  await says(workspace, /слитно\.csv: 3 позиции/);
  const first = await workspace.waitForSelector('.pack-row textarea');
  await first?.evaluate((area) => {
    const field = area as HTMLTextAreaElement;
    field.focus();
    field.setSelectionRange(29, 29);
  });
  await press(workspace, 'Разделить у курсора');
  await says(workspace, /слитно\.csv: 4 позиции/);
  assert.deepEqual((await rowTexts(workspace)).slice(0, 2), [
    'Наличие цели по объективности',
    'Наличие цели по результатам',
  ]);
  const [, , third] = await workspace.$$('.pack-row select');
  const goals = await third?.$eval('option', (option) => (option as HTMLOptionElement).value);
  await third?.select(goals ?? '');
  await until('the row under its new heading', async () => {
    const places = await workspace.$$eval('.pack-row > .quiet', (all) => all.map((one) => one.textContent));
    return places[2]?.endsWith('› Цели');
  });
  const rows = await workspace.$$('.pack-row');
  const drop = await rows[3]?.$$('button');
  await drop?.[2]?.click();
  await says(workspace, /слитно\.csv: 3 позиции/);
  await fill(workspace, 'Год', '2023');
  await fill(workspace, 'Название', 'Мой набор');
  await press(workspace, 'Сохранить набор');
  await says(workspace, /Набор «Мой набор» сохранён/);
  await exchanged(workspace);
}

/** The pack's own file, as it would be saved to the disk, is taken again as it is. */
async function exchanged(workspace: Page): Promise<void> {
  await press(workspace, 'Наборы');
  const saved = await savedFile(workspace, 'Мой набор');
  assert.match(saved, /"sha256":\s*"[0-9a-f]{64}"/);
  const tabs = await workspace.$$('main [role=tab]');
  await tabs[1]?.click();
  await choose(workspace, 'набор.json', saved, 'Мой набор (МУМ-2023)');
  await says(workspace, /Отличий нет/);
  await press(workspace, 'Заменить набор');
  await says(workspace, /Набор «Мой набор» сохранён/);
}

/** Two years side by side: the share of 1.4 in its section as the sources tell it. */
async function years({ opened }: Context): Promise<void> {
  const workspace = await opened.openExtensionPage('workspace.html#criteria/years');
  await says(workspace, /24,6/);
  await says(workspace, /63,5/);
}

export const scenarios: readonly Scenario[] = [
  {
    name: 'criteria of an official file are checked, saved and shown in the form',
    layouts: ['php'],
    limit: 120_000,
    run: imported,
  },
  { name: 'criteria that cannot be taken are refused', run: refused },
  { name: 'rows of a criteria file are mended, and the pack goes from hand to hand', run: mended },
  { name: 'weights of two years stand side by side', run: years },
];
