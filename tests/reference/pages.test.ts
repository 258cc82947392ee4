import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPages, parsePages } from '../../lib/reference/pages.ts';
import data from '../fixtures/page-notations.json' with { type: 'json' };

const NBSP = '\u00a0';

describe('parsePages', () => {
  it.each([
    [
      'с. 3–5, 12',
      [
        [3, 5],
        [12, 12],
      ],
    ],
    [`с.${NBSP}3–5`, [[3, 5]]],
    ['стр.10-12', [[10, 12]]],
    [
      'Страницы 2-3 и 4-5',
      [
        [2, 3],
        [4, 5],
      ],
    ],
    ['страницы с 3 по 5', [[3, 5]]],
    ['3-5 стр.', [[3, 5]]],
    ['на 5 странице', [[5, 5]]],
    [
      'с.3-5,7-9.',
      [
        [3, 5],
        [7, 9],
      ],
    ],
    [
      '(PDF с. 3, 5--6)',
      [
        [3, 3],
        [5, 6],
      ],
    ],
    [
      'Слайд 3, страница 1',
      [
        [3, 3],
        [1, 1],
      ],
    ],
    [
      'лист 1, лист 2',
      [
        [1, 1],
        [2, 2],
      ],
    ],
    [
      '3-5, 12',
      [
        [3, 5],
        [12, 12],
      ],
    ],
    ['Приложение 1, стр. 20', [[20, 20]]],
    ['с. 10, 2022 г.', [[10, 10]]],
    ['с. 3, 15.03.2022', [[3, 3]]],
    ['стр. 5, строки 12-15', [[5, 5]]],
    ['№ 125 с. Туринская Слобода, с. 4', [[4, 4]]],
  ] as const)('%s', (text, pages) => {
    expect(parsePages(text).pages).toEqual(pages);
  });

  it.each([
    ...data.hazards.map((one) => one.text),
    'с. Ивановка',
    '2021-2022 уч. г.',
    '2021-2022',
    'п. 3',
    'строки 12-15',
    'документ на 14 листах',
    '12 страниц',
    'Листов 14',
    '№ 01-28/08-01',
  ])('none in: %s', (text) => {
    expect(parsePages(text).pages).toEqual([]);
  });

  it('finds every public notation but chapters («слайды 5.2») and totals («Листов 14»)', () => {
    const missed = data.notations.filter((one) => parsePages(one.notation).pages.length === 0);
    expect(missed.map((one) => one.notation)).toEqual(['слайды 5.2, 5.4, 5.6 и 5.7', 'Листов 14']);
  });

  it('spans hold the notation alone', () => {
    const text = 'Приказ № 5 (стр. 3-4). Показатели, с. 7';
    expect(parsePages(text).spans.map(([from, to]) => text.slice(from, to))).toEqual(['стр. 3-4', 'с. 7']);
  });

  it('reads back what it writes', () => {
    const page = fc
      .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 99 }))
      .map(([a, more]) => [a, Math.min(9999, a + more)] as const);
    fc.assert(
      fc.property(fc.array(page, { maxLength: 12 }), (pages) => {
        expect(parsePages(formatPages(pages)).pages).toEqual(pages);
      }),
    );
  });
});

describe('formatPages', () => {
  it('writes a non-breaking space and en dashes', () => {
    expect(
      formatPages([
        [3, 5],
        [12, 12],
      ]),
    ).toBe(`с.${NBSP}3–5, 12`);
    expect(formatPages([])).toBe('');
  });
});
