import type { Position } from '../model/form.ts';
import type { FormChange } from './types.ts';

/** Same place and shape: everything but the values. */
function sameShape(a: Position, b: Position): boolean {
  return (
    a.text === b.text &&
    a.number === b.number &&
    a.points === b.points &&
    a.canAddRow === b.canAddRow &&
    a.rows.length === b.rows.length &&
    a.path.length === b.path.length &&
    a.path.every((heading, i) => heading === b.path[i])
  );
}

function sameValues(a: Position, b: Position): boolean {
  return a.rows.every((row, i) => row.url === b.rows[i]?.url && row.comment === b.rows[i]?.comment);
}

/** Whether two readings of one position differ in shape, only in values, or not at all. */
export function kindOfChange(before: Position, after: Position): 'shape' | 'values' | null {
  if (before === after) return null;
  if (!sameShape(before, after)) return 'shape';
  return sameValues(before, after) ? null : 'values';
}

/** What changed between two readings; in `kept`, positions that did not change are the old objects. */
export function diff(
  before: readonly Position[],
  after: readonly Position[],
): { kept: Position[]; change: FormChange | null } {
  const old = new Map(before.map((position) => [position.id, position]));
  const added: string[] = [];
  const changed: string[] = [];
  const values: string[] = [];
  const kept = after.map((position) => {
    const known = old.get(position.id);
    old.delete(position.id);
    if (!known) {
      added.push(position.id);
      return position;
    }
    const kind = kindOfChange(known, position);
    if (!kind) return known;
    (kind === 'shape' ? changed : values).push(position.id);
    return position;
  });
  const removed = [...old.keys()];
  const moved = kept.length === before.length && kept.some((position, i) => position.id !== before[i]?.id);
  const any = added.length + removed.length + changed.length + values.length > 0 || moved;
  return { kept, change: any ? { added, removed, changed, values } : null };
}
