import { withoutTracking } from '../../reference/address.ts';
import { ORDER, one } from '../example.ts';
import { rowFinding, set } from '../finding.ts';
import { linked } from '../look.ts';
import type { PositionRule, RuleExamples } from '../types.ts';

/**
 * A right address that is written so that it may not open: invisible characters, no scheme, spaces, a full stop at its
 * end; or one that carries a tracking part. Each is mended with one click. Not a rule of the requirements: advice of ours.
 */
export const rule: PositionRule = {
  id: 'address-form',
  severity: 'warning',
  scope: 'position',
  source: 'rules.sources.own',
  check(position) {
    return linked(position).flatMap((look) => {
      if (!look.address.ok) return [];
      const { notes, clean } = look.address;
      const note = notes[0];
      if (note) {
        const weight =
          note === 'invisible' || note === 'no-scheme'
            ? (['warning', 'wrong'] as const)
            : (['warning', 'doubtful'] as const);
        return [
          rowFinding('address-form', weight, position, look, 'url', {
            variant: note,
            fixes: [set(look, 'url', clean, note)],
          }),
        ];
      }
      const without = withoutTracking(look.row.url.trim());
      if (without === look.row.url.trim()) return [];
      return [
        rowFinding('address-form', ['advice', 'doubtful'], position, look, 'url', {
          variant: 'tracking',
          fixes: [set(look, 'url', without, 'tracking')],
        }),
      ];
    });
  },
};

/** Read by the test that walks this folder. @public */
export const examples = (): RuleExamples => ({
  violates: [
    one('a zero-width space', [['https://uo.example.ru/\u200bprikaz.pdf', 'с. 1']]),
    one('no scheme', [['uo.example.ru/prikaz.pdf', 'с. 1']]),
    one('a full stop', [['https://uo.example.ru/prikaz.pdf.', 'с. 1']]),
    one('a raw space', [['https://uo.example.ru/prikaz 5.pdf', 'с. 1']]),
    one('a tracking part', [['https://uo.example.ru/prikaz.pdf?utm_source=vk&ysclid=l1', 'с. 1']]),
  ],
  fine: [
    one('as it should be', [ORDER]),
    one('a page by its number', [['https://uo.example.ru/?from=10&id=5', 'с. 1']]),
  ],
});
