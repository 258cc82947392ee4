import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { anchoredTables } from '../../lib/office/pdf/anchored.ts';
import { checkPdfSize } from '../../lib/office/pdf/budget.ts';
import { fromAscii85, fromHex } from '../../lib/office/pdf/filters.ts';
import { toGrids } from '../../lib/office/pdf/join.ts';
import type { PdfPage, Piece } from '../../lib/office/pdf/page.ts';
import { type PdfCell, type PdfTable, ruledTables } from '../../lib/office/pdf/ruled.ts';

const cell = (column: number, text: string, rows = 1, columns = 1): PdfCell => ({
  column,
  columns,
  rows,
  text,
});
const table = (rows: PdfCell[][], columns = 4): PdfTable => ({
  before: [],
  edges: Array.from({ length: columns + 1 }, (_, i) => i * 100),
  rows,
});
const line = (...texts: string[]): PdfCell[] =>
  texts.flatMap((text, i) => (text === '' ? [] : [cell(i, text)]));
const HEAD = line('№', 'Позиция', 'Критерий', 'Баллы');

/** Texts of the rows, merged cells shown where they reach. */
const shownRows = (pages: PdfTable[][]): string[] =>
  toGrids(pages).flatMap((grid) =>
    grid.rows.map((row) => row.cells.map((it) => (it.covered ?? it).text.replaceAll('\n', ' ')).join(' | ')),
  );

describe('tables over page breaks', () => {
  it('the repeated header is left out and the row cut by the break is joined', () => {
    const first = table([HEAD, line('1', 'Участие в', 'Представлен', '2')]);
    const second = table([
      HEAD,
      line('', 'проверочных работах', 'документ', ''),
      line('2', 'Итоги', 'Есть', '1'),
    ]);
    expect(shownRows([[first], [second]])).toEqual([
      '№ | Позиция | Критерий | Баллы',
      '1 | Участие в проверочных работах | Представлен документ | 2',
      '2 | Итоги | Есть | 1',
    ]);
  });

  it('a number and points of its own make a row of its own, however small its text begins', () => {
    const pages = [
      [table([HEAD, line('1', 'Наличие целей:', '', ''), line('1.1', 'по оценке', 'да', '1')])],
      [table([HEAD, line('1.2', 'по анализу', 'да', '1')])],
    ];
    expect(shownRows(pages).at(-1)).toBe('1.2 | по анализу | да | 1');
  });

  it('merged headings go on, in words and without', () => {
    const first = table([HEAD, [cell(0, '1.1. Система'), cell(1, 'Трек'), cell(2, 'Первая'), cell(3, '1')]]);
    const second = table([
      HEAD,
      [cell(0, 'оценки', 2), cell(1, '', 2), cell(2, 'Вторая'), cell(3, '1')],
      [cell(2, 'Третья'), cell(3, '2')],
    ]);
    expect(shownRows([[first], [second]]).slice(1)).toEqual([
      '1.1. Система оценки | Трек | Первая | 1',
      '1.1. Система оценки | Трек | Вторая | 1',
      '1.1. Система оценки | Трек | Третья | 2',
    ]);
  });
});

const piece = (text: string, x: number, y: number, font = 'f'): Piece => ({
  text,
  x,
  y,
  width: text.length * 5,
  size: 10,
  font,
});

describe('tables without drawn lines', () => {
  /** Lines of print 12 points apart, no gap between rows. */
  const page = (lines: [string, string, string, string?][]): PdfPage => ({
    horizontal: [],
    vertical: [],
    pieces: lines.flatMap(([a, b, c, font], i) =>
      [a, b, c].flatMap((text, column) =>
        text === '' ? [] : [piece(text, 50 + column * 200, 800 - i * 12, font)],
      ),
    ),
  });

  it('points on the first line begin a row, headings are told by font or by ending early', () => {
    const [tables] =
      anchoredTables(
        [
          page([
            ['Позиция', 'Критерий', 'Баллы', 'bold'],
            ['1.1. Система оценки качества подготовки', '', '', 'bold'],
            ['Показатели', '', '', 'bold'],
            ['Выявление факторов, влияющих на', 'Документ размещен', '1'],
            ['результаты', 'на сайте', ''],
            ['Участие в мониторинге', 'Есть', 'от 0 до 2'],
            ['Мониторинг', '', '', 'bold'],
            ['Использование итогов', 'Есть', '2'],
          ]),
        ],
        [50, 250, 450],
      ) ?? [];
    expect(tables?.[0]?.rows.map((cells) => cells.map(({ text }) => text))).toEqual([
      ['Позиция', 'Критерий', 'Баллы'],
      ['1.1. Система оценки качества подготовки'],
      ['Показатели'],
      ['Выявление факторов, влияющих на\nрезультаты', 'Документ размещен\nна сайте', '1'],
      ['Участие в мониторинге', 'Есть', 'от 0 до 2'],
      ['Мониторинг'],
      ['Использование итогов', 'Есть', '2'],
    ]);
  });

  it('points that stand in the middle of their rows tell nothing', () => {
    const middle = ['участвует', 'и другое', '1'] as [string, string, string];
    const rows = Array.from({ length: 4 }, () => [['Школа', 'Есть', ''], middle, ['в работе', 'там', '']]);
    expect(anchoredTables([page(rows.flat() as [string, string, string][])], [50, 250, 450])).toBeNull();
  });

  it('a heading between drawn tables keeps its second line', () => {
    const bars = (y: number) => [0, 20].map((d) => ({ at: y - d, from: 50, to: 350 }));
    const walls = (y: number) => [50, 200, 350].map((at) => ({ at, from: y - 20, to: y }));
    const tables = ruledTables({
      horizontal: [...bars(800), ...bars(700)],
      vertical: [...walls(800), ...walls(700)],
      pieces: [
        piece('Позиция', 60, 785),
        piece('1.2. Система работы со школами,', 60, 760),
        piece('функционирующими в условиях', 60, 748),
        piece('Трек', 60, 730),
        piece('Первая', 60, 685),
      ],
    });
    expect(tables[1]?.before).toEqual([
      '1.2. Система работы со школами, функционирующими в условиях',
      'Трек',
    ]);
  });
});

describe('what a PDF unpacks to', () => {
  const latin = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
  const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
  const pdf = (filter: string, ...streams: Uint8Array[]) =>
    join(
      latin('%PDF-1.4\n'),
      ...streams.flatMap((data) => [
        latin(`1 0 obj<</Length ${data.length}${filter}>>stream\r\n`),
        data,
        latin('\nendstream endobj\n'),
      ]),
    );
  const bomb = zlibSync(new Uint8Array(210 * 1024 * 1024), { level: 1 });
  const hex = (bytes: Uint8Array) => latin(`${Buffer.from(bytes).toString('hex')}>`);

  it.each([
    ['one stream', pdf('/Filter/FlateDecode', bomb)],
    ['a name written otherwise', pdf('/Filter/Fl#61teDecode', bomb)],
    ['no name at all', pdf('', bomb)],
    ['packed twice', pdf('/Filter[/FlateDecode/FlateDecode]', zlibSync(bomb))],
    ['as hexadecimal text', pdf('/Filter[/ASCIIHexDecode /FlateDecode]', hex(bomb))],
    [
      'many streams',
      pdf('/Filter/FlateDecode', ...Array.from({ length: 30 }, () => zlibSync(new Uint8Array(1 << 23)))),
    ],
    ['run lengths', pdf('/Filter/RunLengthDecode', new Uint8Array(4 << 20).fill(129))],
  ])('too much: %s', (_, bytes) => {
    expect(() => checkPdfSize(bytes)).toThrow(/200 МБ/);
  });

  it('an ordinary file, a cut and a damaged stream pass', () => {
    const data = zlibSync(latin('BT (text) Tj ET '.repeat(2000)));
    expect(() => checkPdfSize(pdf('/Filter/FlateDecode', data, data))).not.toThrow();
    expect(() => checkPdfSize(pdf('/Filter/FlateDecode', data).subarray(0, 60))).not.toThrow();
    expect(() =>
      checkPdfSize(
        pdf(
          '/Filter/FlateDecode',
          data.map((byte, i) => (i > 4 ? byte ^ 85 : byte)),
        ),
      ),
    ).not.toThrow();
  });

  it('texts of base 85 and 16 are read back', () => {
    const seen = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);
    const a85 = latin('9jqo^BlbD-BleB1DJ+*+F(f,q~>');
    expect(seen(fromAscii85(a85, 0, a85.length))).toBe('Man is distinguished');
    const pairs = latin('4D 61 6e>zz');
    expect(seen(fromHex(pairs, 0, pairs.length))).toBe('Man');
  });
});
