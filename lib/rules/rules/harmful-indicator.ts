import { textKey } from '../../reference/text.ts';
import { criterionOf, one } from '../example.ts';
import { rowFinding } from '../finding.ts';
import { linked } from '../look.ts';
import { placeOf } from '../place.ts';
import type { PositionRule, RuleExamples } from '../types.ts';

const STEPS = new Set<string | null>(['indicators', 'methods', 'monitoring', 'analysis', null]);
const patterns = new Map<string, RegExp>();

/** A phrase with its words' endings left open: «доля выпускников» finds «доли выпускника». Nothing of three letters or more: never matches. */
function pattern(phrase: string): RegExp {
  const known = patterns.get(phrase);
  if (known) return known;
  const stems = textKey(phrase.slice(0, 300))
    .split(' ')
    .map((word) =>
      word.length > 4
        ? `${word.slice(0, Math.max(4, word.length - 2))}\\S*`
        : word.length > 2
          ? `${word}\\S{0,2}`
          : word,
    );
  const made = stems.join('').length < 3 ? /^(?!)/ : new RegExp(` ${stems.join(' ')}(?= )`);
  patterns.set(phrase, made);
  return made;
}

/** Phrases of the pack's own list of indicators that harm or lead nowhere, in the name, the comment or the title. */
export const rule: PositionRule = {
  id: 'harmful-indicator',
  severity: 'warning',
  scope: 'position',
  source: 'rules.sources.materials',
  check(position, context) {
    if (context.harmfulPhrases.length === 0 || !STEPS.has(placeOf(position, context).component)) return [];
    return linked(position).flatMap((look) => {
      const said = `${look.row.name} ${look.row.comment.slice(0, 5000)} ${context.facts(look.key)?.title ?? ''}`;
      const key = ` ${textKey(said)} `;
      const found = context.harmfulPhrases.find(({ phrase }) => pattern(phrase).test(key));
      if (!found) return [];
      return [
        rowFinding('harmful-indicator', ['warning', 'doubtful'], position, look, 'comment', {
          params: { phrase: found.phrase, reason: found.why },
        }),
      ];
    });
  },
};

const harmfulPhrases = [{ phrase: 'средний балл ЕГЭ', why: 'подталкивает к отсеву' }];

/** Read by the test that walks this folder. @public */
export const examples = (): RuleExamples => ({
  violates: [
    one('other endings', [['https://uo.example.ru/a.pdf', 'с. 3. Рост среднего балла ЕГЭ']], {
      harmfulPhrases,
    }),
  ],
  fine: [
    one('another indicator', [['https://uo.example.ru/a.pdf', 'с. 3. Доля педагогов']], { harmfulPhrases }),
    one('a step without indicators', [['https://uo.example.ru/a.pdf', 'с. 3. Средний балл ЕГЭ']], {
      harmfulPhrases,
      criterion: () => criterionOf({ component: 'decisions' }),
    }),
  ],
});
