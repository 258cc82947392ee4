import { criterionOf, one } from '../example.ts';
import { rowFinding } from '../finding.ts';
import { linked } from '../look.ts';
import { placeOf } from '../place.ts';
import type { PositionRule, RuleExamples } from '../types.ts';

/** A library document marked for other directions than the position's. A document may fit several: advice only. */
export const rule: PositionRule = {
  id: 'outside-direction',
  severity: 'advice',
  scope: 'position',
  source: 'rules.sources.materials',
  check(position, context) {
    const { direction } = placeOf(position, context);
    if (!/^[12]\.\d$/.test(direction)) return [];
    return linked(position).flatMap((look) => {
      const marked = context.facts(look.key)?.directions ?? [];
      if (marked.length === 0 || marked.includes(direction)) return [];
      return [
        rowFinding('outside-direction', ['advice', 'doubtful'], position, look, 'url', {
          params: { directions: marked.join(', '), direction },
        }),
      ];
    });
  },
};

const facts = () => ({
  title: '',
  pageCount: 3,
  access: 'open' as const,
  directions: ['1.1', '1.3'],
  sameAddress: 1,
});

/** Read by the test that walks this folder. @public */
export const examples = (): RuleExamples => ({
  violates: [
    one('a document of 1.1 in 2.3', [['https://uo.example.ru/a.pdf', 'с. 3']], {
      facts,
      criterion: () => criterionOf({ directionCode: '2.3' }),
    }),
  ],
  fine: [
    one('a document of 1.1 in 1.1', [['https://uo.example.ru/a.pdf', 'с. 3']], {
      facts,
      criterion: () => criterionOf({}),
    }),
    one('direction unknown', [['https://uo.example.ru/a.pdf', 'с. 3']], { facts }),
  ],
});
