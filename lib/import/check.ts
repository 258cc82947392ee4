import type { Finding } from '../model/finding.ts';
import type { Form, Position } from '../model/form.ts';
import { positionId, rowId } from '../reference/identity.ts';
import { checkForm } from '../rules/index.ts';
import type { RuleContext } from '../rules/types.ts';
import type { MergedPosition } from './types.ts';

/** The table as a form of its own: what the rules look at before anything is written. */
export function formOf(positions: readonly MergedPosition[]): Form {
  const seen = new Map<string, number>();
  return {
    mode: 'fill',
    mechanism: null,
    positions: positions.map(({ path, text, rows }): Position => {
      const plain = positionId(path, text);
      const ordinal = seen.get(plain) ?? 0;
      seen.set(plain, ordinal + 1);
      const id = positionId(path, text, ordinal);
      return {
        id,
        path,
        text,
        number: null,
        points: null,
        confidence: 1,
        rows: rows.map((row, index) => ({
          id: rowId(id, index),
          url: row.url,
          comment: row.fullComment,
          name: '',
          pages: '',
        })),
      };
    }),
  };
}

/** Findings of a table before filling. Positions without any row are not asked to be filled yet. */
export function checkTable(positions: readonly MergedPosition[], context: RuleContext): Finding[] {
  return checkForm(formOf(positions), context);
}
