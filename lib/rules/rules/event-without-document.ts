import { LIKELY_FROM } from '../../reference/url.ts';
import { one } from '../example.ts';
import { focus, rowFinding } from '../finding.ts';
import { linked } from '../look.ts';
import type { PositionRule, RuleExamples } from '../types.ts';

const DOCUMENT = new Set(['document', 'file', 'cloud-file', 'cloud-folder']);

/** A link to an event, by its address, while no other row of the position holds a document that could confirm it. */
export const rule: PositionRule = {
  id: 'event-without-document',
  severity: 'error',
  scope: 'position',
  source: 'rules.sources.materials',
  check(position) {
    const rows = linked(position);
    if (rows.some((look) => DOCUMENT.has(look.kind.kind))) return [];
    return rows.flatMap((look) => {
      if (look.kind.kind !== 'event' || look.kind.certainty < LIKELY_FROM) return [];
      return [
        rowFinding('event-without-document', ['error', 'doubtful'], position, look, 'url', {
          fixes: [focus(look, 'url')],
        }),
      ];
    });
  },
};

/** Read by the test that walks this folder. @public */
export const examples = (): RuleExamples => ({
  violates: [
    one('an announcement', [['https://dk.example.ru/sobytiya/item/prazdnik.html', 'Фестиваль']]),
    one('an invitation', [['https://cdt.example.ru/priglashaem-prinyat-uchastie-v-festivale', 'Фестиваль']]),
  ],
  fine: [
    one('its order stands beside it', [
      ['https://dk.example.ru/sobytiya/item/prazdnik.html', 'Фестиваль'],
      ['https://dk.example.ru/docs/prikaz.pdf', 'Приказ о фестивале, с. 1'],
    ]),
    one('a regulation', [['https://dk.example.ru/polozhenie-o-festivale-talantov', 'Положение, с. 1']]),
  ],
});
