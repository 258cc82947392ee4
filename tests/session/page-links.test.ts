import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageLinksIn } from '../../lib/session/page-links.ts';

const HREF = 'https://uo.example.ru/docs/plan.pdf';
const found = (comment: string) =>
  pageLinksIn(comment, HREF).map(({ from, to, href }) => [comment.slice(from, to), href.replace(HREF, '')]);

describe('page numbers of a comment', () => {
  it.each([
    [
      'Приказ УО от 15.03.2022 № 123-од, с. 3–5, 12',
      [
        ['3–5', '#page=3'],
        ['12', '#page=12'],
      ],
    ],
    ['План, стр.10-12: цели', [['10-12', '#page=10']]],
    ['План на 2022 год', []],
    ['', []],
  ])('%s', (comment, links) => {
    expect(found(comment)).toEqual(links);
  });

  it('are places in the text, in order, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.nat(9000), fc.string({ maxLength: 40 }), (a, page, b) => {
        const comment = `${a} с. ${page + 1} ${b}`;
        let last = 0;
        for (const { from, to, href } of pageLinksIn(comment, HREF)) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(comment.slice(from, to)).toMatch(/^\d/);
          expect(href).toMatch(/#page=\d+$/);
          last = to;
        }
      }),
    );
  });
});
