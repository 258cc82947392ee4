import type { ComponentKind } from '../../model/pack.ts';
import { track } from '../example.ts';
import { positionFinding } from '../finding.ts';
import type { PositionDigest, RuleExamples, TrackRule } from '../types.ts';

const LATER: readonly (ComponentKind | null)[] = ['recommendations', 'measures', 'decisions', 'effect'];

const of = (positions: readonly PositionDigest[], kind: ComponentKind) =>
  positions.filter((one) => one.component === kind);
const filled = (positions: readonly PositionDigest[]) => positions.find((one) => one.links > 0);

/**
 * Indicators that match no monitoring or analysis in the same track, or an analysis of nothing. People fill from top to
 * bottom: indicators without monitoring are spoken of only once a later step of the cycle is filled.
 */
export const rule: TrackRule = {
  id: 'indicator-without-monitoring',
  severity: 'warning',
  scope: 'track',
  source: 'rules.sources.materials',
  check(tracks) {
    return tracks.flatMap(({ positions }) => {
      const indicators = of(positions, 'indicators');
      const first = filled(indicators);
      const analysis = of(positions, 'analysis');
      if (!first) {
        const lonely = filled(analysis);
        if (!lonely || indicators.length === 0) return [];
        return [
          positionFinding('indicator-without-monitoring', ['warning', 'doubtful'], lonely.id, 'indicators', {
            variant: 'reverse',
          }),
        ];
      }
      if (!positions.some((one) => one.links > 0 && LATER.includes(one.component))) return [];
      const monitoring = of(positions, 'monitoring');
      const missing = [monitoring, analysis].filter((step) => step.length > 0 && !filled(step));
      if (missing.length === 0) return [];
      const variant = missing.length === 2 ? 'both' : missing[0] === monitoring ? 'monitoring' : 'analysis';
      return [
        positionFinding('indicator-without-monitoring', ['warning', 'doubtful'], first.id, variant, {
          variant,
        }),
      ];
    });
  },
};

const PATH = ['2.3. Воспитание', 'Формирование ценностных ориентаций'];
const ROWS = [['https://uo.example.ru/a.pdf', 'с. 3']] as const;
const EMPTY = [['', '']] as const;

/** Read by the test that walks this folder. @public */
export const examples = (): RuleExamples => ({
  violates: [
    track('measures without monitoring', PATH, {
      Показатели: ROWS,
      'Мониторинг показателей': EMPTY,
      'Анализ результатов мониторинга': EMPTY,
      'Меры, мероприятия': ROWS,
    }),
    track('analysis without indicators', PATH, { Показатели: EMPTY, 'Анализ результатов мониторинга': ROWS }),
  ],
  fine: [
    track('filled from the top', PATH, {
      'Цели и задачи': ROWS,
      Показатели: ROWS,
      'Мониторинг показателей': EMPTY,
    }),
    track('short cycle', PATH, { 'Меры, мероприятия': ROWS, 'Управленческие решения': EMPTY }),
    track('all filled', PATH, {
      Показатели: ROWS,
      'Мониторинг показателей': ROWS,
      'Меры, мероприятия': ROWS,
    }),
  ],
});
