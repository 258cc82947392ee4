import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { addDocument, fill, press, says } from '../support/extension-page.ts';
import type { Context, Scenario } from '../support/scenario.ts';

const MARKER = { role: 'button', name: /^Критерий / };

/** What moved on the page by itself since it was opened, as the browser saw it: the text of each thing that moved. */
const moved = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((done) => {
        interface Shift extends PerformanceEntry {
          readonly hadRecentInput: boolean;
          readonly sources: readonly { readonly node: Node | null }[];
        }
        const seen: string[] = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as Shift[])
            for (const { node } of entry.hadRecentInput ? [] : entry.sources)
              seen.push((node?.textContent ?? '').slice(0, 60));
        }).observe({ type: 'layout-shift', buffered: true });
        // Entries of the past come in a task of their own, after the next frame.
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(seen))));
      }),
  );

/** The popup opened anew shows the library and the form's answer without moving anything. */
async function popup({ opened, openForm, overlay, page, login }: Context): Promise<void> {
  const empty = await opened.openExtensionPage('popup.html');
  await empty.setViewport({ width: 400, height: 560 });
  const check = async (text: RegExp): Promise<void> => {
    await empty.reload();
    await says(empty, text);
    await says(empty, /\d+ документ|Соберите документы/);
    assert.deepEqual(await moved(empty), []);
  };
  await check(/формы ФИС ОКО нет/);
  await page.bringToFront();
  const form = await openForm();
  await overlay(form).find(MARKER);
  await (await form.link(0)).type('https://uo-gorod.example.ru/novosti/itogi');
  await page.keyboard.press('Tab');
  await empty.bringToFront();
  await check(/Форма МУМ: 1 из/);
  const address = `https://uo-gorod.example.ru/docs/stable-${login}.pdf`;
  await addDocument(empty, { title: `Справка ${login} о том, что ничего не сдвинулось`, address });
  await check(/Форма МУМ: 1 из/);
}

/** What was typed and left by «Отмена» is one press away. */
async function takenUp({ opened }: Context): Promise<void> {
  const popup = await opened.openExtensionPage('popup.html');
  await press(popup, 'Добавить вручную');
  await popup.keyboard.type('Приказ, который чуть не пропал');
  await press(popup, 'Отмена');
  await says(popup, /набранное отложено/);
  await press(popup, 'Вернуться к нему');
  const title = await popup.$eval('textarea', (field) => (field as HTMLTextAreaElement).value);
  assert.equal(title, 'Приказ, который чуть не пропал');
  await fill(popup, 'Адрес (ссылка)', 'https://uo-gorod.example.ru/docs/taken-up.pdf');
  await press(popup, 'Добавить');
  await says(popup, /Документ добавлен/);
}

/** The panel's library: what fits the position the user stands at, into that position with one press. */
async function beside({ opened, openForm, overlay, page, login }: Context): Promise<void> {
  const popup = await opened.openExtensionPage('popup.html');
  const address = `https://uo-gorod.example.ru/docs/beside-${login}.pdf`;
  await addDocument(popup, {
    title: `Цели и задачи ${login}: объективность процедур оценки качества`,
    address,
  });
  await popup.close();
  await page.bringToFront();
  const form = await openForm();
  await overlay(form).find(MARKER);
  const link = await form.link(0);
  await link.focus();
  const panel = await opened.openExtensionPage('sidepanel.html');
  await press(panel, 'Библиотека');
  await says(panel, /Подходят к этой позиции/);
  await press(panel, `Вставить: Цели и задачи ${login}`);
  await says(panel, /Вставлено/);
  await page.bringToFront();
  assert.equal(await form.value(link), address);
  await panel.bringToFront();
  await press(panel, 'Отменить вставку');
  await says(panel, /Вставка отменена/);
  assert.equal(await form.value(link), '');
}

/** Surfaces beside the page: they hold still, lose nothing, and bring the library to the form. */
export const scenarios: readonly Scenario[] = [
  {
    name: 'nothing in the popup moves while answers arrive',
    layouts: ['php'],
    browsers: ['chromium'],
    run: popup,
  },
  { name: 'a document that was being typed is taken up again', run: takenUp },
  { name: "the panel's library inserts into the position", layouts: ['php', 'react'], run: beside },
];
