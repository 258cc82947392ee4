import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../lib/library/open.ts';
import { placeOf, samePosition } from '../../lib/library/places.ts';
import { withRecent } from '../../lib/library/recent.ts';
import { freshName, newDocument, newUse } from './make.ts';

const TRACK = [
  '2.3. Система организации воспитания обучающихся',
  'Формирование ценностных ориентаций обучающихся',
];
const HERE = {
  id: 'here',
  text: 'Наличие муниципальных показателей по оценке сформированности ценностных ориентаций',
  path: [...TRACK, 'Показатели'],
};

async function library() {
  const opened = await openLibrary(freshName());
  const add = async (title: string, use?: Parameters<typeof newUse>[1]) => {
    const document = await opened.add(newDocument({ title, address: `https://a.ru/${title}` }));
    if (use) await opened.recordUse(newUse(document.id, use));
    return document;
  };
  await add('Справка о питании');
  await add('Перечень показателей сформированности ценностных ориентаций');
  await add('План трека', { positionId: 'other', positionText: 'Цели воспитания', path: [...TRACK, 'Цели'] });
  await add('Прошлогодний', {
    positionId: 'last',
    positionText: HERE.text,
    path: ['2.3 Система организации воспитания и социализации обучающихся', TRACK[1] as string, 'Показатели'],
    pages: '7',
    year: 2021,
  });
  await add('Здешний', {
    positionId: 'here',
    positionText: HERE.text,
    path: HERE.path,
    pages: '3–5',
    explanation: 'Раздел 2',
  });
  return opened;
}

describe('what is offered for a position', () => {
  it('comes in the order of reasons, with the pages of the use it stands on', async () => {
    const offers = await (await library()).suggest(HERE, '', 7);
    expect(offers.map(({ document, reason, pages }) => [document.title, reason, pages])).toEqual([
      ['Здешний', 'used-here', '3–5'],
      ['Прошлогодний', 'last-year', '7'],
      ['План трека', 'same-track', ''],
      ['Перечень показателей сформированности ценностных ориентаций', 'text', ''],
    ]);
    expect(offers[0]).toMatchObject({ explanation: 'Раздел 2', uses: 1 });
  });

  it('is first what has a typed number as it was typed', async () => {
    const opened = await library();
    await opened.add(newDocument({ title: 'Приказ от 15.03.2022 № 07-од', address: 'https://a.ru/1' }));
    await opened.add(newDocument({ title: 'Приказ от 07.03.2022 № 15-од', address: 'https://a.ru/2' }));
    await opened.add(newDocument({ title: 'Приказ от 15.07.2022 № 99-од', address: 'https://a.ru/3' }));
    expect((await opened.suggest(HERE, 'приказа 15-од', 7))[0]?.document.title).toContain('№ 15-од');
    expect((await opened.suggest(HERE, 'приказ 07-од', 7))[0]?.document.title).toContain('№ 07-од');
  });

  it('is only what the query finds, when there is one', async () => {
    const opened = await library();
    const titles = async (query: string) =>
      (await opened.suggest(HERE, query, 7)).map(({ document, reason }) => [document.title, reason]);
    expect(await titles('питание')).toEqual([['Справка о питании', 'search']]);
    expect(await titles('прошлогоднего')).toEqual([['Прошлогодний', 'last-year']]);
    expect(await titles('нетакогослова')).toEqual([]);
  });

  it('is no more than asked for', async () => {
    expect(await (await library()).suggest(HERE, '', 2)).toHaveLength(2);
  });

  it('leaves out what was removed', async () => {
    const opened = await library();
    const [first] = await opened.suggest(HERE, '', 1);
    await opened.remove([first?.document.id ?? '']);
    expect((await opened.suggest(HERE, '', 1))[0]?.document.title).toBe('Прошлогодний');
  });
});

describe('the same position in another year', () => {
  const place = (direction: string, track: string, text: string) =>
    placeOf([direction, track, 'Показатели'], text);
  const base = place('1.1. Система оценки', 'Объективность оценки качества', HERE.text);

  it.each([
    ['the same', place('1.1.Система оценки', 'Объективность оценки качества', HERE.text), true],
    ['another direction', place('1.2. Работа', 'Объективность оценки качества', HERE.text), false],
    ['another track', place('1.1. Система оценки', 'Поддержка школ', HERE.text), false],
    [
      'one word differs',
      place(
        '1.1. Система оценки',
        'Объективность оценки качества',
        'Наличие муниципальных целей по оценке компетенций',
      ),
      false,
    ],
  ])('%s', (_name, other, same) => {
    expect(samePosition(base, other)).toBe(same);
  });
});

describe('documents of other years', () => {
  it('are told with their year and pages, under the wording of today or of then', async () => {
    const opened = await library();
    expect(await opened.previousUses(HERE, [], 2022, 7)).toEqual([
      { year: 2021, title: 'Прошлогодний', pages: '7' },
    ]);
    expect(await opened.previousUses(HERE, [], 2021, 7)).toEqual([]);
    const reworded = { ...HERE, id: 'reworded', text: 'Совсем другие слова об этом' };
    expect(await opened.previousUses(reworded, [], 2022, 7)).toEqual([]);
    const [former] = await opened.previousUses(reworded, [HERE], 2022, 7);
    expect(former?.title).toBe('Прошлогодний');
    const offers = await opened.suggest(reworded, '', 7, [HERE]);
    expect(offers.find(({ document }) => document.title === 'Прошлогодний')?.reason).toBe('last-year');
  });
});

describe('recent documents', () => {
  const reasons = async (query: string, limit: number) => {
    const opened = await library();
    const offers = await withRecent(opened, await opened.suggest(HERE, query, limit), query, limit);
    return offers.map(({ document, reason }) => [document.title, reason]);
  };

  it('fill the list behind what fits, each document once', async () => {
    const offers = await reasons('', 7);
    expect(offers).toHaveLength(5);
    expect(offers.at(-1)).toEqual(['Справка о питании', 'recent']);
    expect(await reasons('', 4)).toHaveLength(4);
  });

  it('are not what typed words asked for', async () => {
    expect(await reasons('питание', 7)).toEqual([['Справка о питании', 'search']]);
  });
});
