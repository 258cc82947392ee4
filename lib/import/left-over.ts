import { headingKey } from '../reference/identity.ts';
import type { ImportSession, Placed } from './session.ts';

/** Headings are compared by this: numbers, case and punctuation aside. */
export const sameHeading = (heading: string): string => headingKey(heading) || heading.trim();

/** Positions of the table (indexes) that are not transferred now. */
export interface LeftOver {
  /** Stand under a heading the form has not shown so far: another part of it may hold them. */
  readonly waiting: readonly number[];
  /** The user said no, or the part of the form they belong to was seen and does not have them. */
  readonly skipped: readonly number[];
}

/** Parts of the positions without a place: those that may still be found, and those that will not be. Empty ones are neither. */
export function leftOver(session: ImportSession, placed: readonly Placed[]): LeftOver {
  const found = placed.flatMap(({ index, target, sure }) =>
    sure && target !== null ? [session.positions[index]?.path ?? []] : [],
  );
  // A heading of the table under which something was found is known too, though the form may write it otherwise.
  const shown = [...session.targets.map(({ path }) => path), ...found];
  const seen = new Set(shown.flat().map(sameHeading));
  const waiting: number[] = [];
  const skipped: number[] = [];
  for (const { index, target, sure } of placed) {
    const position = session.positions[index];
    if (!position || position.rows.length === 0 || (sure && target !== null)) continue;
    const elsewhere =
      session.confirmed[index] === undefined &&
      target === null &&
      position.path.some((heading) => !seen.has(sameHeading(heading)));
    (elsewhere ? waiting : skipped).push(index);
  }
  return { waiting, skipped };
}

/** What waits is not looked for any more: the user ends the filling without it. */
export function giveUp(session: ImportSession, placed: readonly Placed[]): ImportSession {
  const said = leftOver(session, placed).waiting.map((index) => [index, null] as const);
  return { ...session, confirmed: { ...session.confirmed, ...Object.fromEntries(said) } };
}
