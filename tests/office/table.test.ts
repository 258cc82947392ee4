import { describe, expect, it } from 'vitest';
import { readTable } from '../../lib/office/table/read.ts';
import { docx, paragraph } from './kit/docx.ts';
import { HEAD, outline, outlineOf } from './kit/expect.ts';
import { cell, sheet } from './kit/sheet.ts';
import { delimited } from './kit/text.ts';
import { xlsx } from './kit/xlsx.ts';

const wide = (text: string, columns = 5) => cell(text, { columns });
const A = 'https://uo.example.ru/a.pdf';
const B = 'https://uo.example.ru/b.pdf';
const DIRECTION = '2.3. Система организации воспитания обучающихся';
const TRACK = 'Формирование ценностных ориентаций обучающихся';

describe('headings', () => {
  it('merged rows: k headings in a row replace the last k levels', async () => {
    expect(
      await outlineOf([
        HEAD,
        [wide(DIRECTION)],
        [wide(TRACK)],
        [wide('Цели и задачи')],
        ['Первая', A, 'Приказ', 'с. 1', 'да'],
        [wide('Показатели')],
        ['Вторая', B],
        [wide('Особый трек')],
        [wide('Цели и задачи')],
        ['Третья', A],
        [wide('2.4. Система мониторинга качества дошкольного образования')],
        [wide('Трек: Качество')],
        [wide('Мониторинг')],
        ['Пустая'],
      ]),
    ).toEqual([
      `${DIRECTION} › ${TRACK} › Цели и задачи | Первая`,
      `  ${A} | Приказ | с. 1 | да`,
      `${DIRECTION} › ${TRACK} › Показатели | Вторая`,
      `  ${B} |  |  | `,
      `${DIRECTION} › Особый трек › Цели и задачи | Третья`,
      `  ${A} |  |  | `,
      '2.4. Система мониторинга качества дошкольного образования › Качество › Мониторинг | Пустая',
    ]);
  });

  it('rows of one cell in a text file, empty positions among them', async () => {
    const rows = [
      HEAD,
      [DIRECTION],
      [TRACK],
      ['Цели и задачи'],
      ['Наличие целей', A, 'Приказ', '1-2', ''],
      ['Наличие задач'],
      ['Показатели'],
      ['Наличие показателей'],
      ['Другой трек'],
      ['Цели и задачи'],
      ['Наличие иных целей', B],
    ];
    const bytes = new TextEncoder().encode(delimited(sheet(rows), ';'));
    expect(await outline(bytes, 'таблица.csv')).toEqual([
      `${DIRECTION} › ${TRACK} › Цели и задачи | Наличие целей`,
      `  ${A} | Приказ | 1-2 | `,
      `${DIRECTION} › ${TRACK} › Цели и задачи | Наличие задач`,
      `${DIRECTION} › ${TRACK} › Показатели | Наличие показателей`,
      `${DIRECTION} › Другой трек › Цели и задачи | Наличие иных целей`,
      `  ${B} |  |  | `,
    ]);
  });

  it('columns of their own: merged, repeated or blank below', async () => {
    const head = ['№ п/п', 'Направление', 'Трек', 'Компонент', ...HEAD, 'Ответственный'];
    const expected = [
      `${DIRECTION} › ${TRACK} › Цели | Первая`,
      `  ${A} | Приказ |  | `,
      `${DIRECTION} › ${TRACK} › Показатели | Вторая`,
      `  ${B} |  |  | `,
      `  ${A} |  |  | `,
      `${DIRECTION} › ${TRACK} › Показатели | Третья`,
    ];
    const d = DIRECTION;
    const t = TRACK;
    const bodies = [
      [
        ['1', cell(d, { rows: 4 }), cell(t, { rows: 4 }), 'Цели', 'Первая', A, 'Приказ', '', '', 'Иванова'],
        ['2', null, null, cell('Показатели', { rows: 3 }), cell('Вторая', { rows: 2 }), B],
        [null, null, null, null, null, A],
        ['3', null, null, null, 'Третья'],
      ],
      [
        ['1', d, t, 'Цели', 'Первая', A, 'Приказ'],
        ['2', d, t, 'Показатели', 'Вторая', B],
        ['2', d, t, 'Показатели', 'Вторая', A],
        ['3', d, t, 'Показатели', 'Третья'],
      ],
      [
        ['1', d, t, 'Цели', 'Первая', A, 'Приказ'],
        ['2', '', '', 'Показатели', 'Вторая', B],
        ['', '', '', '', '', A],
        ['3', '', '', '', 'Третья'],
      ],
    ];
    for (const body of bodies) expect(await outlineOf([head, ...body])).toEqual(expected);
  });

  it('paragraphs above Word tables', async () => {
    const bytes = docx([sheet([HEAD, ['Первая', A]]), sheet([HEAD, ['Вторая', B]])], {}, [
      paragraph('Приложение 1') +
        paragraph('Подготовка документов') +
        paragraph(DIRECTION) +
        paragraph(TRACK) +
        paragraph('Цели'),
      paragraph('Показатели'),
    ]);
    expect(await outline(bytes, 'т.docx')).toEqual([
      `${DIRECTION} › ${TRACK} › Цели | Первая`,
      `  ${A} |  |  | `,
      `${DIRECTION} › ${TRACK} › Показатели | Вторая`,
      `  ${B} |  |  | `,
    ]);
  });

  it('a lead-in joins the text of its items', async () => {
    expect(
      await outlineOf([
        HEAD,
        [wide(DIRECTION)],
        [wide('Показатели')],
        ['Наличие муниципальных показателей:'],
        ['по оценке ценностных ориентаций', A],
        ['- по профилактике'],
        ['Наличие целей', B],
      ]),
    ).toEqual([
      `${DIRECTION} › Показатели | Наличие муниципальных показателей: по оценке ценностных ориентаций`,
      `  ${A} |  |  | `,
      `${DIRECTION} › Показатели | Наличие муниципальных показателей: по профилактике`,
      `${DIRECTION} › Показатели | Наличие целей`,
      `  ${B} |  |  | `,
    ]);
  });
});

describe('headers', () => {
  it.each([
    [
      'broken and hyphenated',
      [
        'Позиции оцени-\nвания',
        'Ссылка \nна докумен\nт',
        'Наименова ние документа',
        'Страницы для экспертиз ы',
        'Коммента-\nрии',
      ],
    ],
    ['in capitals', HEAD.map((text) => text.toUpperCase())],
    ['shortened', ['Позиция', 'Ссылка', 'Документ', 'Стр.', 'Комментарий']],
  ])('%s', async (_, head) => {
    expect(
      await outlineOf([
        ['Подготовка документов к заполнению в ФИС ОКО'],
        [],
        head,
        ['Первая', A, 'Приказ', '3', 'да'],
      ]),
    ).toEqual([' | Первая', `  ${A} | Приказ | 3 | да`]);
  });

  it('in another order, with further columns, below a title and above a row of numbers', async () => {
    expect(
      await outlineOf([
        [wide('Подготовка документов', 8)],
        [],
        [
          '№',
          'Комментарии',
          'Баллы',
          'Страницы для экспертизы',
          'Наименование документа',
          'Ссылка на документ',
          'Позиции оценивания',
          'Ответственный',
        ],
        ['1', '2', '3', '4', '5', '6', '7', '8'],
        ['1', 'да', '2', 'с. 3', 'Приказ', A, 'Первая', 'Иванова'],
      ]),
    ).toEqual([' | Первая', `  ${A} | Приказ | с. 3 | да`]);
  });

  it('in two rows with a merged cell over its parts', async () => {
    expect(
      await outlineOf([
        [
          cell('Позиции оценивания', { rows: 2 }),
          cell('Документ', { columns: 3 }),
          null,
          null,
          cell('Комментарии', { rows: 2 }),
        ],
        [null, 'Ссылка', 'Наименование', 'Страницы', null],
        ['Первая', A, 'Приказ', '3', 'да'],
      ]),
    ).toEqual([' | Первая', `  ${A} | Приказ | 3 | да`]);
  });

  it('cut over rows without merging', async () => {
    expect(
      await outlineOf([
        ['Позиции', 'Ссылка', 'Наименова', 'Страницы', 'Комментарии'],
        ['оценивания', 'на докумен', 'ние', 'для', ''],
        ['', 'т', 'документа', 'экспертизы', ''],
        ['Первая', A, 'Приказ', '3', 'да'],
      ]),
    ).toEqual([' | Первая', `  ${A} | Приказ | 3 | да`]);
  });

  it('repeated on each page', async () => {
    expect(await outlineOf([HEAD, ['Первая', A], HEAD, ['', B], ['Вторая', A]])).toEqual([
      ' | Первая',
      `  ${A} |  |  | `,
      `  ${B} |  |  | `,
      ' | Вторая',
      `  ${A} |  |  | `,
    ]);
  });

  it('links side by side', async () => {
    expect(
      await outlineOf([
        ['Позиции оценивания', 'Ссылка 1', 'Комментарий 1', 'Ссылка 2', 'Комментарий 2'],
        ['Первая', A, 'раз', B, 'два'],
      ]),
    ).toEqual([' | Первая', `  ${A} |  |  | раз`, `  ${B} |  |  | два`]);
  });

  it('a choice of the user decides', async () => {
    const rows = [
      ['Что', 'Куда', 'Наименование документа', 'Страницы'],
      ['Первая', A, 'Приказ', '3'],
    ];
    await expect(outlineOf(rows)).rejects.toThrow();
    expect(await outline(xlsx([sheet(rows)]), 'т.xlsx', { что: 'position', куда: 'url' })).toEqual([
      ' | Первая',
      `  ${A} | Приказ | 3 | `,
    ]);
  });
});

describe('what is not data', () => {
  it('instructions, notes, signatures, other sheets', async () => {
    const bytes = xlsx([
      sheet([['Инструкция'], ['Заполните таблицу. Требования: https://fioco.ru/mukomouo']], 'Инструкция'),
      sheet([
        [wide('Подготовка документов')],
        HEAD,
        [wide('Внимание! Не более 5 ссылок на позицию.')],
        [
          '',
          'Вставьте полный адрес',
          'Укажите полное наименование',
          'Например: с. 3–5',
          'Укажите, как представлена',
        ],
        [wide(DIRECTION)],
        ['Первая', A],
        ['Вторая'],
        [],
        ['* ссылки проверены'],
        ['Примечание: таблица заполнена по состоянию на март'],
        ['Начальник управления', '____________', 'И. И. Иванова'],
        ['Исп. Петрова, тел. 8 (000) 000-00-00'],
        ['Исполнитель: Петрова П. П.'],
      ]),
    ]);
    expect(await outline(bytes)).toEqual([
      `${DIRECTION} | Первая`,
      `  ${A} |  |  | `,
      `${DIRECTION} | Вторая`,
    ]);
  });

  it('hidden rows and a hidden column are data, and said to be hidden', async () => {
    const bytes = xlsx([
      { ...sheet([HEAD, ['Первая', A, 'Приказ', '3'], ['Вторая', B]]), hiddenRows: [2], hiddenColumns: [3] },
    ]);
    const { positions, warnings } = await readTable(bytes, 'т.xlsx');
    expect(positions.map((it) => it.rows[0]?.hidden)).toEqual([false, true]);
    expect(positions[0]?.rows[0]?.pages).toBe('3');
    expect(warnings.map((it) => it.key)).toContain('hidden-rows');
  });
});

describe('documents of a row', () => {
  it('several links in one cell, names and pages in step, the comment on the first', async () => {
    expect(
      await outlineOf([HEAD, ['Первая', `${A}\n${B}`, '1) Приказ\n2) План', 'с. 1\nс. 2', 'общий']]),
    ).toEqual([' | Первая', `  ${A} | Приказ | с. 1 | общий`, `  ${B} | План | с. 2 | `]);
  });

  it('seven links stay seven', async () => {
    const links = Array.from({ length: 7 }, (_, i) => `https://uo.example.ru/${i}.pdf`);
    expect(await outlineOf([HEAD, ['Первая', links.join('\n')]])).toHaveLength(8);
  });

  it('one link with several numbered documents', async () => {
    expect(
      await outlineOf([HEAD, ['Первая', A, '1. Приказ № 1\n2. План\n3. Отчёт', '3\n4-5\n7', 'общий']]),
    ).toEqual([
      ' | Первая',
      `  ${A} | Приказ № 1 | 3 | общий`,
      `  ${A} | План | 4-5 | `,
      `  ${A} | Отчёт | 7 | `,
    ]);
    expect(await outlineOf([HEAD, ['Первая', A, '1) Приказ № 1; 2) План', '', '']])).toEqual([
      ' | Первая',
      `  ${A} | Приказ № 1 |  | `,
      `  ${A} | План |  | `,
    ]);
  });

  it.each([
    ['behind a name', cell('Приказ № 1', { link: A }), `${A} | Приказ № 1`],
    ['in a formula', cell('Приказ № 1', { link: A, formula: true }), `${A} | Приказ № 1`],
    ['behind a word that names nothing', cell('ссылка', { link: A }), `${A} | `],
    ['behind its own text', cell(A, { link: A }), `${A} | `],
    [
      'broken over lines',
      cell('https://uo.example.ru/upload/\niblock/1f/prikaz_ob_\nutverzhdenii.pdf'),
      'https://uo.example.ru/upload/iblock/1f/prikaz_ob_utverzhdenii.pdf | ',
    ],
    ['with a full stop', cell(`${A}.`), `${A} | `],
    ['in brackets', cell(`(${A});`), `${A} | `],
    ['without a scheme', cell('www.uo.example.ru/a.pdf'), 'https://www.uo.example.ru/a.pdf | '],
    ['Cyrillic', cell('https://школа5.рф/документы/приказ.pdf'), 'https://школа5.рф/документы/приказ.pdf | '],
    ['Cyrillic without a scheme', cell('школа5.рф/приказ.pdf'), 'https://школа5.рф/приказ.pdf | '],
    [
      'with raw spaces',
      cell('http://uo.example.ru/Приказ № 12 от 01.02.2022.pdf'),
      'http://uo.example.ru/Приказ № 12 от 01.02.2022.pdf | ',
    ],
    ['after its name', cell(`Приказ № 5: ${A}`), `${A} | Приказ № 5`],
    ['no address at all', cell('не размещено'), 'не размещено | '],
    ['a script', cell('javascript:alert(1)'), 'javascript:alert(1) | '],
    [
      'another address inside',
      cell('https://web.archive.org/web/2022/https://uo.example.ru/a.pdf'),
      'https://web.archive.org/web/2022/https://uo.example.ru/a.pdf | ',
    ],
  ])('a link %s', async (_, link, expected) => {
    expect((await outlineOf([HEAD, ['Первая', link]]))[1]).toBe(`  ${expected} |  | `);
  });

  it('a link merged over rows is the link of each document', async () => {
    expect(
      await outlineOf([
        HEAD,
        [cell('Первая', { rows: 2 }), cell(A, { rows: 2 }), 'Приказ', '1', cell('общий', { rows: 2 })],
        [null, null, 'План', '2', null],
      ]),
    ).toEqual([' | Первая', `  ${A} | Приказ | 1 | общий`, `  ${A} | План | 2 | `]);
  });

  it('passwords stay character by character', async () => {
    const secret = 'Логин: mmu_05; пароль: «Qw  e;r,1.»"\'-‑—=+@#$%^&*()<>\\/|~`';
    expect((await outlineOf([HEAD, ['Первая', A, 'Приказ', '1', secret]]))[1]).toBe(
      `  ${A} | Приказ | 1 | ${secret}`,
    );
  });

  it('words beside the link are not lost', async () => {
    expect((await outlineOf([HEAD, ['Первая', `${A} логин: a пароль: b`, 'Приказ', '1', 'да']]))[1]).toBe(
      `  ${A} | Приказ | 1 | да логин: a пароль: b`,
    );
  });
});

describe('positions', () => {
  it('merged, repeated, blank below; equal texts with other numbers stay apart', async () => {
    expect(
      await outlineOf([
        ['№', ...HEAD],
        ['1.1', cell('Первая', { rows: 2 }), A],
        [null, null, B],
        ['1.2', 'Вторая', A],
        ['1.2', 'Вторая', B],
        ['1.9', 'Третья', A],
        ['', '', B],
        ['1.1', 'Равная', A],
        ['1.10', 'Равная', B],
      ]),
    ).toEqual([
      ' | Первая',
      `  ${A} |  |  | `,
      `  ${B} |  |  | `,
      ' | Вторая',
      `  ${A} |  |  | `,
      `  ${B} |  |  | `,
      ' | Третья',
      `  ${A} |  |  | `,
      `  ${B} |  |  | `,
      ' | Равная',
      `  ${A} |  |  | `,
      ' | Равная',
      `  ${B} |  |  | `,
    ]);
  });

  it('numbers, badges, soft hyphens and asterisks are no part of the text', async () => {
    expect(await outlineOf([HEAD, ['1.1.2.3. На\u00adли\u00adчие   целей\n(2 балла) *', A]])).toEqual([
      ' | Наличие целей',
      `  ${A} |  |  | `,
    ]);
  });
});

describe('pages a spreadsheet has converted', () => {
  it.each([
    [{ serial: 44684, format: 'dd\\.mmm' }, '3-5'], // 3 May 2022
    [{ serial: 44625, format: 'd-mmm' }, '3-5'], // 5 March 2022: typed under an American locale
    [{ serial: 42339, format: 'mmm\\.yy' }, '12-15'], // 1 December 2015
    [{ serial: 44905, format: 'dd\\.mm\\.yyyy' }, '10-12'], // 10 December 2022
    [{ serial: 4.5, format: 'General' }, '4,5'],
    [{ serial: 7, format: 'General' }, '7'],
    [{ serial: 3.1, format: '0.00' }, '3,10'],
  ])('%o', async (value, expected) => {
    expect((await outlineOf([HEAD, ['Первая', A, 'Приказ', cell('', { value })]]))[1]).toBe(
      `  ${A} | Приказ | ${expected} | `,
    );
  });

  it.each([
    ['03.май', '3-5'],
    ['дек.15', '12-15'],
    ['3-May', '3-5'],
    ['05.03.2022', '3-5'],
    ['с. 3–5, 12', 'с. 3–5, 12'],
    ['все', 'все'],
  ])('%s in a text file', async (text, expected) => {
    const bytes = new TextEncoder().encode(delimited(sheet([HEAD, ['Первая', A, 'Приказ', text]]), ','));
    expect((await outline(bytes, 'т.csv'))[1]).toBe(`  ${A} | Приказ | ${expected} | `);
  });
});
