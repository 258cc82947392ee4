import { describe, expect, it } from 'vitest';
import { HEAD, outline, outlineOf } from './kit/expect.ts';
import { cell, sheet } from './kit/sheet.ts';
import { delimited } from './kit/text.ts';

const A = 'https://uo.example.ru/a.pdf';
const row = `  ${A} |  |  | `;
const D1 = '1.1. Система оценки качества подготовки обучающихся';
const D2 = '2.3. Система организации воспитания обучающихся';
const wide = (text: string) => cell(text, { columns: 5 });
const csv = (rows: string[][]) =>
  outline(new TextEncoder().encode(delimited(sheet(rows), ';')), 'таблица.csv');

describe('headings in columns and in rows of one table', () => {
  it('a merged column of directions beside merged rows of tracks and steps', async () => {
    expect(
      await outlineOf([
        ['Направление', ...HEAD],
        [cell(D1, { rows: 5 }), wide('Объективность')],
        [null, wide('Показатели')],
        [null, 'Первая', A],
        [null, wide('Мониторинг')],
        [null, 'Вторая', A],
        [cell(D2, { rows: 3 }), wide('Ценности')],
        [null, wide('Показатели')],
        [null, 'Третья', A],
      ]),
    ).toEqual([
      `${D1} › Объективность › Показатели | Первая`,
      row,
      `${D1} › Объективность › Мониторинг | Вторая`,
      row,
      `${D2} › Ценности › Показатели | Третья`,
      row,
    ]);
  });

  it.each([
    [
      'direction in a column, blank below the first',
      [
        ['Направление', ...HEAD],
        [D1, 'Объективность'],
        ['', 'Показатели'],
        ['', 'Первая', A],
        [D2, 'Ценности'],
        ['', 'Показатели'],
        ['', 'Вторая', A],
      ],
    ],
    [
      'direction and track in columns',
      [
        ['Направление', 'Трек', ...HEAD],
        [D1, 'Объективность', 'Показатели'],
        ['', '', 'Первая', A],
        [D2, 'Ценности', 'Показатели'],
        ['', '', 'Вторая', A],
      ],
    ],
    [
      'steps in a column, directions and tracks in rows above the positions',
      [
        ['Компонент', ...HEAD],
        ['', D1],
        ['', 'Объективность'],
        ['Показатели', 'Первая', A],
        ['', D2],
        ['', 'Ценности'],
        ['Показатели', 'Вторая', A],
      ],
    ],
    [
      'the same rows typed into the first column',
      [
        ['Компонент', ...HEAD],
        [D1],
        ['Объективность'],
        ['Показатели', 'Первая', A],
        [D2],
        ['Ценности'],
        ['Показатели', 'Вторая', A],
      ],
    ],
  ])('%s', async (_, rows) => {
    expect(await csv(rows)).toEqual([
      `${D1} › Объективность › Показатели | Первая`,
      row,
      `${D2} › Ценности › Показатели | Вторая`,
      row,
    ]);
  });
});

describe('a row of one cell before a later step, nothing merged', () => {
  const start = [HEAD, [D1], ['Объективность'], ['Показатели'], ['Первая', A]];

  it('is the next track where no other position is empty', async () => {
    expect(await csv([...start, ['Достижение'], ['Мониторинг'], ['Вторая', A]])).toContain(
      `${D1} › Достижение › Мониторинг | Вторая`,
    );
  });

  it('is an empty position where others are', async () => {
    const rows = [...start, ['Пустая'], ['Третья', A], ['Достижение'], ['Мониторинг'], ['Вторая', A]];
    expect(await csv(rows)).toEqual([
      `${D1} › Объективность › Показатели | Первая`,
      row,
      `${D1} › Объективность › Показатели | Пустая`,
      `${D1} › Объективность › Показатели | Третья`,
      row,
      `${D1} › Объективность › Показатели | Достижение`,
      `${D1} › Объективность › Мониторинг | Вторая`,
      row,
    ]);
  });
});
