import { one } from '../example.ts';
import { askPages, rowFinding } from '../finding.ts';
import { linked } from '../look.ts';
import type { PositionRule, RuleExamples } from '../types.ts';

/** Pages named that the document, whose length the library knows, does not have. */
export const rule: PositionRule = {
  id: 'pages-out-of-range',
  severity: 'error',
  scope: 'position',
  source: 'rules.sources.own',
  check(position, context) {
    return linked(position).flatMap((look) => {
      if (look.pages.length === 0) return [];
      const count = context.facts(look.key)?.pageCount ?? null;
      const last = Math.max(...look.pages.map(([, to]) => to));
      if (count === null || last <= count) return [];
      return [
        rowFinding('pages-out-of-range', ['error', 'wrong'], position, look, 'comment', {
          params: { page: last, n: count },
          fixes: [askPages(look)],
        }),
      ];
    });
  },
};

const facts = () => ({ title: '', pageCount: 10, access: 'open' as const, directions: [], sameAddress: 1 });

/** Read by the test that walks this folder. @public */
export const examples = (): RuleExamples => ({
  violates: [one('page 12 of 10', [['https://uo.example.ru/a.pdf', 'Приказ, с. 3–5, 12']], { facts })],
  fine: [
    one('page 10 of 10', [['https://uo.example.ru/a.pdf', 'Приказ, с. 3–10']], { facts }),
    one('length unknown', [['https://uo.example.ru/a.pdf', 'Приказ, с. 300']]),
  ],
});
