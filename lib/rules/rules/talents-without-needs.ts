import { track } from '../example.ts';
import { positionFinding } from '../finding.ts';
import type { RuleExamples, TrackRule } from '../types.ts';

/** Fewer rows are a beginning, not a filled track. */
const FILLED_FROM = 2;

/** 1.3, «Развитие способностей обучающихся в соответствии с их потребностями»: filled, but nothing tells of needs found. */
export const rule: TrackRule = {
  id: 'talents-without-needs',
  severity: 'warning',
  scope: 'track',
  source: 'rules.sources.materials',
  check(tracks) {
    return tracks.flatMap((one) => {
      if (one.role !== 'talents-by-needs') return [];
      const filled = one.positions.filter((position) => position.links > 0);
      const first = filled[0];
      const links = filled.reduce((sum, position) => sum + position.links, 0);
      if (!first || links < FILLED_FROM || filled.some((position) => position.tellsOfNeeds)) return [];
      return [positionFinding('talents-without-needs', ['warning', 'doubtful'], first.id, 'no-needs')];
    });
  },
};

const PATH = ['1.3. Таланты', 'Развитие способностей обучающихся в соответствии с их потребностями'];
const row = (comment: string) => [['https://uo.example.ru/a.pdf', comment]] as const;

/** Read by the test that walks this folder. @public */
export const examples = (): RuleExamples => ({
  violates: [
    track('two documents, no needs', PATH, { Меры: row('Приказ, с. 3'), Решения: row('Приказ, с. 4') }),
  ],
  fine: [
    track('a survey', PATH, {
      Меры: row('Приказ, с. 3'),
      Решения: row('Справка об анкетировании родителей, с. 4'),
    }),
    track('one document yet', PATH, { Меры: row('Приказ, с. 3'), Решения: [['', '']] }),
    track('another track', ['1.3. Таланты', 'Выявление'], { Меры: row('с. 3'), Решения: row('с. 4') }),
  ],
});
