import type { Pair } from './pair.ts';
import type { Reading } from './read.ts';
import type { RecognisedForm } from './types.ts';

/** Wraps a reading into the contract of the room. */
export function asRecognised(reading: Reading): RecognisedForm {
  const byId = new Map(reading.found.map((f) => [f.position.id, f]));
  const parts = new Map<string, Pair>();
  for (const { position, rows } of reading.found)
    for (const [i, row] of position.rows.entries()) parts.set(row.id, rows[i] as Pair);
  return {
    form: reading.form,
    anchor: (id) => byId.get(id)?.anchor ?? null,
    field: (id, role) => parts.get(id)?.[role]?.element ?? null,
    scoreField: (id) => byId.get(id)?.score?.element ?? null,
    explain: (id) => byId.get(id)?.evidence ?? [],
  };
}
