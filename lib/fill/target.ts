import type { FieldRole } from '../model/finding.ts';
import type { FillItem, FillJournal } from './types.ts';

/** One field to be written, as the page's side understands it. */
export interface FieldValue {
  readonly positionId: string;
  readonly rowIndex: number;
  readonly field: FieldRole;
  readonly value: string;
}

/** What the page said of a field. `missing`: the position or row is not on the page now. */
export interface FieldOutcome {
  readonly outcome: 'written' | 'unchanged' | 'rejected' | 'missing';
  readonly before: string;
  readonly after: string;
  readonly reason: string | null;
}

/** The page as filling sees it; messages in the extension, a fake in tests. */
export interface FillTarget {
  /** Current values in the order asked; null where the field is not on the page now. */
  read(fields: readonly Omit<FieldValue, 'value'>[]): Promise<readonly (string | null)[]>;
  /** Writes in the order given; `after` is what the field holds at once, before the page had time to object. */
  write(fields: readonly FieldValue[]): Promise<readonly FieldOutcome[]>;
}

export interface FillOptions {
  readonly target: FillTarget;
  /** Called before the first batch and after each, before the next begins: what it stores is what a crash leaves. */
  readonly keep: (journal: FillJournal) => Promise<void>;
  readonly onProgress?: (journal: FillJournal) => void;
  /** Aborting pauses: the journal can be given to `runFill` again. */
  readonly signal?: AbortSignal;
  /** Fields a batch; small enough that pausing is felt at once. */
  readonly batch?: number;
  /** Keeps the time on this side, never in the form's tab, which mostly is in the background; `setTimeout` when left out. */
  readonly wait?: (ms: number) => Promise<void>;
  /** Milliseconds of some clock; `performance.now` when left out. */
  readonly now?: () => number;
}

/** The place of an item's field. */
export function fieldOf(item: FillItem): Omit<FieldValue, 'value'> {
  return { positionId: item.positionId, rowIndex: item.rowIndex, field: item.field };
}

/** One-line fields drop line breaks and text areas normalise them: such a value is not «edited». */
export function sameText(a: string, b: string): boolean {
  return a === b || a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim();
}
