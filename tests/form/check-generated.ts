import { readForm } from '../../lib/form/read.ts';
import { headingKey } from '../../lib/reference/identity.ts';
import { textKey } from '../../lib/reference/text.ts';
import type { Generated } from './generate/page.ts';

/** What recognition got wrong of a generated page; '' when all is right. */
export function wrongOf(generated: Generated, document: Document): string {
  const read = readForm(document);
  const { positions } = read.form;
  if (positions.length !== generated.positions.length)
    return `${positions.length} positions instead of ${generated.positions.length}`;
  for (const [p, want] of generated.positions.entries()) {
    const got = positions[p];
    if (!got) return `no position ${p}`;
    if (textKey(got.text) !== textKey(want.text)) return `text ${p}: «${got.text}» instead of «${want.text}»`;
    const path = [want.direction, want.track, want.component].map(headingKey).join(' / ');
    if (got.path.map(headingKey).join(' / ') !== path)
      return `path ${p}: ${got.path.join(' / ')} instead of ${path}`;
    if (got.rows.length !== want.rows.length)
      return `rows of ${p}: ${got.rows.length} instead of ${want.rows.length}`;
    for (const [r, row] of got.rows.entries()) {
      for (const role of ['url', 'comment'] as const) {
        const mark = read.field(row.id, role)?.getAttribute('data-is');
        if (mark !== `${p}.${r}.${role}`) return `${role} of ${p}.${r} is ${mark}`;
        if (row[role] !== want.rows[r]?.[role]) return `value of ${p}.${r}.${role}`;
      }
    }
  }
  return '';
}
