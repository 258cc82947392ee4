import type { FieldRole } from '../model/finding.ts';

/**
 * What happens to one field. `write`: it is empty. `same`: it holds the value already. `keep`: it holds
 * something else and stays. `replace`: the user chose the new value. `append`: new text after the old.
 */
export type FillAction = 'write' | 'same' | 'keep' | 'replace' | 'append';

/** One field of the plan: what stands there, what would, and what was decided. */
export interface FillItem {
  /** `positionId#row:role`; equal in every plan for the same field. */
  readonly id: string;
  readonly positionId: string;
  readonly rowIndex: number;
  readonly field: FieldRole;
  readonly old: string;
  /** What the source (table, draft, mass change) has. */
  readonly incoming: string;
  readonly action: FillAction;
}

/** A row of the source that found no place: the position has no free row left. */
export interface NoRoom {
  readonly positionId: string;
  readonly url: string;
  readonly comment: string;
}

export interface FillPlan {
  readonly items: readonly FillItem[];
  readonly noRoom: readonly NoRoom[];
}

/** Rows for one position of the form, as the source has them. */
export interface IncomingPosition {
  readonly positionId: string;
  readonly rows: readonly { readonly url: string; readonly comment: string }[];
}

/** What became of an item: outcomes of the writer and what happens before and beside it. */
export type FillStatus = 'waiting' | 'written' | 'unchanged' | 'rejected' | 'missing' | 'edited' | 'undone';

export interface FillRecord {
  readonly item: FillItem;
  readonly status: FillStatus;
  /** Value read before and after; after an undo `after` is what was read back then. */
  readonly before: string;
  readonly after: string;
  /** Locale key of the reason when rejected. */
  readonly reason: string | null;
}

/** Kept after each batch, so that an interrupted filling goes on where it stood. */
export interface FillJournal {
  readonly id: string;
  readonly startedAt: string;
  /** Site and login, parted by a space (login '' if the page does not say): a journal is never applied to another form. */
  readonly site: string;
  /** The load of the page it was written into last (`form.snapshot`); left out: not known. */
  readonly page?: string;
  /** The user takes the filling back: what goes on after a reload is that. */
  readonly undoing?: boolean;
  readonly records: readonly FillRecord[];
  readonly state: 'running' | 'paused' | 'done' | 'cancelled' | 'undone';
}
