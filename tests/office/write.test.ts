import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Form } from '../../lib/model/form.ts';
import { tableForm } from '../../lib/office/table/form.ts';
import { readTable } from '../../lib/office/table/read.ts';
import { emptyForm, formOfPack, type TableFormat, writeTable } from '../../lib/office/write/write.ts';
import { composeComment } from '../../lib/reference/comment.ts';
import { parsePages } from '../../lib/reference/pages.ts';
import { type ModelPosition, model } from './kit/model.ts';

const formOf = (positions: readonly ModelPosition[]): Form =>
  tableForm(
    positions.map((position) => ({
      ...position,
      number: '',
      place: '',
      rows: position.rows.map((row) => ({ ...row, place: '', hidden: false })),
    })),
  );

async function readBack(bytes: Uint8Array, format: TableFormat): Promise<ModelPosition[]> {
  const { positions } = await readTable(bytes, `т.${format}`);
  return positions.map(({ path, text, rows }) => ({
    path,
    text,
    rows: rows.map(({ url, name, pages, comment }) => ({ url, name, pages, comment })),
  }));
}

describe.each(['xlsx', 'docx'] as const)('export as .%s', (format) => {
  it('and import: no difference', async () => {
    await fc.assert(
      fc.asyncProperty(model, async (positions) => {
        expect(await readBack(await writeTable(formOf(positions), format), format)).toEqual(positions);
      }),
      { numRuns: 20 },
    );
  });

  it('keeps lines, dangerous beginnings and look-alikes of other things', async () => {
    const row = {
      url: 'https://uo.example.ru/_x00a0_1.pdf',
      name: '=HYPERLINK("x")',
      pages: '3-5',
      comment: '+1\n-2\n@x «a"b»  в',
    };
    const positions = [
      { path: ['Без кода', 'Что-то'], text: 'Первая', rows: [row] },
      { path: ['Другое'], text: 'Первая', rows: [{ ...row, pages: '1.10', name: '@SUM(1)' }] },
      { path: ['Другое'], text: 'Первая', rows: [] },
      { path: ['Другое'], text: 'Вторая', rows: [{ ...row, name: '', pages: '', comment: '-да' }] },
    ];
    expect(await readBack(await writeTable(formOf(positions), format), format)).toEqual(positions);
  });

  it('an empty table from a form keeps its positions', async () => {
    const path = ['1.1. Система оценки качества подготовки обучающихся', 'Первый трек', 'Показатели'];
    const positions = [
      {
        path,
        text: 'Первая',
        rows: [{ url: 'https://a.example.ru/1.pdf', name: '', pages: '', comment: '' }],
      },
      { path, text: 'Вторая', rows: [] },
    ];
    const empty = await readBack(await writeTable(emptyForm(formOf(positions)), format), format);
    expect(empty).toEqual(positions.map((position) => ({ ...position, rows: [] })));
  });
});

describe('the workbook', () => {
  it('is ready for print and holds no formula', async () => {
    const form = formOf([
      { path: [], text: '=1+1', rows: [{ url: '@x', name: '+1', pages: '-1', comment: '=1' }] },
    ]);
    const parts = unzipSync(await writeTable(form, 'xlsx'));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array);
    expect(sheet).not.toContain('<f');
    expect(sheet).toMatch(/orientation="landscape"/);
    expect(sheet).toContain('fitToPage="1"');
    expect(strFromU8(parts['xl/workbook.xml'] as Uint8Array)).toContain('_xlnm.Print_Titles');
    expect(strFromU8(parts['xl/styles.xml'] as Uint8Array)).toContain('quotePrefix="1"');
  });
});

describe('a form’s comment', () => {
  it('goes back into name, pages and comment', async () => {
    const comment = composeComment({
      name: 'Приказ УО от 15.03.2022 № 123-од',
      pages: parsePages('с. 3-5').pages,
      login: '',
      password: '',
      access: '',
      explanation: 'Раздел 2 — цели',
    });
    const form = formOf([
      {
        path: [],
        text: 'Первая',
        rows: [{ url: 'https://a.example.ru/1.pdf', name: '', pages: '', comment }],
      },
    ]);
    const [position] = await readBack(await writeTable(form, 'xlsx'), 'xlsx');
    expect(position?.rows[0]).toMatchObject({
      name: 'Приказ УО от 15.03.2022 № 123-од',
      comment: 'Раздел 2 — цели',
    });
  });

  it('with credentials stays whole', async () => {
    const comment = 'Приказ, с. 3; логин: a, пароль: b;c.';
    const form = formOf([
      {
        path: [],
        text: 'Первая',
        rows: [{ url: 'https://a.example.ru/1.pdf', name: '', pages: '', comment }],
      },
    ]);
    expect((await readBack(await writeTable(form, 'docx'), 'docx'))[0]?.rows[0]?.comment).toBe(comment);
  });
});

describe('a pack', () => {
  it('gives an empty table of all its positions', async () => {
    const { default: pack } = await import('../../assets/packs/training-mum.json', {
      with: { type: 'json' },
    }).catch(() => ({ default: null }));
    if (!pack) return;
    const form = formOfPack(pack as never);
    const positions = await readBack(await writeTable(form, 'docx'), 'docx');
    expect(positions.map(({ path, text }) => ({ path, text }))).toEqual(
      form.positions.map(({ path, text }) => ({ path, text })),
    );
  });
});
