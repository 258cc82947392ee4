import type { Position, Row } from '../model/form.ts';
import type { Found, Reading } from './read.ts';

/** The same reading with what its fields hold now: a reading in slices takes a while. */
export function freshen({ form, found }: Reading): Pick<Reading, 'form' | 'found'> {
  if (form.mode === 'review') return { form, found };
  const fresh = found.map(freshened);
  return { form: { ...form, positions: fresh.map(({ position }) => position) }, found: fresh };
}

/** A position with what its fields hold now. */
export function freshened(one: Found): Found {
  const { position, rows } = one;
  const same = position.rows.every(
    (row, i) => row.url === (rows[i]?.url?.read() ?? '') && row.comment === (rows[i]?.comment?.read() ?? ''),
  );
  if (same) return one;
  const now = position.rows.map(
    (row, i): Row => ({ ...row, url: rows[i]?.url?.read() ?? '', comment: rows[i]?.comment?.read() ?? '' }),
  );
  return withPosition(one, { ...position, rows: now });
}

/** The same parts of the page for another state or name of the position; its evidence is made when it is asked for. */
export function withPosition(one: Found, position: Position): Found {
  const { anchor, rows, score, add } = one;
  return {
    position,
    anchor,
    rows,
    score,
    add,
    get evidence() {
      return one.evidence;
    },
  };
}
