import type { Position, Row } from '../model/form.ts';
import type { CriterionFacts } from '../model/matched.ts';
import { rowId } from '../reference/identity.ts';
import type { RuleContext, RuleExample } from './types.ts';

/** Makers of tiny forms for the rules' examples and their tests. */

/** A row as `[url, comment]` or `[url, comment, name, pages]`. */
export type RowText = readonly [string, string, string?, string?];

/** A position with the given rows; `id` is also its text. */
export function positionOf(id: string, rows: readonly RowText[], path: readonly string[] = []): Position {
  const made = rows.map(
    ([url, comment, name = '', pages = ''], index): Row => ({
      id: rowId(id, index),
      url,
      comment,
      name,
      pages,
    }),
  );
  return { id, path, text: id, number: null, points: null, rows: made, confidence: 1 };
}

/** An example with one position. */
export function one(name: string, rows: readonly RowText[], context?: Partial<RuleContext>): RuleExample {
  return { name, positions: [positionOf('p', rows)], ...(context ? { context } : {}) };
}

/** An example of a track: component heading → rows of its position. */
export function track(
  name: string,
  path: readonly string[],
  components: Readonly<Record<string, readonly RowText[]>>,
  context?: Partial<RuleContext>,
): RuleExample {
  const positions = Object.entries(components).map(([component, rows]) =>
    positionOf(`${name}: ${component}`, rows, [...path, component]),
  );
  return { name, positions, ...(context ? { context } : {}) };
}

/** A context that knows nothing, with what is given on top. */
export function contextOf(given: Partial<RuleContext> = {}): RuleContext {
  return { criterion: () => null, facts: () => null, harmfulPhrases: [], noLowSchools: null, ...given };
}

/** Criterion facts with what is given on top. */
export function criterionOf(given: Partial<CriterionFacts>): CriterionFacts {
  return {
    criterionId: 'c',
    points: 1,
    component: null,
    trackKey: 't',
    trackRole: null,
    directionCode: '1.1',
    certainty: 1,
    ...given,
  };
}

/** A proper document and comment, for «fine» examples. */
export const ORDER = [
  'https://uo.example.ru/docs/prikaz-123.pdf',
  'Приказ УО от 15.03.2022 № 123-од, с. 3–5. Цели',
] as const;
