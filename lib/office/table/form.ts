import type { Form, Position } from '../../model/form.ts';
import { positionId, rowId } from '../../reference/identity.ts';
import type { TablePosition } from './types.ts';

/** A preparation table as a `Form`: the same noun as a page, so criteria, rules and reports work on it alike. */
export function tableForm(positions: readonly TablePosition[]): Form {
  const seen = new Map<string, number>();
  return {
    mode: 'fill',
    mechanism: null,
    positions: positions.map(({ path, text, number, rows }): Position => {
      const first = positionId(path, text);
      const ordinal = seen.get(first) ?? 0;
      seen.set(first, ordinal + 1);
      const id = ordinal === 0 ? first : positionId(path, text, ordinal);
      return {
        id,
        path,
        text,
        number: number === '' ? null : number,
        points: null,
        rows: rows.map((row, index) => ({
          id: rowId(id, index),
          url: row.url,
          comment: row.comment,
          name: row.name,
          pages: row.pages,
        })),
        confidence: 1,
      };
    }),
  };
}
