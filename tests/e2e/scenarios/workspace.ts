import assert from 'node:assert/strict';
import { chooseFile } from '../support/choose-file.ts';
import { addDocument, fill, press, says } from '../support/extension-page.ts';
import { savedFile } from '../support/saved-file.ts';
import type { Context, Scenario } from '../support/scenario.ts';
import { until } from '../support/until.ts';

const MARKER = { role: 'button', name: /^Критерий / };
const OLD = 'https://old-uo.example.ru/docs/plan-2022.pdf';
const NEW = 'https://new-uo.example.ru/files/plan-2022.pdf';
const COMMENT = 'План мероприятий, с. 3';

/** What the form holds becomes a table, also what was typed after the page was opened; given back, it changes nothing. */
async function roundTrip({ page, opened, openForm, overlay }: Context): Promise<void> {
  const form = await openForm();
  await overlay(form).find(MARKER);
  const workspace = await opened.openExtensionPage('workspace.html#export');
  await says(workspace, /Открытая форма:/);
  await page.bringToFront();
  await (await form.link(1)).focus();
  await page.keyboard.type(OLD);
  await (await form.comment(1)).focus();
  await page.keyboard.type(COMMENT);
  await workspace.bringToFront();
  for (const [format, button] of [
    ['xlsx', 'Сохранить в Excel'],
    ['docx', 'Сохранить в Word'],
  ] as const) {
    const table = await savedFile(workspace, () => press(workspace, button));
    const again = await opened.openExtensionPage('workspace.html#import');
    await chooseFile(again, `таблица.${format}`, table, () => says(again, /1 ссылка/));
    await says(again, /Все позиции таблицы нашлись в форме/);
    await says(again, /Будет записано 0 полей\. Уже совпадают 2 поля/);
    await again.close();
  }
}

/** The site with the documents has moved: library and form change at once, and go back at once. */
async function moved({ page, opened, openForm, overlay }: Context): Promise<void> {
  const popup = await opened.openExtensionPage('popup.html');
  await addDocument(popup, { title: 'План мероприятий', address: OLD });
  await popup.close();
  await page.bringToFront();
  const form = await openForm();
  await overlay(form).find(MARKER);
  const link = await form.link(1);
  await link.focus();
  await page.keyboard.type(OLD);
  const workspace = await opened.openExtensionPage('workspace.html#move');
  await fill(workspace, 'Прежний адрес', 'https://old-uo.example.ru/docs');
  await fill(workspace, 'Новый адрес', 'https://new-uo.example.ru/files');
  await says(workspace, /В форме: 1/);
  await press(workspace, 'Заменить 2 адреса');
  await says(workspace, /изменено документов: 1, в форме записано полей: 1/);
  assert.equal(await form.value(link), NEW);
  await press(workspace, 'Вернуть прежние адреса');
  await says(workspace, /Прежние адреса возвращены/);
  assert.equal(await form.value(link), OLD);
  await says(workspace, /В библиотеке: 1/);
}

/** Everything into one file, something is changed, and the file brings the earlier state back. */
async function backedUp({ opened }: Context): Promise<void> {
  const title = 'Приказ о резервной копии';
  const popup = await opened.openExtensionPage('popup.html');
  await addDocument(popup, { title, address: 'https://uo.example.ru/backup.pdf' });
  const workspace = await opened.openExtensionPage('backup.html');
  const file = await savedFile(workspace, () => press(workspace, 'Сохранить копию'));
  await chooseFile(workspace, 'чужой.json', '{"name":"package"}', () =>
    says(workspace, /Это не копия данных помощника/),
  );
  await chooseFile(workspace, 'обрезан.json', file.subarray(0, file.length / 2), () =>
    says(workspace, /Файл не читается/),
  );
  await popup.bringToFront();
  await press(popup, '← К списку');
  await addDocument(popup, { title: 'Появился позже', address: 'https://uo.example.ru/later.pdf' });
  await workspace.bringToFront();
  await chooseFile(workspace, 'копия.json', file, () => says(workspace, /Заменить всё, что есть сейчас/));
  await press(workspace, 'Заменить');
  await says(workspace, /Восстановлено из копии/);
  const again = await opened.openExtensionPage('popup.html');
  await until('the library of the copy', async () =>
    again.evaluate((wanted) => {
      const text = document.body.textContent ?? '';
      return text.includes(wanted) && !text.includes('Появился позже');
    }, title),
  );
}

export const scenarios: readonly Scenario[] = [
  {
    name: 'a form saved as a table and given back makes no difference',
    layouts: ['php'],
    run: roundTrip,
  },
  { name: 'addresses of a moved site change everywhere and come back', layouts: ['php'], run: moved },
  { name: 'a backup brings back what it holds', run: backedUp },
];
