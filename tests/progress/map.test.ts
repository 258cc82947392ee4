import { describe, expect, it } from 'vitest';
import type { Finding } from '../../lib/model/finding.ts';
import type { Form, Position } from '../../lib/model/form.ts';
import type { CriterionFacts } from '../../lib/model/matched.ts';
import { mapOf, progressOf } from '../../lib/progress/map.ts';

function position(id: string, path: string[], url: string): Position {
  return {
    id,
    path,
    text: id,
    number: null,
    points: null,
    confidence: 1,
    rows: [{ id: `${id}#0`, url, comment: '', name: '', pages: '' }],
  };
}

const facts = (component: CriterionFacts['component'], points: number | null): CriterionFacts => ({
  criterionId: 'c',
  points,
  component,
  trackKey: 't',
  trackRole: null,
  directionCode: '2.3',
  certainty: 1,
});

const finding = (positionId: string, severity: Finding['severity']): Finding => ({
  rule: 'news-link',
  severity,
  verdict: 'wrong',
  positionId,
  rowId: null,
  field: null,
  params: {},
  fixes: [],
  subject: '',
});

const form: Form = {
  mode: 'fill',
  mechanism: 'mum',
  positions: [
    position('a', ['1. Раздел', '2.3. Воспитание', 'Ориентации', 'Цели'], 'https://x.ru/1.pdf'),
    position('b', ['1. Раздел', '2.3. Воспитание', 'Ориентации', 'Цели'], ''),
    position('c', ['1. Раздел', '2.3. Воспитание', 'Ориентации', 'Показатели'], 'https://x.ru/2.pdf'),
    position('d', ['2.4. Дошкольное'], ''),
  ],
};

describe('mapOf', () => {
  const map = mapOf(form, [finding('c', 'error'), finding('a', 'advice')], {
    a: facts('goals', 2),
    b: facts('goals', 3),
    c: facts('indicators', 1),
  });

  it('puts tracks down and steps across, in the order of the cycle', () => {
    expect(map.columns).toEqual(['goals', 'indicators', 'other']);
    expect(map.rows.map((row) => [row.direction, row.track])).toEqual([
      ['2.3. Воспитание', 'Ориентации'],
      ['2.4. Дошкольное', ''],
    ]);
  });

  it('counts what is filled, what is at stake and what is wrong', () => {
    expect(map.rows[0]?.cells.goals).toEqual({
      filled: 1,
      total: 2,
      pointsLeft: 3,
      withFindings: 0,
      positionId: 'b',
    });
    expect(map.rows[0]?.cells.indicators).toEqual({
      filled: 1,
      total: 1,
      pointsLeft: 0,
      withFindings: 1,
      positionId: 'c',
    });
    expect(map.rows[1]?.cells.other?.pointsLeft).toBeNull();
  });

  it('makes the numbers of the state line', () => {
    expect(progressOf(form, [finding('a', 'error')])).toEqual({ total: 4, filled: 2, findings: 1, rows: 2 });
  });
});
