import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SearchIndex } from '../../../lib/library/search/index.ts';
import { stem, words } from '../../../lib/library/search/words.ts';
import { queries, titles } from '../../bench/library-corpus.ts';

function indexOf(list: readonly string[]): SearchIndex {
  const index = new SearchIndex();
  list.forEach((strong, at) => {
    index.set({ id: String(at), strong, weak: '' });
  });
  return index;
}

const LIBRARY = [
  'Приказ УО от 15.03.2022 № 123-од «О проведении мониторинга эффективности руководителей»',
  'Приказ о мониторинге',
  'Положение о системе работы по самоопределению и профессиональной ориентации обучающихся',
  'Справка об итогах Всероссийских проверочных работ',
  'Приказ от22.11.22 г. №62/1 «Об утверждении плана»',
  'Программа «Одарённые дети»',
];

describe('a search', () => {
  it.each([
    ['приказа о мониторинге', 1],
    ['проверочные работы итоги', 3],
    ['123-од', 0],
    ['62/1', 4],
    ['15.03.2022', 0],
    ['одаренным детям', 5],
    ['одарённый', 5],
    ['самопределение', 2],
    ['монитоинга руководителей', 0],
    ['самооп', 2],
    ['gjkj;tybt', 2],
    ['ghbrfp jn22', 4],
    ['ПРИКАЗ ПЛАН', 4],
  ])('for «%s» finds title %i first', (query, wanted) => {
    expect(indexOf(LIBRARY).search(query, 5)[0]?.id).toBe(String(wanted));
  });

  it.each(['', ' ', '«»', 'ъъъъъъъъ', '🙂'])('for «%s» finds nothing', (query) => {
    expect(indexOf(LIBRARY).search(query, 5)).toEqual([]);
  });

  it('finds the wanted title among 3,000, inflected or mistyped', () => {
    const corpus = titles(3000);
    const index = indexOf(corpus.map(({ title }) => title));
    for (const [typos, target] of [
      [false, 0.99],
      [true, 0.98],
    ] as const) {
      const asked = queries(corpus, 100, typos);
      const found = asked.filter(({ text, wanted }) =>
        index.search(text, 5).some(({ id }) => wanted.has(Number(id))),
      );
      expect(found.length / asked.length).toBeGreaterThanOrEqual(target);
    }
  });

  it('forgets what is deleted and replaced', () => {
    const index = indexOf(Array.from({ length: 300 }, (_, at) => `Справка номер ${at}`));
    for (let at = 0; at < 250; at++) index.delete(String(at));
    index.set({ id: '299', strong: 'Положение', weak: 'справочно' });
    expect([index.size, index.dead]).toEqual([50, 251]);
    expect(index.search('справка', 1000)).toHaveLength(49);
    expect(index.search('положение', 10).map(({ id }) => id)).toEqual(['299']);
  });

  it('saved and loaded finds the same, and goes on taking changes', () => {
    const corpus = titles(500);
    const index = indexOf(corpus.map(({ title }) => title));
    index.delete('7');
    const loaded = new SearchIndex();
    expect(loaded.load(structuredClone(index.save()))).toHaveLength(499);
    for (const { text } of queries(corpus, 30, true)) {
      expect(loaded.search(text, 10)).toEqual(index.search(text, 10));
    }
    loaded.set({ id: 'new', strong: 'Приказ о ковровых дорожках', weak: '' });
    loaded.delete('3');
    expect(loaded.search('ковровая', 5).map(({ id }) => id)).toEqual(['new']);
    expect(loaded.search(corpus[3]?.title ?? '', 3).map(({ id }) => id)).not.toContain('3');
    expect(loaded.load(index.save())).toEqual([]);
  });

  it('of any word of any title gives that title', () => {
    const index = indexOf(LIBRARY);
    fc.assert(
      fc.property(fc.nat(LIBRARY.length - 1), fc.nat(30), (at, nth) => {
        const telling = words(LIBRARY[at] as string).filter((word) => word.length > 3);
        const word = telling[nth % telling.length] as string;
        return index.search(word, 10).some(({ id }) => id === String(at));
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    const index = indexOf(LIBRARY);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (query) => {
        const hits = index.search(query, 3);
        return hits.length <= 3 && hits.every(({ score }) => Number.isFinite(score) && score > 0);
      }),
    );
  });
});

describe('words', () => {
  it.each([
    ['№ 123-од от22.11.22 г.', ['123', 'од', 'от', '22', '11', '22', 'г']],
    ['«Ёлка»', ['елка']],
    ['муни\u00adципаль\u200bный', ['муниципальный']],
    ['Приkaз', ['приказ']],
    ['PDF-файл', ['pdf', 'файл']],
  ])('of «%s»', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('stem to the same in other inflections', () => {
    expect(stem('мониторинге')).toBe(stem('мониторинга'));
    expect(stem('123')).toBe('123');
  });
});
