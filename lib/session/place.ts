import type { LiveForm } from '../form/types.ts';
import { isFilled, type Position, RECOGNISED_FROM, type Row } from '../model/form.ts';

/** Where a document may go. Never over something that is there. */

/** The row to use in a position: the preferred one when it is empty, else the first empty one; null: none is free. */
export function freeRow(position: Position, preferred: string | null): Row | null {
  const empty = position.rows.filter((row) => !isFilled(row));
  return empty.find((row) => row.id === preferred) ?? empty[0] ?? null;
}

/** A free row's id in a position, adding a row with the page's own button when all are taken. */
export async function findRow(
  live: LiveForm,
  position: Position,
  preferred: string | null,
): Promise<string | null> {
  if (position.confidence < RECOGNISED_FROM) return null;
  const row = freeRow(position, preferred);
  if (row) return row.id;
  if (position.canAddRow === false || position.rows.length >= MOST_ROWS) return null;
  return live.addRow(position.id);
}

/** Links a position may have («Требования к материалам МУМ»: no more than five). */
const MOST_ROWS = 5;
