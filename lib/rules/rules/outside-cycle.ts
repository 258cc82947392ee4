import { track } from '../example.ts';
import { positionFinding } from '../finding.ts';
import type { RuleExamples, TrackRule } from '../types.ts';

/** Monitoring filled while the goals or the indicators of the same track are empty: information outside the cycle. */
export const rule: TrackRule = {
  id: 'outside-cycle',
  severity: 'warning',
  scope: 'track',
  source: 'rules.sources.materials',
  check(tracks) {
    return tracks.flatMap(({ positions }) => {
      const monitoring = positions.find((one) => one.component === 'monitoring' && one.links > 0);
      if (!monitoring) return [];
      const empty = (kind: string) => {
        const step = positions.filter((one) => one.component === kind);
        return step.length > 0 && step.every((one) => one.links === 0);
      };
      const goals = empty('goals');
      const indicators = empty('indicators');
      if (!goals && !indicators) return [];
      const variant = goals && indicators ? 'both' : goals ? 'goals' : 'indicators';
      return [positionFinding('outside-cycle', ['warning', 'doubtful'], monitoring.id, variant, { variant })];
    });
  },
};

const PATH = ['2.3. Воспитание', 'Формирование ценностных ориентаций'];
const ROWS = [['https://uo.example.ru/a.pdf', 'с. 3']] as const;
const EMPTY = [['', '']] as const;

/** Read by the test that walks this folder. @public */
export const examples = (): RuleExamples => ({
  violates: [
    track('no goals', PATH, { 'Цели и задачи': EMPTY, Показатели: ROWS, 'Мониторинг показателей': ROWS }),
  ],
  fine: [
    track('the whole cycle', PATH, {
      'Цели и задачи': ROWS,
      Показатели: ROWS,
      'Мониторинг показателей': ROWS,
    }),
    track('the track has no goals', PATH, { 'Мониторинг показателей': ROWS }),
    track('untouched', PATH, { 'Цели и задачи': EMPTY, 'Мониторинг показателей': EMPTY }),
  ],
});
