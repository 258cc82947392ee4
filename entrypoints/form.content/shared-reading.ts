import { cleanText } from '../../lib/form/clean.ts';
import { labelText } from '../../lib/form/context.ts';
import { couldBe } from '../../lib/form/judge.ts';
import { pairRows } from '../../lib/form/pair.ts';
import { readTexts } from '../../lib/form/texts.ts';

/** What the session takes from the second half of recognition: see `shared.ts`. */
const shared = { cleanText, couldBe, labelText, pairRows, readTexts };

/** Lays them out beside what the first script shares. */
export function shareReading(): void {
  const world = globalThis as { [key: symbol]: object | undefined };
  const key = Symbol.for('fis-oko.shared');
  world[key] = { ...world[key], ...shared };
}
