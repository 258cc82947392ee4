import type { Form, Position } from '../model/form.ts';
import type { LibraryDocument, Use } from '../model/library.ts';
import { composeComment } from '../reference/comment.ts';
import { rowId } from '../reference/identity.ts';
import { parsePages } from '../reference/pages.ts';

/**
 * The library as a form: each position in which a document was used, with those documents as rows. In the order of the
 * headings, then as used. For the preparation table; credentials are never part of it.
 */
export function formOfLibrary(documents: readonly LibraryDocument[], uses: readonly Use[]): Form {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const positions = new Map<string, { use: Use; rows: { url: string; comment: string }[] }>();
  for (const use of uses) {
    const document = byId.get(use.documentId);
    if (!document || use.deletedAt !== null || document.deletedAt !== null) continue;
    const entry = positions.get(use.positionId) ?? { use, rows: [] };
    positions.set(use.positionId, entry);
    const comment = composeComment({
      name: document.title,
      pages: parsePages(use.pages).pages,
      login: '',
      password: '',
      access: document.access.note,
      explanation: use.explanation,
    });
    entry.rows.push({ url: document.address, comment });
  }
  const list = [...positions].map(([id, { use, rows }]): Position => {
    const made = rows.map((row, index) => ({ id: rowId(id, index), ...row, name: '', pages: '' }));
    return {
      id,
      path: use.path,
      text: use.positionText,
      number: null,
      points: null,
      rows: made,
      confidence: 1,
    };
  });
  list.sort((a, b) => a.path.join('|').localeCompare(b.path.join('|'), 'ru', { numeric: true }));
  return { mode: 'fill', mechanism: null, positions: list };
}
