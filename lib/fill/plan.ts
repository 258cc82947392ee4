import type { FieldRole } from '../model/finding.ts';
import type { Form, Position, Row } from '../model/form.ts';
import { isFilled } from '../model/form.ts';
import { addressKey } from '../reference/address.ts';
import type { FillAction, FillItem, FillPlan, IncomingPosition, NoRoom } from './types.ts';

/** Rows a position may have when the page does not show them all yet (source: M, «не более 5 ссылок»). */
const MAX_ROWS = 5;

/**
 * The difference between a form and what a source has, field by field. Never plans to overwrite: a field
 * that holds something else is `keep` until the user decides otherwise with `choose`.
 * A row goes where its address already stands, else into the first free row; planning twice gives the same.
 */
export function planFill(form: Form, incoming: readonly IncomingPosition[]): FillPlan {
  const byId = new Map(form.positions.map((position) => [position.id, position]));
  const items: FillItem[] = [];
  const noRoom: NoRoom[] = [];
  for (const source of incoming) {
    const position = byId.get(source.positionId);
    if (!position) continue;
    const taken = new Set<number>();
    for (const row of source.rows) {
      const index = placeFor(position, row.url, row.comment, taken);
      if (index === null) {
        noRoom.push({ positionId: position.id, ...row });
        continue;
      }
      taken.add(index);
      items.push(...rowItems(position, index, row));
    }
  }
  return { items, noRoom };
}

/** Index of the row an incoming link belongs to; null when there is no free row. */
function placeFor(
  position: Position,
  url: string,
  comment: string,
  taken: ReadonlySet<number>,
): number | null {
  const key = addressKey(url);
  const free = (index: number): boolean => !taken.has(index);
  const sameAddress = position.rows.flatMap((row, index) =>
    key !== '' && free(index) && addressKey(row.url) === key ? [index] : [],
  );
  // One address may stand in several rows, one for each document: the comment tells which.
  const exact = sameAddress.find((index) => position.rows[index]?.comment.trim() === comment.trim());
  if (exact !== undefined) return exact;
  if (sameAddress[0] !== undefined) return sameAddress[0];
  const empty = position.rows.findIndex((row, index) => free(index) && !isFilled(row));
  if (empty >= 0) return empty;
  if (position.canAddRow === false) return null;
  for (let index = position.rows.length; index < MAX_ROWS; index++) if (free(index)) return index;
  return null;
}

function rowItems(
  position: Position,
  rowIndex: number,
  source: { url: string; comment: string },
): FillItem[] {
  const row: Row | undefined = position.rows[rowIndex];
  const item = (field: FieldRole, old: string, incoming: string): FillItem[] =>
    incoming.trim() === ''
      ? []
      : [
          {
            id: `${position.id}#${rowIndex}:${field}`,
            positionId: position.id,
            rowIndex,
            field,
            old,
            incoming,
            action: defaultAction(field, old, incoming),
          },
        ];
  return [...item('url', row?.url ?? '', source.url), ...item('comment', row?.comment ?? '', source.comment)];
}

function defaultAction(field: FieldRole, old: string, incoming: string): FillAction {
  if (old.trim() === '') return 'write';
  const same = field === 'url' ? addressKey(old) === addressKey(incoming) : old.trim() === incoming.trim();
  return same ? 'same' : 'keep';
}

/** The plan with one decision changed; `id` null decides for all fields that hold something else. */
export function choose(plan: FillPlan, id: string | null, action: 'keep' | 'replace' | 'append'): FillPlan {
  const items = plan.items.map((item) => {
    const decidable = item.action === 'keep' || item.action === 'replace' || item.action === 'append';
    if (!decidable || (id !== null && item.id !== id)) return item;
    // An address cannot be appended to another one: such a field stays until it is replaced.
    return { ...item, action: action === 'append' && item.field === 'url' ? ('keep' as const) : action };
  });
  return { ...plan, items };
}

/** The value the field is to hold after the filling; null when it is not to be touched. */
export function wantedValue(item: FillItem): string | null {
  if (item.action === 'write' || item.action === 'replace') return item.incoming;
  if (item.action === 'append') return `${item.old.trimEnd()}\n${item.incoming}`;
  return null;
}
