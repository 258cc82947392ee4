import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../lib/office/table/read.ts';

/** Files of several programs (LibreOffice, openpyxl, XlsxWriter, python-docx), discovered, not listed. */
const FOLDER = 'tests/fixtures/tables';
const files = readdirSync(FOLDER).filter((name) => /\.(xlsx|docx|ods|csv|tsv)$/.test(name));

describe('stored tables', () => {
  it('are there', () => expect(files.length).toBeGreaterThanOrEqual(14));

  it.each(files)('%s', async (name) => {
    const expected: unknown = JSON.parse(
      readFileSync(`${FOLDER}/${name.replace(/\.\w+$/, '')}.expected.json`, 'utf8'),
    );
    const { positions } = await readTable(new Uint8Array(readFileSync(`${FOLDER}/${name}`)), name);
    const seen = positions.map(({ path, text, rows }) => ({
      path,
      text,
      rows: rows.map(({ url, name, pages, comment }) => ({ url, name, pages, comment })),
    }));
    expect(seen).toEqual(expected);
  });
});
