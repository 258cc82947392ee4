import type { Fix } from '../../model/finding.ts';
import { withName } from '../../reference/comment.ts';
import { one } from '../example.ts';
import { rowFinding, set } from '../finding.ts';
import { type Look, linked } from '../look.ts';
import type { PositionRule, RuleContext, RuleExamples } from '../types.ts';

function nameFix(look: Look, context: RuleContext): Fix {
  const facts = context.facts(look.key);
  if (facts && facts.title !== '' && facts.sameAddress === 1)
    return set(look, 'comment', withName(look.row.comment, facts.title), 'name-known');
  return { kind: 'ask-name', label: 'rules.fixes.name', rowId: look.row.id };
}

/** Several documents under one link: a row whose comment does not say which of them is meant. */
export const rule: PositionRule = {
  id: 'shared-link-unnamed',
  severity: 'error',
  scope: 'position',
  source: 'rules.sources.materials',
  check(position, context) {
    const rows = linked(position);
    const times = new Map<string, number>();
    for (const look of rows) times.set(look.key, (times.get(look.key) ?? 0) + 1);
    return rows.flatMap((look) => {
      if (look.name !== '' || !look.address.ok) return [];
      const documents = context.facts(look.key)?.sameAddress ?? 0;
      const detail = { fixes: [nameFix(look, context)], subject: `${look.row.url} ${look.row.comment}` };
      if (documents > 1)
        return [
          rowFinding('shared-link-unnamed', ['error', 'wrong'], position, look, 'comment', {
            ...detail,
            params: { n: documents },
          }),
        ];
      const variant =
        (times.get(look.key) ?? 0) > 1
          ? 'repeated'
          : look.kind.kind === 'cloud-folder'
            ? 'folder'
            : look.kind.signs.includes('archive')
              ? 'archive'
              : null;
      if (!variant) return [];
      return [
        rowFinding('shared-link-unnamed', ['error', 'doubtful'], position, look, 'comment', {
          ...detail,
          variant,
        }),
      ];
    });
  },
};

/** Read by the test that walks this folder. @public */
export const examples = (): RuleExamples => ({
  violates: [
    one('two rows, one link, no names', [
      ['https://uo.example.ru/all.pdf', 'с. 1–3'],
      ['https://uo.example.ru/all.pdf', 'с. 5'],
    ]),
    one('a folder', [['https://disk.yandex.ru/d/AbCdEf123', 'с. 3']]),
    one('two documents of the library at one address', [['https://uo.example.ru/list', 'с. 3']], {
      facts: () => ({ title: 'А', pageCount: null, access: 'open', directions: [], sameAddress: 2 }),
    }),
  ],
  fine: [
    one('two rows, each names its document', [
      ['https://uo.example.ru/all.pdf', 'Приказ № 5, с. 1–3'],
      ['https://uo.example.ru/all.pdf', 'Положение о мониторинге, с. 5'],
    ]),
    one('a folder, document named', [['https://disk.yandex.ru/d/AbCdEf123', 'Приказ № 5, с. 3']]),
    one('one file', [['https://disk.yandex.ru/i/AbCdEf123', 'с. 3']]),
  ],
});
