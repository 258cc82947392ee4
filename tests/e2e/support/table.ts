import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { Form } from '../../../lib/model/form.ts';
import { packSchema } from '../../../lib/model/pack.ts';
import { formOfPack, writeTable } from '../../../lib/office/write/write.ts';
import { rowId } from '../../../lib/reference/identity.ts';
import { loadForm, positionsOf } from '../../site/form-model.ts';
import type { SavedValues } from '../../site/store.ts';
import type { OpenedBrowser } from './browser.ts';
import { until } from './until.ts';

const pack = packSchema.parse(JSON.parse(readFileSync('assets/packs/training-mum.json', 'utf8')));

/** The full training form with about 1,000 documents: three rows in most positions. */
export function filledForm(): Form {
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

/** What every field of the page's forms holds; also of fields without a name, as React pages have them. */
export function formData(page: Page): Promise<[string, string][]> {
  return page.evaluate(() =>
    [...document.forms].flatMap((form) =>
      [...form.elements].flatMap((element, index): [string, string][] => {
        const { name, value } = element as HTMLInputElement;
        return typeof value === 'string' ? [[name || String(index), value]] : [];
      }),
    ),
  );
}

/** Opens the workspace's import and gives it the filled form as a preparation table. */
export async function openImport(
  opened: Pick<OpenedBrowser, 'openExtensionPage'>,
  form: Form,
): Promise<Page> {
  const folder = mkdtempSync(join(tmpdir(), 'fis-oko-import-'));
  try {
    const file = join(folder, 'таблица.xlsx');
    writeFileSync(file, await writeTable(form, 'xlsx'));
    const workspace = await opened.openExtensionPage('workspace.html#import');
    const input = await until(
      'the file field',
      async () => (await workspace.$('input[type=file]')) as ElementHandle<HTMLInputElement> | null,
    );
    await input.uploadFile(file);
    await until('the file to be read', async () =>
      workspace.evaluate(() => /\d+ позици/.test(document.body.textContent ?? '')),
    );
    return workspace;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Fails with the first positions of the site's store that do not hold what the table has for them, row by row. */
export function holds(saved: SavedValues, form: Form): void {
  const wrong = positionsOf(loadForm('mum')).flatMap(({ position: { key } }, at) => {
    const wanted = (form.positions[at]?.rows ?? []).map(({ url, comment }) => ({ url, comment }));
    return isDeepStrictEqual(saved[key] ?? [], wanted) ? [] : [{ key, wanted, saved: saved[key] }];
  });
  assert.deepEqual(wrong.slice(0, 3), [], `${wrong.length} positions hold something else`);
}

/** The filling is under way: the page has its first values. */
export async function somethingWritten(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll<HTMLInputElement>('#main input')].filter((field) =>
        field.value.startsWith('https://uo-gorod'),
      ).length > 20,
    { polling: 10 },
  );
}
