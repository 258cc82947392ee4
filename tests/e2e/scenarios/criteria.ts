import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { packSchema } from '../../../lib/model/pack.ts';
import type { OpenedBrowser } from '../support/browser.ts';
import { fill, press, says } from '../support/extension-page.ts';
import type { Context, Scenario } from '../support/scenario.ts';
import { until } from '../support/until.ts';

const pack = packSchema.parse(JSON.parse(readFileSync('assets/packs/training-mum.json', 'utf8')));
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

/** Gives the page a file of this name and text, as if chosen by hand. */
async function choose(workspace: Page, name: string, text: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fis-oko-criteria-'));
  try {
    writeFileSync(join(folder, name), text);
    const input = await until(
      'the file field',
      async () => (await workspace.$('input[type=file]')) as ElementHandle<HTMLInputElement> | null,
    );
    await input.uploadFile(join(folder, name));
    await until('the file to be taken', async () =>
      workspace.evaluate((file) => document.body.textContent?.includes(file) ?? false, name),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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

export const scenarios: readonly Scenario[] = [
  {
    name: 'criteria of an official file are checked, saved and shown in the form',
    layouts: ['php'],
    limit: 120_000,
    run: imported,
  },
  { name: 'criteria that cannot be taken are refused', run: refused },
];
