import { describe, expect, it } from 'vitest';
import { rowComment } from '../../lib/import/comment.ts';
import { mergeTables } from '../../lib/import/merge.ts';
import type { TableRow } from '../../lib/import/types.ts';

const row = (url: string, rest: Partial<TableRow> = {}): TableRow => ({
  url,
  comment: '',
  name: '',
  pages: '',
  place: 'Лист1!B2',
  ...rest,
});

describe('rowComment', () => {
  it.each([
    [{ name: 'Приказ УО № 5', pages: '3-5', comment: 'Раздел 2' }, 'Приказ УО № 5, с.\u00a03–5. Раздел 2'],
    [{ name: '', pages: '3, 7', comment: '' }, 'с.\u00a03, 7'],
    [{ name: 'Приказ УО № 5', pages: '', comment: 'Приказ УО № 5, с. 3' }, 'Приказ УО № 5, с. 3'],
    [{ name: '', pages: 'с. 3', comment: 'Цели на с. 3' }, 'Цели на с. 3'],
    [{ name: '', pages: 'весь документ', comment: 'Цели' }, 'весь документ. Цели'],
    [{ name: '', pages: '2', comment: 'пароль: a  b;«1' }, 'с.\u00a02. пароль: a  b;«1'],
  ])('%j', (parts, comment) => {
    expect(rowComment(parts)).toBe(comment);
  });
});

describe('mergeTables', () => {
  const at = (text: string, rows: TableRow[], path = ['1.1. Система', 'Трек']) => ({
    path,
    text,
    rows,
    place: 'Лист1!A2',
  });

  it('brings positions of two colleagues together and keeps equal rows once', () => {
    const merged = mergeTables([
      { file: 'а.xlsx', positions: [at('Наличие целей', [row('https://x.ru/1.pdf', { pages: '3' })])] },
      {
        file: 'б.docx',
        positions: [
          at(
            'Наличие целей.',
            [row('http://x.ru/1.pdf', { comment: 'с.\u00a03' }), row('https://x.ru/2.pdf')],
            ['1.1 Система', 'Трек'],
          ),
          at('Наличие задач', [row('https://x.ru/3.pdf')]),
        ],
      },
    ]);
    expect(merged.positions.map((p) => [p.text, p.rows.map((r) => r.url)])).toEqual([
      ['Наличие целей', ['https://x.ru/1.pdf', 'https://x.ru/2.pdf']],
      ['Наличие задач', ['https://x.ru/3.pdf']],
    ]);
    expect(merged.repeated).toBe(1);
    expect(merged.conflicts).toEqual([]);
  });

  it('shows what two files say differently of one link, and loses neither', () => {
    const merged = mergeTables([
      { file: 'а', positions: [at('П', [row('https://x.ru/1.pdf', { pages: '3' })])] },
      { file: 'б', positions: [at('П', [row('https://x.ru/1.pdf', { pages: '4' })])] },
    ]);
    expect(merged.positions[0]?.rows).toHaveLength(2);
    expect(merged.conflicts).toMatchObject([{ first: { file: 'а' }, second: { file: 'б' } }]);
  });

  it('one link with several documents in one file is no conflict', () => {
    const rows = [row('https://x.ru/', { name: 'Приказ' }), row('https://x.ru/', { name: 'План' })];
    expect(mergeTables([{ file: 'а', positions: [at('П', rows)] }]).conflicts).toEqual([]);
  });

  it('equal texts in two tracks stay apart, and so do equal positions of one file', () => {
    const merged = mergeTables([
      { file: 'а', positions: [at('П', [], ['1', 'А']), at('П', [], ['1', 'Б']), at('П', [], ['1', 'Б'])] },
    ]);
    expect(merged.positions).toHaveLength(3);
  });
});
