import { describe, expect, it } from 'vitest';
import { nextWithoutScore, reviewOf } from '../../lib/progress/review.ts';

const POSITIONS = ['a', 'b', 'c', 'd'].map((id) => ({
  id,
  number: id === 'a' ? '1.1' : null,
  text: `текст ${id}`,
}));

describe('how far an expert is', () => {
  it('counts positions that have a points field; a nought is a score', () => {
    const review = reviewOf(POSITIONS, { a: '0', b: ' ', d: '2' });
    expect(review.positions).toEqual([
      { id: 'a', text: '1.1 текст a', score: '0' },
      { id: 'b', text: 'текст b', score: '' },
      { id: 'd', text: 'текст d', score: '2' },
    ]);
    expect(review.done).toBe(2);
  });

  it('leads to the next without points, round the form, the current one last', () => {
    const review = reviewOf(POSITIONS, { a: '', b: '1', c: '', d: '' });
    expect(['a', 'b', 'c', 'd', null].map((at) => nextWithoutScore(review, at))).toEqual([
      'c',
      'c',
      'd',
      'a',
      'a',
    ]);
    const last = reviewOf(POSITIONS, { a: '', b: '1' });
    expect(nextWithoutScore(last, 'a')).toBe('a');
    expect(nextWithoutScore(reviewOf(POSITIONS, { a: '1' }), 'a')).toBeNull();
  });
});
