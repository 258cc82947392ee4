import { composeComment, normalisedParts, parseComment } from '../reference/comment.ts';
import { parsePages } from '../reference/pages.ts';
import type { TableRow } from './types.ts';

/**
 * The «Комментарий к документу» of a table's row: name, pages, then the comment. What the person wrote stays character
 * by character (it may hold a password): only name and pages are composed, and only where the comment lacks them.
 */
export function rowComment(row: Pick<TableRow, 'name' | 'pages' | 'comment'>): string {
  const said = parseComment(row.comment);
  const name = row.name.trim() !== '' && !row.comment.includes(row.name.trim()) ? row.name : '';
  const { pages } = parsePages(row.pages);
  const unread = row.pages.trim() !== '' && pages.length === 0 ? row.pages.trim() : '';
  const lacking = pages.filter(([from, to]) => !said.pages.some(([a, b]) => a === from && b === to));
  const head = composeComment(
    normalisedParts({ name, pages: lacking, login: '', password: '', access: '', explanation: '' }),
  );
  const start = [head, unread].filter(Boolean).join(', ');
  const comment = row.comment.trim();
  if (start === '' || comment === '') return start || comment;
  return `${start}. ${comment}`;
}
