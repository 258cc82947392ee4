import { collapse } from '../../reference/text.ts';
import { one } from '../example.ts';
import { clearRow, rowFinding } from '../finding.ts';
import { linked } from '../look.ts';
import type { PositionRule, RuleExamples } from '../types.ts';

/** The same link with the same comment twice in a position. Addresses are compared by `addressKey`. */
export const rule: PositionRule = {
  id: 'duplicate-row',
  severity: 'warning',
  scope: 'position',
  source: 'rules.sources.own',
  check(position) {
    const first = new Map<string, number>();
    return linked(position).flatMap((look) => {
      const { comment, name, pages } = look.row;
      const key = [look.key, collapse(comment.slice(0, 20_000)), collapse(name), collapse(pages)].join('\n');
      const before = first.get(key);
      if (before === undefined) {
        first.set(key, look.index + 1);
        return [];
      }
      return [
        rowFinding('duplicate-row', ['warning', 'wrong'], position, look, 'url', {
          params: { first: before },
          fixes: [clearRow(look.row.id, 'drop-duplicate')],
          subject: `${look.row.url} ${comment}`,
        }),
      ];
    });
  },
};

/** Read by the test that walks this folder. @public */
export const examples = (): RuleExamples => ({
  violates: [
    one('written alike but for www and a tracking part', [
      ['https://www.uo.example.ru/a.pdf?utm_source=vk', 'Приказ, с. 3'],
      ['http://uo.example.ru/a.pdf', 'Приказ,  с. 3'],
    ]),
  ],
  fine: [
    one('other pages', [
      ['https://uo.example.ru/a.pdf', 'Приказ, с. 3'],
      ['https://uo.example.ru/a.pdf', 'Приказ, с. 4'],
    ]),
    one('path case differs', [
      ['https://uo.example.ru/a.pdf', 'Приказ, с. 3'],
      ['https://uo.example.ru/A.pdf', 'Приказ, с. 3'],
    ]),
  ],
});
