import { addressKey } from '../reference/address.ts';
import { positionId } from '../reference/identity.ts';
import { collapse } from '../reference/text.ts';
import { rowComment } from './comment.ts';
import type { ImportedTable, MergeConflict, MergedPosition, MergedRow } from './types.ts';

export interface Merged {
  readonly positions: readonly MergedPosition[];
  readonly conflicts: readonly MergeConflict[];
  /** Rows that two files hold alike: kept once. */
  readonly repeated: number;
}

/**
 * Tables of several colleagues as one: positions with the same headings and text come together in the order they
 * first stand in, rows that are alike are kept once, rows of two files that differ in the comment are conflicts.
 * Equal positions of one file stay apart when their order tells them apart.
 */
export function mergeTables(tables: readonly ImportedTable[]): Merged {
  const byId = new Map<string, { position: Omit<MergedPosition, 'rows'>; rows: MergedRow[] }>();
  const conflicts: { id: string; first: MergedRow; second: MergedRow }[] = [];
  let repeated = 0;
  for (const table of tables) {
    const seen = new Map<string, number>();
    for (const { path, text, rows, place } of table.positions) {
      const plain = positionId(path, text);
      const ordinal = seen.get(plain) ?? 0;
      seen.set(plain, ordinal + 1);
      const id = positionId(path, text, ordinal);
      const entry = byId.get(id) ?? { position: { path, text, place, file: table.file }, rows: [] };
      byId.set(id, entry);
      const others = entry.rows.filter((row) => row.file !== table.file);
      for (const row of rows) {
        const merged: MergedRow = { ...row, file: table.file, fullComment: rowComment(row) };
        const twins = others.filter(
          (other) => addressKey(other.url) === addressKey(row.url) && row.url.trim() !== '',
        );
        if (twins.some((twin) => collapse(twin.fullComment) === collapse(merged.fullComment))) {
          repeated++;
          continue;
        }
        if (twins[0]) conflicts.push({ id, first: twins[0], second: merged });
        entry.rows.push(merged);
      }
    }
  }
  const positions = new Map([...byId].map(([id, { position, rows }]) => [id, { ...position, rows }]));
  return {
    positions: [...positions.values()],
    conflicts: conflicts.map(({ id, first, second }) => ({
      position: positions.get(id) as MergedPosition,
      first,
      second,
    })),
    repeated,
  };
}
