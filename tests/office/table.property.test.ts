import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../lib/office/table/read.ts';
import { docx } from './kit/docx.ts';
import { lay, layout, type ModelPosition, model } from './kit/model.ts';
import { ods } from './kit/ods.ts';
import { type Sheet, sheet } from './kit/sheet.ts';
import { delimited, utf16, windows1251 } from './kit/text.ts';
import { xlsx } from './kit/xlsx.ts';

const oneSpace = (text: string): string => text.replace(/\u00a0/g, ' ');

async function readBack(bytes: Uint8Array, name: string): Promise<ModelPosition[]> {
  const { positions } = await readTable(bytes, name);
  return positions.map(({ path, text, rows }) => ({
    path,
    text,
    rows: rows.map(({ url, name, pages, comment }) => ({ url, name, pages, comment: oneSpace(comment) })),
  }));
}

const meant = (positions: readonly ModelPosition[]): ModelPosition[] =>
  positions.map((position) => ({
    ...position,
    rows: position.rows.map((row) => ({ ...row, comment: oneSpace(row.comment) })),
  }));

const formats: readonly (readonly [string, (it: Sheet) => Uint8Array])[] = [
  ['Excel.xlsx', (it) => xlsx([it])],
  ['inline strings.xlsx', (it) => xlsx([it], { strings: 'inline', bare: true })],
  ['strict.xlsx', (it) => xlsx([it], { strict: true, absolute: true })],
  ['prefixed.xlsx', (it) => xlsx([it], { prefix: 'x', strings: 'str' })],
  ['Word.docx', (it) => docx([it])],
  ['changed.docx', (it) => docx([it], { changes: true, shredded: true })],
  ['fields.docx', (it) => docx([it], { links: 'field' })],
  ['simple fields.docx', (it) => docx([it], { links: 'simple' })],
  ['other.ods', (it) => ods([it])],
];

describe('whatever the layout and the format, the table says what was meant', () => {
  it.each(formats)('%s', async (name, write) => {
    await fc.assert(
      fc.asyncProperty(model, layout, async (positions, how) => {
        expect(await readBack(write(sheet(lay(positions, how))), name)).toEqual(meant(positions));
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['semicolons', (it: Sheet) => new TextEncoder().encode(delimited(it, ';'))],
    ['commas with a mark', (it: Sheet) => new TextEncoder().encode(`\ufeff${delimited(it, ',')}`)],
    ['tabs in UTF-16', (it: Sheet) => utf16(delimited(it, '\t'))],
    ['windows-1251', (it: Sheet) => windows1251(delimited(it, ';'))],
  ])('text with %s', async (_, write) => {
    await fc.assert(
      fc.asyncProperty(model, layout, async (positions, how) => {
        const plain = { ...how, headings: 'columns', position: 'repeated', links: 'text' } as const;
        expect(await readBack(write(sheet(lay(positions, plain))), 'т.csv')).toEqual(meant(positions));
      }),
      { numRuns: 30 },
    );
  });
});
