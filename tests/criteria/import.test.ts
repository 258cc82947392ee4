import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { harvest } from '../../lib/criteria/harvest.ts';
import { checkSums, repeatedCodes } from '../../lib/criteria/import/check.ts';
import { looksLikeCriteria } from '../../lib/criteria/import/columns.ts';
import { packFrom } from '../../lib/criteria/import/pack.ts';
import { pointsAmong, pointsIn, withoutPoints } from '../../lib/criteria/import/points.ts';
import { readCriteria } from '../../lib/criteria/import/read.ts';
import { subtotalOf } from '../../lib/criteria/import/subtotal.ts';
import { loadPack } from '../../lib/criteria/load.ts';
import { openPack } from '../../lib/criteria/open.ts';
import { attachCriteria, attachTexts, diffPacks, linkYears, weights } from '../../lib/criteria/years.ts';
import type { Form } from '../../lib/model/form.ts';
import { type Pack, packSchema } from '../../lib/model/pack.ts';
import { gridBuilder } from '../../lib/office/builder.ts';
import type { Grid } from '../../lib/office/grid.ts';
import { readGrids } from '../../lib/office/read.ts';

const builtIn = (id: string): Pack =>
  packSchema.parse(JSON.parse(readFileSync(`assets/packs/${id}.json`, 'utf8')));

const csv = (lines: readonly string[]) =>
  readGrids(new TextEncoder().encode(lines.join('\n')), 'критерии.csv');

describe('points', () => {
  it.each([
    ['2', 2],
    ['1 балл', 1],
    ['0/1', 1],
    ['от 0 до 2', 2],
    ['0–2', 2],
    ['0; 1; 2', 2],
    ['1,5', 1.5],
    ['2 балла – есть; 1 балл – частично', 2],
    ['по 1 баллу за документ, но не более 3 баллов', 3],
    ['до 3 баллов', 3],
    ['—', null],
    ['без баллов', null],
    ['', null],
    ['max 2', 2],
    ['макс. – 4', 4],
    ['один балл', 1],
    ['по 0,5 балла за каждый показатель, максимально 2,5', 2.5],
    ['1 балл за каждый документ, но не более 3', 3],
    ['отсутствует – 0; частично –\n1; полностью – 2', 2],
    ['да – 1, нет – 0', 1],
    ['1 балл – есть цели\n1 балл – есть задачи', 2],
    ['2 балла – приказ или 2 балла – положение', 2],
  ] as const)('%s', (text, points) => {
    expect(pointsIn(text)).toBe(points);
  });

  it.each([
    ['Наличие целей (2 балла)', 2, 'Наличие целей'],
    ['Наличие целей (до 2 баллов)', 2, 'Наличие целей'],
    ['Наличие целей (от 0 до 3 баллов).', 3, 'Наличие целей'],
    ['Наличие целей [max 2]', 2, 'Наличие целей'],
    ['Наличие целей – 1 балл', 1, 'Наличие целей'],
    ['Наличие целей: 1 балл за каждую, но не более 4', 4, null],
    ['Документ утверждён до 15 сентября 2022 года', null, null],
    ['Показатели по 9 классам (2021–2022 учебный год)', null, null],
    ['Отчёт за 2021 год и план на 3 года', null, null],
  ] as const)('among other words: %s', (text, points, rest) => {
    expect(pointsAmong(text)).toBe(points);
    expect(withoutPoints(text)).toBe(rest ?? text);
  });
});

describe('subtotals', () => {
  it.each([
    ['Итого по направлению 1.1 — 25', { level: 'direction', code: '1.1', points: 25 }],
    ['ИТОГО по треку', { level: 'track', code: null }],
    ['Всего по разделу 2: 198 баллов', { level: 'section', code: '2', points: 198 }],
    ['Всего', { level: null, code: null, points: null }],
    ['Максимальное количество баллов: 442', { level: null, points: 442 }],
  ] as const)('%s', (text, expected) => {
    expect(subtotalOf(text)).toMatchObject(expected);
  });

  it('a position that begins alike is none', () => {
    expect(subtotalOf('Наличие итоговых документов')).toBeNull();
  });
});

const DOCUMENT = [
  'Критерии оценки;;;',
  '№;Позиции оценивания;Подходы к оцениванию;Баллы',
  '1;2;3;4',
  '1.1. Система оценки качества подготовки обучающихся;;;',
  'Объективность оценки;;;',
  'Показатели;;;',
  '1;Наличие показателей объективности;Показатели есть;0-2',
  '№;Позиции оценивания;Подходы к оцениванию;Баллы',
  '2;Наличие методики расчёта;Методика есть;1 балл',
  'Итого по направлению 1.1;;;3',
  '2.3. Система организации воспитания обучающихся;;;',
  'Формирование ценностных ориентаций обучающихся;;;',
  'Цели и задачи;;;',
  '3;Наличие муниципальных целей и задач:;;',
  ';по формированию ценностных ориентаций;Цели есть;1',
  ';по профилактике правонарушений;Цели есть;1',
  'Итого по направлению 2.3 — 3;;;',
  'Всего;;;6',
];

describe('readCriteria', () => {
  it('reads positions, paths, points; subtotals are checks', async () => {
    const grids = await csv(DOCUMENT);
    expect(looksLikeCriteria(grids)).toBe(true);
    const read = readCriteria(grids, 'критерии.csv');
    const D1 = '1.1. Система оценки качества подготовки обучающихся';
    const D2 = '2.3. Система организации воспитания обучающихся';
    const stem = 'Наличие муниципальных целей и задач:';
    const values = ['Формирование ценностных ориентаций обучающихся', 'Цели и задачи'];
    expect(
      read.positions.map(({ path, text, criterion, points }) => [path, text, criterion, points]),
    ).toEqual([
      [[D1, 'Объективность оценки', 'Показатели'], 'Наличие показателей объективности', 'Показатели есть', 2],
      [[D1, 'Объективность оценки', 'Показатели'], 'Наличие методики расчёта', 'Методика есть', 1],
      [[D2, ...values], `${stem} по формированию ценностных ориентаций`, 'Цели есть', 1],
      [[D2, ...values], `${stem} по профилактике правонарушений`, 'Цели есть', 1],
    ]);
    expect(read.directions.map(({ code, max, stated }) => [code, max, stated])).toEqual([
      ['1.1', 3, true],
      ['2.3', 3, true],
    ]);
    expect(read.checks.map(({ level, name, stated, sum, ok }) => [level, name, stated, sum, ok])).toEqual([
      ['direction', '1.1', 3, 3, true],
      ['direction', '2.3', 3, 2, false],
      ['all', '', 6, 5, false],
    ]);
    expect(read.positions[0]?.place).toContain('7');
  });

  it('reads columns of headings in any order, carried down', async () => {
    const read = readCriteria(
      await csv([
        'Балл;Направление;Трек;Компонент;Подходы к оцениванию;Позиция оценивания',
        '2;1.1. Система оценки;Объективность;Цели;Цели есть;Наличие целей',
        '1;1.1. Система оценки;Объективность;Показатели;Показатели есть;Наличие показателей',
        '1;2.3. Система воспитания;Волонтёры;Цели;Цели есть;Наличие целей',
      ]),
      'x.csv',
    );
    expect(read.positions.map(({ path, points }) => [path.at(-1), path[0]?.slice(0, 3), points])).toEqual([
      ['Цели', '1.1', 2],
      ['Показатели', '1.1', 1],
      ['Цели', '2.3', 1],
    ]);
  });

  it('one score merged over several positions is counted once where the sums say so', () => {
    const grid = (total: string): Grid => {
      const builder = gridBuilder({ name: 'Лист1', place: (row) => `строка ${row + 1}` });
      const rows = [
        ['Позиции оценивания', 'Критерии', 'Баллы'],
        ['Наличие целей', 'Цели есть', '2'],
        ['Наличие задач', 'Задачи есть', ''],
        ['Наличие показателей', 'Показатели есть', '1'],
        ['Итого', '', total],
      ];
      rows.forEach((cells, row) => {
        cells.forEach((text, column) => {
          builder.cell(row, column, { text });
        });
      });
      builder.merge(1, 2, 2, 1);
      return builder.build();
    };
    const points = (total: string): (number | null)[] =>
      readCriteria([grid(total)], 'x.xlsx').positions.map((position) => position.points);
    expect(points('5')).toEqual([2, 2, 1]);
    expect(points('3')).toEqual([2, null, 1]);
    expect(points('99')).toEqual([2, 2, 1]);
  });

  it('positions with sums that stand like headings stay positions', async () => {
    const read = readCriteria(
      await csv([
        'Критерии;Баллы',
        '1.1. Система оценки качества подготовки обучающихся;4',
        'Показатели;4',
        'Проведение мониторинга показателей;2',
        'Анализ результатов мониторинга;1',
        'Анализ занятости обучающихся;1',
      ]),
      'x.csv',
    );
    expect(read.positions.map(({ text, points }) => [text, points])).toEqual([
      ['Проведение мониторинга показателей', 2],
      ['Анализ результатов мониторинга', 1],
      ['Анализ занятости обучающихся', 1],
    ]);
    expect(read.checks.every(({ ok }) => ok)).toBe(true);
  });

  it('a preparation table is no criteria document, a price list neither', async () => {
    const table = [
      'Позиции оценивания;Ссылка на документ;Наименование документа;Страницы;Баллы',
      'Наличие целей;http://a.ru/1.pdf;Приказ;1;2',
    ];
    expect(looksLikeCriteria(await csv(table))).toBe(false);
    expect(looksLikeCriteria(await csv(['Товар;Цена', 'Стул;100']))).toBe(false);
    await expect(async () => readCriteria(await csv(['Товар;Цена', 'Стул;100']), 'x.csv')).rejects.toThrow();
  });
});

describe('packs from documents', () => {
  it('several files make one pack that loads and finds its positions again', async () => {
    const files = [DOCUMENT.slice(0, 10), [...DOCUMENT.slice(0, 3), ...DOCUMENT.slice(10)]];
    const documents = await Promise.all(
      files.map(async (lines, i) => readCriteria(await csv(lines), `${i}.csv`)),
    );
    const pack = packFrom(documents, { title: 'Критерии', mechanism: 'mum', year: 2022 });
    expect(loadPack(pack).ok).toBe(true);
    expect(pack.directions.map(({ code, max }) => [code, max])).toEqual([
      ['1.1', 3],
      ['2.3', 3],
    ]);
    expect(pack.directions[0]?.tracks[0]).toMatchObject({
      name: 'Объективность оценки',
      components: [{ kind: 'indicators' }],
    });
    const index = openPack(pack);
    const matches = index.match(documents.flatMap(({ positions }) => positions));
    expect(matches.map((match) => match?.entry.order)).toEqual([0, 1, 2, 3]);
    expect(
      checkSums(pack, builtIn('mum-2022')).map(({ code, known, found, ok }) => [code, known, found, ok]),
    ).toEqual([
      ['1.1', 25, 3, false],
      ['2.3', 72, 2, false],
    ]);
  });

  it('the training pack fits what is known of МУМ-2022', () => {
    const checks = checkSums(builtIn('training-mum'), builtIn('mum-2022'));
    expect(checks.map(({ what }) => what)).toContain('tracks');
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(checks).toHaveLength(12);
  });
});

const training = builtIn('training-mum');

describe('repeated codes', () => {
  const at = (number: string, track: string, place: string) => ({
    number,
    path: ['1.1. А', track],
    place,
    text: place,
    criterion: '',
    points: 1,
    note: '',
  });

  it('are told with their places; numbers that begin anew in each track are none', () => {
    const positions = [
      at('1', 'Т', 'A1'),
      at('2', 'Т', 'A2'),
      at('2', 'Т', 'A3'),
      at('1', 'У', 'A4'),
      at('1.1.1', 'Т', 'A5'),
      at('1.1.1', 'У', 'A6'),
      at('', 'Т', 'A7'),
      at('', 'Т', 'A8'),
    ];
    expect(repeatedCodes({ positions })).toEqual([
      { code: '2', places: ['A2', 'A3'] },
      { code: '1.1.1', places: ['A5', 'A6'] },
    ]);
  });
});

describe('harvest', () => {
  const form: Form = {
    mode: 'fill',
    mechanism: 'mum',
    positions: openPack(training).entries.map(({ direction, track, component, position }, i) => ({
      id: `p${i}`,
      path: [`${direction.code}. ${direction.name}`, track.name, component.name],
      text: position.text,
      number: null,
      points: position.points,
      rows: [],
      confidence: 1,
    })),
  };

  it('a skeleton has the form’s tree; criteria attach later and ids stay', () => {
    const skeleton = harvest(form, { title: 'Из формы', mechanism: 'mum', year: 2022 });
    expect(loadPack(skeleton).ok).toBe(true);
    expect(skeleton.kind).toBe('skeleton');
    expect(skeleton.directions.map(({ code, max }) => [code, max])).toEqual(
      training.directions.map(({ code, max }) => [code, max]),
    );
    expect(skeleton.directions.flatMap((d) => d.tracks)).toHaveLength(18);
    const full = attachCriteria(skeleton, training);
    const [before, after] = [openPack(skeleton).entries, openPack(full).entries];
    expect(after.map(({ position }) => position.id)).toEqual(before.map(({ position }) => position.id));
    expect(after.every(({ position }) => position.criterion !== '')).toBe(true);
  });
});

describe('texts for a skeleton', () => {
  it('come file by file, and the skeleton stays one until all are there', () => {
    const [first, ...others] = training.directions;
    if (!first) throw new Error('no directions');
    const rows = training.directions.map((direction) => ({ ...structuredClone(direction) }));
    for (const direction of rows)
      for (const track of direction.tracks)
        for (const component of track.components)
          component.positions = component.positions.map(({ id, text, points }) => ({
            id: `s-${id}`,
            text,
            points,
            criterion: '',
          }));
    const skeleton: Pack = { ...training, id: 'skeleton', kind: 'skeleton', directions: rows };
    const sourced = (directions: Pack['directions']): Pack => {
      const pack = structuredClone({ ...training, kind: 'official' as const, directions });
      for (const direction of pack.directions)
        for (const track of direction.tracks)
          for (const component of track.components)
            for (const position of component.positions) position.source = { title: 'файл.docx' };
      return pack;
    };
    const half = attachTexts(skeleton, sourced([first]));
    expect(half.pack.kind).toBe('skeleton');
    expect(half.attached).toBeGreaterThan(0);
    expect(half.attached + half.left).toBe(354);
    const whole = attachTexts(half.pack, sourced(others));
    expect([whole.left, whole.pack.kind]).toEqual([0, 'official']);
    const ids = (pack: Pack): string[] => openPack(pack).entries.map(({ position }) => position.id);
    expect(ids(whole.pack)).toEqual(ids(skeleton));
  });
});

describe('years', () => {
  it('weights move as the slides say', () => {
    const table = weights(builtIn('mum-2021'), builtIn('mum-2022'));
    const row = table.find(({ code }) => code === '1.4');
    expect(row?.before?.share).toBeCloseTo(0.246, 3);
    expect(row?.after?.share).toBeCloseTo(0.635, 3);
    expect(table).toHaveLength(8);
  });

  it('positions are linked although tracks are renamed and words changed', () => {
    const next = structuredClone(training);
    for (const direction of next.directions)
      for (const track of direction.tracks) {
        for (const component of track.components)
          for (const position of component.positions) position.id = `new-${position.id}`;
      }
    const links = linkYears(training, next);
    expect(links.every(({ from, to }) => to.position.id === `new-${from.position.id}`)).toBe(true);
    expect(links).toHaveLength(354);
  });

  it('differences name what was added, removed and changed', () => {
    const next = structuredClone(training);
    const positions = next.directions[0]?.tracks[0]?.components[0]?.positions;
    if (!positions?.[0] || !positions[1]) throw new Error('too few positions');
    positions[0].points = 5;
    const [gone] = positions.splice(1, 1);
    positions.push({ id: 'fresh', text: 'Создание совета по делам космонавтики', criterion: '', points: 1 });
    const found = diffPacks(training, next);
    expect(found.map(({ kind, fields }) => [kind, fields])).toEqual([
      ['changed', ['points']],
      ['added', []],
      ['removed', []],
    ]);
    expect(found[2]?.before?.position.id).toBe(gone?.id);
    expect(diffPacks(training, training)).toEqual([]);
  });
});
