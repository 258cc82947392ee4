import type { FieldRole } from '../model/finding.ts';
import type { FillJournal } from './types.ts';

/** One field to be written, as the page's side understands it. */
export interface FieldValue {
  readonly positionId: string;
  readonly rowIndex: number;
  readonly field: FieldRole;
  readonly value: string;
  /** What the field has to hold to be written to, white space aside; something else is left there, and told. */
  readonly held: string;
  /** Whether the page may be asked for a row that is not there. */
  readonly addRow: boolean;
}

/** A field, without what is to become of it. */
export type FieldPlace = Pick<FieldValue, 'positionId' | 'rowIndex' | 'field'>;

/**
 * What the page said of a field. `missing`: the position or row is not on the page now. `unchanged`: it holds the value
 * already, white space aside. `edited`: it holds something else than it should, and was left alone.
 */
export interface FieldOutcome {
  readonly outcome: 'written' | 'unchanged' | 'rejected' | 'missing' | 'edited';
  readonly before: string;
  readonly after: string;
  readonly reason: string | null;
}

/** The page as filling sees it; messages in the extension, a fake in tests. */
export interface FillTarget {
  /** Current values in the order asked; null where the field is not on the page now. */
  read(fields: readonly FieldPlace[]): Promise<readonly (string | null)[]>;
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
  /** Fields a batch at most; a page that takes its time gets fewer, so that pausing is felt soon. */
  readonly batch?: number;
  /** Keeps the time on this side, never in the form's tab, which mostly is in the background; `setTimeout` when left out. */
  readonly wait?: (ms: number) => Promise<void>;
  /** Milliseconds of some clock; `performance.now` when left out. */
  readonly now?: () => number;
}

/** The place alone: of an item, or of a value. */
export function fieldOf({ positionId, rowIndex, field }: FieldPlace): FieldPlace {
  return { positionId, rowIndex, field };
}
