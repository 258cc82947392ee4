import { splitAddresses } from '../../reference/address.ts';
import { ORDER, one } from '../example.ts';
import { clearRow, positionFinding } from '../finding.ts';
import { linked } from '../look.ts';
import type { PositionRule, RuleExamples } from '../types.ts';

/** A position takes at most this many links (requirements for the materials). */
const MOST = 5;

/** More than five links in a position. Several addresses in one field count as several. */
export const rule: PositionRule = {
  id: 'max-links',
  severity: 'error',
  scope: 'position',
  source: 'rules.sources.materials',
  check(position) {
    const rows = linked(position);
    let links = 0;
    for (const row of rows) {
      const glued = !row.address.ok && row.address.problem === 'two-addresses';
      links += glued ? splitAddresses(row.row.url).length : 1;
    }
    if (links <= MOST) return [];
    const last = rows.at(-1);
    const fixes = last && rows.length > MOST ? [clearRow(last.row.id, 'drop-last')] : [];
    return [
      positionFinding('max-links', ['error', 'wrong'], position.id, `${links}`, {
        params: { n: links },
        fixes,
      }),
    ];
  },
};

/** Read by the test that walks this folder. @public */
export const examples = (): RuleExamples => ({
  violates: [
    one(
      'six links',
      Array.from({ length: 6 }, (_, i) => [`https://uo.example.ru/${i}.pdf`, 'с. 1'] as const),
    ),
    one('six links, two of them in one field', [
      ['https://uo.example.ru/1.pdf https://uo.example.ru/2.pdf', 'с. 1'],
      ...Array.from({ length: 4 }, (_, i) => [`https://uo.example.ru/f${i}.pdf`, 'с. 1'] as const),
    ]),
  ],
  fine: [
    one(
      'five links',
      Array.from({ length: 5 }, (_, i) => [`https://uo.example.ru/${i}.pdf`, 'с. 1'] as const),
    ),
    one('one link', [ORDER]),
  ],
});
