import { positionOfRow } from '../reference/identity.ts';
import type { Pair } from './pair.ts';
import type { Found, Reading } from './read.ts';
import type { RecognisedForm } from './types.ts';

/** Wraps a reading into the contract of the room. */
export function asRecognised(reading: Reading): RecognisedForm {
  let known: Map<string, Found> | null = null;
  const byId = (id: string): Found | undefined => {
    known ??= new Map(reading.found.map((found) => [found.position.id, found]));
    return known.get(id);
  };
  return {
    form: reading.form,
    anchor: (id) => byId(id)?.anchor ?? null,
    field: (id, role) => rowOf(byId(positionOfRow(id)), id)?.[role]?.element ?? null,
    scoreField: (id) => byId(id)?.score?.element ?? null,
    explain: (id) => byId(id)?.evidence ?? [],
  };
}

/** A position's pair by the id of its row. */
function rowOf(found: Found | undefined, id: string): Pair | undefined {
  return found?.rows[found.position.rows.findIndex((row) => row.id === id)];
}
