import { ORDER, one } from '../example.ts';
import { focus, rowFinding } from '../finding.ts';
import { isUnexplained, linked } from '../look.ts';
import type { PositionRule, RuleExamples } from '../types.ts';

/** The comment holds pages and nothing that says what the expert finds on them. */
export const rule: PositionRule = {
  id: 'comment-unexplained',
  severity: 'advice',
  scope: 'position',
  source: 'rules.sources.materials',
  check(position) {
    return linked(position).flatMap((look) =>
      look.pages.length > 0 && isUnexplained(look)
        ? [
            rowFinding('comment-unexplained', ['advice', 'doubtful'], position, look, 'comment', {
              fixes: [focus(look, 'comment')],
            }),
          ]
        : [],
    );
  },
};

/** Read by the test that walks this folder. @public */
export const examples = (): RuleExamples => ({
  violates: [
    one('pages only', [['https://uo.example.ru/a.pdf', 'с. 3–5']]),
    one('pages and a password', [['https://uo.example.ru/a.pdf', 'стр. 3-5; пароль: 1234']]),
  ],
  fine: [one('explained', [ORDER]), one('no comment at all', [['https://uo.example.ru/a.pdf', '']])],
});
