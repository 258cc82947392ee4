import type { RoledField } from './roles.ts';
import type { LabelRole } from './words.ts';

/** Names of fields for a document's own facts, beside link and comment. */
const FACT =
  /^наименован|^назван|^(?:дата|дату)(?!\p{L})|^номер|^№ (?:документ|приказ)|^вид(?!\p{L})|^тип(?!\p{L})|реквизит|ответственн|исполнител|файл|срок|статус|количеств|автор|должност/iu;
/** Share of links with exactly one further field from which the two are a pair. */
const PAIRED_FROM = 0.9;

/** Gives all that may name a field. */
type NamesOf = (field: RoledField) => readonly string[];

/**
 * Where no field of the page is called a comment, and nearly every link stands beside one further text field, always on the same
 * side, that field is the comment, whatever its author called it, unless its name is that of another fact.
 */
export function pairUnnamed(fields: readonly RoledField[], namesOf: NamesOf): void {
  if (fields.some(({ role }) => role === 'comment')) return;
  const text = fields.filter(
    ({ role, token }) => role === 'url' || (role === null && /^(?:text|textarea|rich)$/.test(token.type)),
  );
  const links = text.filter(({ role }) => role === 'url').length;
  if (links < 3 || text.length < 2 * links * PAIRED_FROM || text.length > 2 * links) return;
  const first = text[0]?.role === 'url' ? 0 : 1;
  const pairs: RoledField[] = [];
  for (let i = 0; i + 1 < text.length; i++) {
    const link = text[i + first];
    const other = text[i + 1 - first];
    if (link?.role !== 'url' || other?.role !== null) continue;
    pairs.push(other);
    i++;
  }
  if (pairs.length < links * PAIRED_FROM) return;
  for (const field of pairs) {
    if (namesOf(field).some((name) => FACT.test(name))) continue;
    field.role = 'comment';
    field.reasons = field.reasons.guessed('comment', 'beside-link', '', 0.35);
  }
}

/** Fields nobody names take the role of their like: same kind of element in the same column or place in the row. */
export function spread(fields: readonly RoledField[]): void {
  const open = fields.filter((field) => !field.role || !field.reasons.strong);
  if (open.length === 0) return;
  // Few fields are open; only those that look like one of them at first sight vote.
  const wanted = new Map<string, Set<number>>();
  for (const { token } of open)
    wanted.set(token.type, (wanted.get(token.type) ?? new Set()).add(token.cell?.column ?? -1));
  const votes = new Map<string, Map<LabelRole, number>>();
  for (const field of fields) {
    const { token } = field;
    if (!field.role || !wanted.get(token.type)?.has(token.cell?.column ?? -1)) continue;
    const sign = signature(field);
    const map = votes.get(sign) ?? new Map<LabelRole, number>();
    votes.set(sign, map);
    map.set(field.role, (map.get(field.role) ?? 0) + 1);
  }
  for (const field of open) {
    const seen = signature(field);
    const map = votes.get(seen);
    if (map?.size !== 1) continue;
    const role = [...map.keys()][0] as LabelRole;
    if (role === 'other' || role === field.role) continue;
    field.role = role;
    field.reasons = field.reasons.guessed(role, 'like-others', seen, 0.3);
  }
}

function signature({ token }: RoledField): string {
  const { element, cell } = token;
  return `${element.localName}/${token.type}/${cell ? cell.column : '-'}/${element.className}/${element.parentElement?.className ?? ''}`;
}
