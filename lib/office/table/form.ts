import type { Form, Position } from '../../model/form.ts';
import { composeComment, parseComment } from '../../reference/comment.ts';
import { positionId, rowId } from '../../reference/identity.ts';
import { parsePages } from '../../reference/pages.ts';
import type { TablePosition, TableRow } from './types.ts';

/**
 * What stands in the form's comment for a row of the table: name, pages and explanation as one text, because the form
 * has one field for all three. Pages that are no numbers («все») and comments that say them already stay as they are.
 */
export function formComment(row: Pick<TableRow, 'name' | 'pages' | 'comment'>): string {
  const said = parseComment(row.comment);
  const numbers = /^\d/.test(row.pages) ? parsePages(`с. ${row.pages}`).pages : parsePages(row.pages).pages;
  if (said.name !== '' && row.name !== '' && row.comment.includes(row.name) && said.pages.length > 0)
    return row.comment;
  if (row.name === '' && row.pages === '') return row.comment;
  if (numbers.length === 0 && row.pages !== '')
    return [row.name, row.pages, row.comment].filter((part) => part !== '').join('. ');
  // Login and password stay where they were typed, character by character, when the comment holds them.
  if (said.login !== '' || said.password !== '' || said.access !== '' || said.pages.length > 0) {
    const head = composeComment({
      name: row.name,
      pages: numbers,
      login: '',
      password: '',
      access: '',
      explanation: '',
    });
    return [head, row.comment].filter((part) => part !== '').join('. ');
  }
  return composeComment({
    name: row.name,
    pages: numbers,
    login: '',
    password: '',
    access: '',
    explanation: row.comment,
  });
}

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
          comment: formComment(row),
          name: row.name,
          pages: row.pages,
        })),
        confidence: 1,
      };
    }),
  };
}
