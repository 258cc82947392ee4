import { describe, expect, it } from 'vitest';
import { dismissalOf, isDismissed } from '../../lib/rules/dismissals.ts';
import { checkForm } from '../../lib/rules/engine.ts';
import { contextOf, positionOf } from '../../lib/rules/example.ts';

const check = (url: string, comment = 'с. 1. Цели') =>
  checkForm({ mode: 'fill', mechanism: null, positions: [positionOf('p', [[url, comment]])] }, contextOf());

describe('dismissing a finding', () => {
  it('holds while the value stays, and ends when it changes', () => {
    const [finding] = check('https://uo.example.ru/novosti/5');
    if (!finding) throw new Error('a finding was expected');
    const dismissal = dismissalOf(finding, 'это документ', '2022-07-01T10:00:00Z');
    expect(dismissal).toMatchObject({
      rule: 'news-link',
      positionId: 'p',
      rowIndex: 0,
      reason: 'это документ',
    });
    expect(isDismissed(finding, [dismissal])).toBe(true);
    const again = check('https://uo.example.ru/novosti/5', 'с. 2. Задачи').find(
      (one) => one.rule === 'news-link',
    );
    expect(again && isDismissed(again, [dismissal])).toBe(true);
    const other = check('https://uo.example.ru/novosti/6').find((one) => one.rule === 'news-link');
    expect(other && isDismissed(other, [dismissal])).toBe(false);
  });

  it('is about one rule, row and position', () => {
    const [finding] = check('https://uo.example.ru/novosti/5');
    if (!finding) throw new Error('a finding was expected');
    const dismissal = dismissalOf(finding, '');
    for (const other of [{ rule: 'max-links' }, { positionId: 'q' }, { rowId: 'p#1' }, { rowId: null }])
      expect(isDismissed({ ...finding, ...other }, [dismissal])).toBe(false);
  });
});
