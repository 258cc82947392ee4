import { describe, expect, it } from 'vitest';
import { dropRow, joinWithPrevious, mendRow, reparentRow, splitRow } from '../../lib/criteria/import/mend.ts';
import type { CriteriaDocument, ReadCriterion } from '../../lib/criteria/import/types.ts';

const row = (text: string, points: number | null): ReadCriterion => ({
  path: ['1.1. А', 'Т', 'Цели'],
  text,
  number: '',
  criterion: `критерий ${text}`,
  points,
  note: '',
  place: 'A1',
});
const document: CriteriaDocument = {
  file: 'ф.docx',
  positions: [row('Первая', 1), row('Вторая Третья', 2), row('хвост', null)],
  directions: [],
  checks: [],
};
const shape = (d: CriteriaDocument) => d.positions.map(({ text, points }) => [text, points]);

describe('mending a criteria document', () => {
  it('counts the sums of the document anew, each component in its own track', () => {
    const at = (track: string, points: number): ReadCriterion => ({
      ...row(`Позиция трека ${track}`, points),
      path: ['1.1. А', track, 'Цели'],
    });
    const check = { level: 'component', name: 'Цели', stated: 2, sum: 1, ok: false, place: 'B9' } as const;
    const read: CriteriaDocument = {
      ...document,
      positions: [at('Т', 1), at('У', 5)],
      checks: [{ ...check, path: ['1.1. А', 'Т', 'Цели'] }],
    };
    expect(mendRow(read, 0, { points: 2 }).checks).toMatchObject([{ sum: 2, ok: true }]);
    expect(reparentRow(read, 1, ['1.1. А', 'Т', 'Цели']).checks).toMatchObject([{ sum: 6, ok: false }]);
  });

  it('changes a row', () => {
    expect(shape(mendRow(document, 0, { points: 3, text: 'Иная' }))[0]).toEqual(['Иная', 3]);
  });
  it('splits a row where told, and not into nothing', () => {
    expect(shape(splitRow(document, 1, 7))).toEqual([
      ['Первая', 1],
      ['Вторая', 2],
      ['Третья', null],
      ['хвост', null],
    ]);
    expect(splitRow(document, 1, 0)).toBe(document);
    expect(splitRow(document, 9, 1)).toBe(document);
  });
  it('joins a row with the one above, points added up', () => {
    expect(shape(joinWithPrevious(document, 1))).toEqual([
      ['Первая Вторая Третья', 3],
      ['хвост', null],
    ]);
    expect(joinWithPrevious(document, 1).positions[0]?.criterion).toBe(
      'критерий Первая\nкритерий Вторая Третья',
    );
    expect(joinWithPrevious(document, 0)).toBe(document);
  });
  it('moves a row below other headings and leaves rows out', () => {
    expect(reparentRow(document, 2, ['1.2. Б']).positions[2]?.path).toEqual(['1.2. Б']);
    expect(shape(dropRow(document, 2))).toHaveLength(2);
    expect(document.positions).toHaveLength(3);
  });
});
