import { textKey } from '../../reference/text.ts';
import { one, positionOf } from '../example.ts';
import { positionFinding } from '../finding.ts';
import { linked } from '../look.ts';
import { placeOf } from '../place.ts';
import type { PositionRule, RuleExamples } from '../types.ts';

const REGIONAL = /регион|област|краев|края |краю |республик|министерств|департамент образования|округа-югр/;

/**
 * Measures within the regional cycle: the comment should name the regional document and the concrete regional measure.
 * Speaks only where the position itself tells of the region, and only once something is explained there.
 */
export const rule: PositionRule = {
  id: 'regional-measure',
  severity: 'warning',
  scope: 'position',
  source: 'rules.sources.materials',
  check(position, context) {
    const rows = linked(position);
    if (rows.length === 0 || placeOf(position, context).component !== 'measures') return [];
    const about = textKey([...position.path.slice(-2), position.text].join(' ').slice(0, 2000));
    if (!/регион/.test(about)) return [];
    const said = rows
      .map((look) => `${look.name} ${look.parts.explanation} ${context.facts(look.key)?.title ?? ''}`)
      .join(' ');
    const key = ` ${textKey(said.slice(0, 10_000))} `;
    if (key.trim() === '' || REGIONAL.test(key)) return [];
    return [
      positionFinding('regional-measure', ['warning', 'doubtful'], position.id, said, {
        fixes: [
          {
            kind: 'focus',
            label: 'rules.fixes.focus-comment',
            rowId: rows[0]?.row.id ?? '',
            field: 'comment',
          },
        ],
      }),
    ];
  },
};

const PATH = [
  '1.1. Система оценки',
  'Объективность',
  'Принятие муниципальных мер в рамках реализации регионального управленческого цикла',
];
const rows = (comment: string) => [
  positionOf('Содействие региону в проведении мероприятий', [['https://uo.example.ru/a.pdf', comment]], PATH),
];

/** Read by the test that walks this folder. @public */
export const examples = (): RuleExamples => ({
  violates: [{ name: 'no regional document', positions: rows('Приказ УО № 5, с. 3. Проведён семинар') }],
  fine: [
    {
      name: 'regional measure named',
      positions: rows(
        'Приказ УО № 5, с. 3. Мера 2.1 приказа министерства образования области от 01.02.2022 № 10',
      ),
    },
    { name: 'only pages yet', positions: rows('с. 3') },
    one('not about measures', [['https://uo.example.ru/a.pdf', 'Приказ УО № 5, с. 3']]),
  ],
});
