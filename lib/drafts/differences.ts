import type { Form, Row } from '../model/form.ts';
import { collapse } from '../reference/text.ts';
import { type DraftFields, type DraftRecord, fieldKey, readFieldKey } from './types.ts';

/** One field in which the draft and the page say different things. */
export interface DraftDifference {
  readonly role: 'url' | 'comment';
  readonly row: number;
  readonly draft: string;
  /** What the page holds now; null: the page has no such row. */
  readonly page: string | null;
}

export interface PositionDifference {
  readonly record: DraftRecord;
  /** false: the form does not show this position (another tab of it, another year). */
  readonly onPage: boolean;
  readonly at: string;
  readonly fields: readonly DraftDifference[];
}

/** Values of a position's rows, as drafts keep them. */
export function fieldsOf(rows: readonly Pick<Row, 'url' | 'comment'>[]): DraftFields {
  const fields: Record<string, string> = {};
  rows.forEach((row, index) => {
    if (row.url !== '') fields[fieldKey('url', index)] = row.url;
    if (row.comment !== '') fields[fieldKey('comment', index)] = row.comment;
  });
  return fields;
}

/**
 * What «Восстановить» offers: where the latest draft holds a text that the page does not, position by position. A field
 * emptied on purpose is not offered: there is nothing to lose.
 */
export function differences(records: readonly DraftRecord[], form: Form): PositionDifference[] {
  const positions = new Map(form.positions.map((position) => [position.id, position]));
  const found: PositionDifference[] = [];
  for (const record of records) {
    const latest = record.versions[0];
    if (!latest) continue;
    const position = positions.get(record.positionId);
    const fields: DraftDifference[] = [];
    for (const [key, draft] of Object.entries(latest.fields)) {
      const field = readFieldKey(key);
      if (!field || draft.trim() === '') continue;
      const row = position?.rows[field.row];
      const page = row ? row[field.role] : null;
      // Sites trim what they save: that is no loss.
      if (page === null || collapse(page) !== collapse(draft)) fields.push({ ...field, draft, page });
    }
    if (fields.length > 0) found.push({ record, onPage: position !== undefined, at: latest.at, fields });
  }
  return found.sort((a, b) => (a.at < b.at ? 1 : -1));
}
