import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import {
  choose,
  firstOf,
  packOf,
  receivePack,
  removePack,
  savedFile,
  trainingPack,
} from '../support/criteria.ts';
import { addDocument, fill, press, says } from '../support/extension-page.ts';
import type { Context, Scenario } from '../support/scenario.ts';
import { until } from '../support/until.ts';

const MARKER = { role: 'button', name: /^Критерий / };
const CRITERION = 'Из официального файла: документ утверждён';

/** The official texts of the training form, as a table. */
function officialFile(): string {
  const lines = ['№;Позиции оценивания;Подходы к оцениванию;Баллы'];
  let number = 0;
  for (const direction of trainingPack.directions)
    for (const track of direction.tracks)
      for (const component of track.components) {
        lines.push(`${direction.code}. ${direction.name};;;`, `${track.name};;;`, `${component.name};;;`);
        for (const { text, points } of component.positions)
          lines.push(`${++number};"${text}";${CRITERION};${points}`);
      }
  return lines.join('\r\n');
}

/**
 * Without a file a skeleton is made of the open form, and the official texts come later: what was typed and which
 * documents were used stays with the positions.
 */
async function skeleton({ opened, page, openForm, overlay, login }: Context): Promise<void> {
  const form = await openForm();
  await overlay(form).find(MARKER);
  const workspace = await opened.openExtensionPage('workspace.html#criteria');
  await press(workspace, 'Сделать заготовку');
  await says(workspace, /Набор «Заготовка по форме .*» сохранён/);
  const popup = await opened.openExtensionPage('popup.html');
  const title = `Положение ${login}`;
  await addDocument(popup, { title, address: `https://uo-gorod.example.ru/docs/${login}.pdf` });
  await popup.close();

  await page.bringToFront();
  const typed = await openForm();
  await overlay(typed).click(MARKER);
  await overlay(typed).says(/нет текста этого критерия/);
  await page.keyboard.press('Escape');
  await (await typed.link(0)).focus();
  const panel = await opened.openExtensionPage('sidepanel.html');
  await press(panel, 'Библиотека');
  await press(panel, `Вставить: ${title}`);
  await says(panel, /Вставлено/);
  await panel.close();
  await page.bringToFront();
  await (await typed.comment(1)).type('Черновик до текстов');
  await page.keyboard.press('Tab');

  await workspace.bringToFront();
  await workspace.evaluate(() => {
    location.hash = '#criteria/import';
  });
  await choose(workspace, 'критерии.csv', officialFile());
  await press(workspace, 'Дополнить заготовку');
  await says(workspace, /Тексты добавлены к 354 позициям, без текста осталось 0/);

  await page.bringToFront();
  await overlay(typed).click(MARKER);
  await overlay(typed).says(new RegExp(CRITERION));
  assert.equal(await typed.value(await typed.comment(1)), 'Черновик до текстов', 'nothing typed is touched');
  const again = await openForm();
  await overlay(again).says(/Есть несохранённый текст в 2 позициях/);
  await overlay(again).click(MARKER);
  await overlay(again).says(/уже был в этой позиции/);
  await removePack(opened, 'Заготовка по форме');
}

const EDITED = {
  'Как получить баллы': 'Опубликуйте приказ и укажите страницы',
  'За что снимают баллы': 'Нет реквизитов',
  'Другие формулировки': 'Цели муниципалитета',
  Баллы: '1,5',
} as const;

/** Small things are changed by keyboard alone; what changes is told before it is kept, and whoever gets the file sees it. */
async function edited({ opened }: Context): Promise<void> {
  const bare = packOf({ id: 'e2e-edit', title: 'Набор для правки', year: 2025 }, (first) => {
    first.mistakes = [];
  });
  const pack = { ...bare, calendar: [], harmfulPhrases: [] };
  const workspace = await receivePack(opened, pack);
  await workspace.evaluate(() => {
    location.hash = '#criteria/edit/e2e-edit';
  });
  await fill(workspace, 'Сроки', '30.09.2025 — отчёт — Тверская область');
  await fill(workspace, 'Вредные показатели', 'доля отчисленных — подталкивает отсеивать слабых');
  const summary = await workspace.waitForSelector('main section details summary');
  await summary?.focus();
  await workspace.keyboard.press('Enter');
  for (const [label, text] of Object.entries(EDITED)) await fill(workspace, label, text);
  await says(workspace, /Что изменится: добавится 0, изменится 2, исчезнет 0/);
  await press(workspace, 'Сохранить набор');
  await says(workspace, /Набор «Набор для правки» сохранён/);
  await press(workspace, 'Ко всем наборам');
  const kept = (JSON.parse(await savedFile(workspace, 'Набор для правки')) as { pack: typeof pack }).pack;
  assert.deepEqual(kept.calendar, [{ date: '2025-09-30', what: 'отчёт', region: 'Тверская область' }]);
  assert.deepEqual(kept.harmfulPhrases, [
    { phrase: 'доля отчисленных', why: 'подталкивает отсеивать слабых' },
  ]);
  const first = firstOf(kept);
  assert.equal(first.advice, EDITED['Как получить баллы']);
  assert.deepEqual(first.mistakes, [EDITED['За что снимают баллы']]);
  assert.deepEqual(first.aliases, [EDITED['Другие формулировки']]);
  assert.equal(first.points, 1.5);
  await workspace.close();
  // A coordinator's next version of it: the differences are told one by one.
  const next = packOf({ id: 'e2e-edit', title: 'Набор для правки', year: 2025 }, (position) => {
    position.criterion = 'Новый текст критерия';
  });
  const receiving = await opened.openExtensionPage('workspace.html#criteria/import');
  await choose(receiving, 'набор.json', JSON.stringify(next), 'Набор для правки (МУМ-2025)');
  const told = await says(receiving, /изменится 2/);
  assert.ok(told.includes('Новый текст критерия') && told.includes(EDITED['Как получить баллы']));
  await press(receiving, 'Не сохранять');
  await receiving.close();
  await removePack(opened, 'Набор для правки');
}

const MANY = 5000;
/** Words that make 5,000 different positions. */
const THEMES = ['кадров', 'итогов', 'запросов', 'рисков', 'дефицитов', 'ресурсов', 'планов'];

function largeFile(): string {
  const lines = ['№;Позиции оценивания;Подходы к оцениванию;Баллы', '1.1. Система оценки качества;;;'];
  for (let n = 0; n < MANY; n++) {
    if (n % 500 === 0) lines.push(`Трек ${n / 500 + 1};;;`, 'Показатели;;;');
    const text = `Наличие показателей учёта ${THEMES[n % THEMES.length]} в территории № ${n + 1}`;
    lines.push(`1.1.${n === 7 ? 7 : n + 1};"${text}";<b>Текст</b> <script>alert(${n})</script>;1`);
  }
  return lines.join('\r\n');
}

/** Five thousand positions with markup in their texts: read, mended, saved and searched; a number used twice is told. */
async function many({ opened }: Context): Promise<void> {
  const workspace = await opened.openExtensionPage('workspace.html#criteria/import');
  await choose(workspace, 'большой.csv', largeFile());
  await says(workspace, /большой\.csv: 5.?000 позиций/);
  await says(workspace, /Номер 1\.1\.7 стоит у нескольких позиций/);
  assert.equal(await workspace.evaluate(() => document.querySelectorAll('main script, main li b').length), 0);
  await fill(workspace, 'Год', '2026');
  await fill(workspace, 'Название', 'Большой набор');
  await press(workspace, 'Сохранить набор');
  await says(workspace, /Набор «Большой набор» сохранён/);
  await press(workspace, 'Поиск');
  await chooseIn(workspace, 'Большой набор');
  await fill(workspace, 'Искать в критериях', 'дефициты территории 4321');
  await says(workspace, /территории № 4321/);
  await workspace.close();
  await removePack(opened, 'Большой набор');
}

/** Chooses a pack in the search by its title. */
async function chooseIn(workspace: Page, title: string): Promise<void> {
  await until(`«${title}» in the search`, async () => {
    const value = await workspace.evaluate(
      (wanted) =>
        [...document.querySelectorAll('main select option')]
          .find((one) => one.textContent === wanted)
          ?.getAttribute('value') ?? null,
      title,
    );
    if (value === null) return false;
    await workspace.select('main select', value);
    return true;
  });
}

/** Search through all criteria: in the panel beside the form, and on the page the address bar leads to. */
async function searched({ opened }: Context): Promise<void> {
  const panel = await opened.openExtensionPage('sidepanel.html');
  await press(panel, 'Критерии');
  await chooseIn(panel, trainingPack.title);
  await fill(panel, 'Искать в критериях', 'обоснованые цели');
  await says(panel, /Обоснование целей с учётом специфики территории/);
  await panel.close();
  const words = encodeURIComponent('1.1 обоснование целей');
  const workspace = await opened.openExtensionPage(`workspace.html?q=${words}#criteria/search`);
  await says(workspace, /Обоснование целей с учётом специфики территории/);
  await workspace.close();
}

/** Packs as a coordinator and a clerk work with them. */
export const scenarios: readonly Scenario[] = [
  {
    name: 'criteria: a skeleton of the form gets its texts later, and nothing is lost',
    layouts: ['php'],
    limit: 180_000,
    run: skeleton,
  },
  { name: 'criteria: small things are edited by keyboard, and changes are told', run: edited },
  { name: 'criteria: 5,000 positions, markup, numbers used twice', limit: 180_000, run: many },
  { name: 'criteria are searched from panel and address bar', run: searched },
];
