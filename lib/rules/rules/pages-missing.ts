import { ORDER, one } from '../example.ts';
import { askPages, rowFinding } from '../finding.ts';
import { type Look, linked } from '../look.ts';
import type { PositionRule, RuleExamples } from '../types.ts';

/** Kinds of addresses behind which a document with pages may stand; the others get their own findings. */
const WITH_PAGES = new Set(['document', 'file', 'cloud-file', 'cloud-folder', 'session', 'other']);
/** Files without pages of their own. */
const WITHOUT_PAGES = /^(?:archive|image|form|csv|xml|txt|sig|p7s)$/;

function mayHavePages(look: Look): boolean {
  return WITH_PAGES.has(look.kind.kind) && !look.kind.signs.some((sign) => WITHOUT_PAGES.test(sign));
}

/** A document of more than one page whose comment names no pages. Page count unknown: said as doubt. */
export const rule: PositionRule = {
  id: 'pages-missing',
  severity: 'error',
  scope: 'position',
  source: 'rules.sources.materials',
  check(position, context) {
    return linked(position).flatMap((look) => {
      if (look.pages.length > 0 || !look.address.ok) return [];
      const count = context.facts(look.key)?.pageCount ?? null;
      if (count === 1 || (count === null && !mayHavePages(look))) return [];
      const detail = { fixes: [askPages(look)], subject: `${look.row.url} ${look.row.comment}` };
      return count === null
        ? [
            rowFinding('pages-missing', ['warning', 'doubtful'], position, look, 'comment', {
              variant: 'unknown',
              ...detail,
            }),
          ]
        : [
            rowFinding('pages-missing', ['error', 'wrong'], position, look, 'comment', {
              params: { n: count },
              ...detail,
            }),
          ];
    });
  },
};

const pages = (pageCount: number) => ({
  facts: () => ({ title: '', pageCount, access: 'open' as const, directions: [], sameAddress: 1 }),
});

/** Read by the test that walks this folder. @public */
export const examples = (): RuleExamples => ({
  violates: [
    one('length unknown', [['https://uo.example.ru/prikaz.pdf', 'Приказ УО № 123-од']]),
    one('twelve pages', [['https://uo.example.ru/prikaz.pdf', 'Приказ УО № 123-од']], pages(12)),
    one('empty comment', [['https://uo.example.ru/prikaz.pdf', '']]),
    one('a village is no page', [
      ['https://uo.example.ru/a.pdf', 'Постановление № 125, с. Туринская Слобода'],
    ]),
  ],
  fine: [
    one('pages named', [ORDER]),
    one('one page', [['https://uo.example.ru/prikaz.pdf', 'Приказ УО № 123-од']], pages(1)),
    one('an archive', [['https://uo.example.ru/doc.zip', 'Архив: приказы']]),
    one('pages in the table column', [['https://uo.example.ru/a.pdf', '', 'Приказ', '3-5, 12']]),
  ],
});
