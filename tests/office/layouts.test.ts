import { describe, expect, it } from 'vitest';
import { docx, paragraph } from './kit/docx.ts';
import { HEAD, outline, outlineOf } from './kit/expect.ts';
import { cell, sheet } from './kit/sheet.ts';
import { xlsx } from './kit/xlsx.ts';

const wide = (text: string, columns = 5) => cell(text, { columns });
const A = 'https://uo.example.ru/a.pdf';
const B = 'https://uo.example.ru/b.pdf';
const D = '1.1. Система оценки качества подготовки обучающихся';
const rowA = `  ${A} |  |  | `;
const rowB = `  ${B} |  |  | `;

describe('unusual layouts of tables', () => {
  it('bold headings without merging, no codes', async () => {
    const bold = (text: string) => cell(text, { bold: true });
    expect(
      await outlineOf([
        HEAD,
        [bold('Оценка качества')],
        [bold('Объективность')],
        [bold('Показатели')],
        ['Первая', A],
        ['Пустая'],
        [bold('Мониторинг')],
        ['Вторая', B],
      ]),
    ).toEqual([
      'Оценка качества › Объективность › Показатели | Первая',
      rowA,
      'Оценка качества › Объективность › Показатели | Пустая',
      'Оценка качества › Объективность › Мониторинг | Вторая',
      rowB,
    ]);
  });

  it('codes of several levels tell headings from empty positions', async () => {
    expect(
      await outlineOf([
        ['№', ...HEAD],
        ['1.1', 'Система оценки качества подготовки обучающихся'],
        ['1.1.1', 'Объективность'],
        ['1.1.1.1', 'Принятие мер'],
        ['1.1.1.1.1', 'Первая', A],
        ['1.1.1.1.2', 'Пустая'],
        ['1.1.1.2', 'Показатели'],
        ['1.1.1.2.1', 'Вторая', B],
      ]),
    ).toEqual([
      '1.1 Система оценки качества подготовки обучающихся › Объективность › Принятие мер | Первая',
      rowA,
      '1.1 Система оценки качества подготовки обучающихся › Объективность › Принятие мер | Пустая',
      '1.1 Система оценки качества подготовки обучающихся › Объективность › Показатели | Вторая',
      rowB,
    ]);
  });

  it('a section above, a track that begins with a step’s word', async () => {
    const track = 'Мониторинг качества дошкольного образования';
    expect(
      await outlineOf([
        HEAD,
        [wide('2. Механизмы управления качеством образовательной деятельности')],
        [wide('2.4. Система мониторинга качества дошкольного образования')],
        [wide(track)],
        [wide('Цели и задачи')],
        ['Первая', A],
      ]),
    ).toEqual([
      `2. Механизмы управления качеством образовательной деятельности › 2.4. Система мониторинга качества дошкольного образования › ${track} › Цели и задачи | Первая`,
      rowA,
    ]);
  });

  it('all headings in one cell', async () => {
    const expected = [`${D} › Объективность › Показатели | Первая`, rowA];
    for (const text of [`${D}\nОбъективность\nПоказатели`, `${D} / Объективность / Показатели`])
      expect(await outlineOf([HEAD, [wide(text)], ['Первая', A]])).toEqual(expected);
  });

  it('positions as full-width rows, with and without a column of their own', async () => {
    const expected = [`${D} › Показатели | Первая`, rowA, rowB, `${D} › Показатели | Вторая`, rowA];
    const rest = HEAD.slice(1);
    expect(
      await outlineOf([
        rest,
        [wide(D, 4)],
        [wide('Показатели', 4)],
        [wide('Первая', 4)],
        [A],
        [B],
        [wide('Вторая', 4)],
        [A],
      ]),
    ).toEqual(expected);
    expect(
      await outlineOf([
        HEAD,
        [wide(D)],
        [wide('Показатели')],
        [wide('Первая')],
        ['', A],
        ['', B],
        [wide('Вторая')],
        ['', A],
      ]),
    ).toEqual(expected);
  });

  it('lead-in and item in two columns under one header', async () => {
    expect(
      await outlineOf([
        [cell(HEAD[0] as string, { columns: 2 }), null, ...HEAD.slice(1)],
        [cell('Наличие показателей:', { rows: 2 }), 'по оценке А', A],
        [null, 'по оценке Б', B],
      ]),
    ).toEqual([' | Наличие показателей: по оценке А', rowA, ' | Наличие показателей: по оценке Б', rowB]);
  });

  it('an example, hints and a second column of comments are not data', async () => {
    expect(
      await outlineOf([
        [...HEAD, 'Комментарий эксперта'],
        ['(текст позиции)', '(полный адрес)', '(название)', '(номера)', '(пояснение)'],
        ['Пример заполнения', 'https://example.ru/doc.pdf', 'Приказ', 'с. 1', 'текст'],
        ['Первая', A, '', '', 'да', 'нет'],
      ]),
    ).toEqual([' | Первая', `  ${A} |  |  | да`]);
  });

  it('a sheet for each direction, named by its code', async () => {
    expect(
      await outline(xlsx([sheet([HEAD, ['Первая', A]], '2.3'), sheet([HEAD, ['Вторая', B]], '2.4')])),
    ).toEqual(['2.3 | Первая', rowA, '2.4 | Вторая', rowB]);
  });
});

const tc = (inner: string): string => `<w:tc><w:tcPr/>${inner}</w:tc>`;
const row = (...cells: string[]): string =>
  `<w:tr>${Array.from({ length: 5 }, (_, i) => tc(!cells[i] ? '<w:p/>' : cells[i]?.startsWith('<') ? cells[i] : paragraph(cells[i] as string))).join('')}</w:tr>`;
const table = (...rows: string[]): string => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;
const word = (body: string): Promise<string[]> => outline(docx([], { before: body }), 'т.docx');
const head = row(...HEAD);

describe('Word', () => {
  it('a table in a table that only lays out the page', async () => {
    expect(
      await word(
        `<w:tbl><w:tr>${tc(`${paragraph('Титул') + table(head, row('Первая', A))}<w:p/>`)}</w:tr></w:tbl>`,
      ),
    ).toEqual([' | Первая', rowA]);
  });

  it('links in a text box, and once only', async () => {
    const box = (inner: string): string => `<w:txbxContent>${inner}</w:txbxContent>`;
    const drawing = `<w:p><w:r><mc:AlternateContent><mc:Choice>${box(paragraph(A))}</mc:Choice><mc:Fallback>${box(paragraph(A))}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(await word(table(head, row('Первая', drawing)))).toEqual([' | Первая', rowA]);
  });

  it('deleted rows and paragraph ends, moved and hidden text, prompts of controls', async () => {
    const link =
      '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>https://uo.example.ru/</w:t></w:r></w:p><w:p><w:ins><w:r><w:t>a.pdf</w:t></w:r></w:ins></w:p>';
    const name =
      '<w:p><w:moveFrom><w:r><w:t>Старое</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>Новое</w:t></w:r></w:moveTo></w:p>';
    const comment =
      '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>скрыто</w:t></w:r><w:r><w:t>видно</w:t></w:r></w:p>';
    const prompt =
      '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Место для ввода текста.</w:t></w:r></w:p></w:sdtContent></w:sdt>';
    const gone = row('Удалённая', B).replace('<w:tr>', '<w:tr><w:trPr><w:del w:id="2"/></w:trPr>');
    expect(
      await word(
        table(head, gone, row('Первая', link, name, '3', comment), row('Вторая', prompt, '', '', 'да')),
      ),
    ).toEqual(
      [' | Первая', `  ${A} | Новое | 3 | видно`, ' | Вторая', '  |  |  | да'].map((line) =>
        line.replace(/^ {2}\|/, '   |'),
      ),
    );
  });

  it('tables that go on without a header, between headings', async () => {
    const p = paragraph;
    expect(
      await word(
        p(D) +
          p('Объективность') +
          p('Показатели') +
          table(head, row('Первая', A)) +
          p('Мониторинг') +
          table(row('Пустая')) +
          p('Второй трек') +
          p('Цели и задачи') +
          table(row('Вторая', B)),
      ),
    ).toEqual([
      `${D} › Объективность › Показатели | Первая`,
      rowA,
      `${D} › Объективность › Мониторинг | Пустая`,
      `${D} › Второй трек › Цели и задачи | Вторая`,
      rowB,
    ]);
  });
});
