import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { Form } from '../../../lib/model/form.ts';
import { packSchema } from '../../../lib/model/pack.ts';
import { formOfPack, writeTable } from '../../../lib/office/write/write.ts';
import { rowId } from '../../../lib/reference/identity.ts';
import { press, says } from '../support/extension-page.ts';
import type { Context, Scenario } from '../support/scenario.ts';
import { until } from '../support/until.ts';

const pack = packSchema.parse(JSON.parse(readFileSync('assets/packs/training-mum.json', 'utf8')));

/** The full training form with about 1,000 documents: three rows in most positions. */
function filledForm(): Form {
  const empty = formOfPack(pack);
  return {
    ...empty,
    positions: empty.positions.map((position, at) => ({
      ...position,
      rows: Array.from({ length: at % 12 === 0 ? 0 : 3 }, (_, index) => ({
        id: rowId(position.id, index),
        url: `https://uo-gorod.example.ru/docs/${at}-${index}.pdf`,
        comment: `Приказ УО № ${at}-${index}, с.\u00a0${index + 1}–${index + 3}. Раздел ${at}`,
        name: '',
        pages: '',
      })),
    })),
  };
}

/** All fields of the form's page as it would send them. */
function formData(page: Page): Promise<[string, string][]> {
  return page.evaluate(() =>
    [...document.forms].flatMap((form) =>
      [...new FormData(form)].map(([name, value]) => [name, String(value)] as [string, string]),
    ),
  );
}

async function upload(workspace: Page, file: string): Promise<void> {
  const input = await until(
    'the file field',
    async () => (await workspace.$('input[type=file]')) as ElementHandle<HTMLInputElement> | null,
  );
  await input.uploadFile(file);
}

/** From a file to a filled form in one confirmed step, every value read back; then all of it taken back. */
async function wholeTable(context: Context): Promise<void> {
  const { page, opened, openForm, overlay } = context;
  const form = await openForm();
  await overlay(form).find({ role: 'button', name: /^Критерий / });
  const before = await formData(page);
  const filled = filledForm();
  const rows = filled.positions.flatMap((position) => position.rows);
  const folder = mkdtempSync(join(tmpdir(), 'fis-oko-import-'));
  try {
    const file = join(folder, 'таблица.xlsx');
    writeFileSync(file, await writeTable(filled, 'xlsx'));
    const workspace = await opened.openExtensionPage('workspace.html#import');
    await upload(workspace, file);
    await says(workspace, /Все позиции таблицы нашлись в форме/);
    const start = performance.now();
    await press(workspace, 'Заполнить форму');
    await until(
      'the end of the filling',
      async () => (await says(workspace, /Готово\. \d+/)) !== '',
      120_000,
    );
    const seconds = (performance.now() - start) / 1000;
    assert.ok(seconds < 60, `filled within 60 s, not ${seconds.toFixed(0)} s`);
    const after = await formData(page);
    const values = new Set(after.map(([, value]) => value));
    for (const row of rows) {
      assert.ok(values.has(row.url), `${row.url} is in the form`);
      assert.ok(values.has(row.comment), `${row.comment} is in the form`);
    }
    assert.equal(after.filter(([, value]) => value.startsWith('https://uo-gorod')).length, rows.length);
    await press(workspace, 'Отменить заполнение');
    await says(workspace, /Возвращено как было/);
    assert.deepEqual(await formData(page), before);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const scenarios: readonly Scenario[] = [
  {
    name: 'a whole preparation table goes in and comes out again',
    layouts: ['php', 'react'],
    limit: 180_000,
    run: wholeTable,
  },
];
