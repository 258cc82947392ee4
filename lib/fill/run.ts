import type { FieldRole } from '../model/finding.ts';
import { wantedValue } from './plan.ts';
import type { FillItem, FillJournal, FillPlan, FillRecord, FillStatus } from './types.ts';

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

/** The page as filling sees it; a message port in the extension, a fake in tests. */
export interface FillTarget {
  /** Current values in the order asked; null where the field is not on the page now. */
  read(fields: readonly Omit<FieldValue, 'value'>[]): Promise<readonly (string | null)[]>;
  /** Writes and reads back, in the order given. */
  write(fields: readonly FieldValue[]): Promise<readonly FieldOutcome[]>;
}

export interface FillOptions {
  readonly target: FillTarget;
  /** Called after each batch, before the next begins: what it stores is what a crash leaves. */
  readonly keep: (journal: FillJournal) => Promise<void>;
  readonly onProgress?: (journal: FillJournal) => void;
  /** Aborting pauses: the journal can be given to `runFill` again. */
  readonly signal?: AbortSignal;
  /** Fields a batch; small enough that pausing is felt at once. */
  readonly batch?: number;
}

/** `written` is looked at again when a journal is resumed: a reload may have lost what was not saved. */
const OPEN: ReadonlySet<FillStatus> = new Set(['waiting', 'missing', 'written']);

/** A journal in which nothing is written yet. Fields that are not to be touched are not in it. */
export function startJournal(plan: FillPlan, id: string, site: string, startedAt: string): FillJournal {
  const records = plan.items
    .filter((item) => wantedValue(item) !== null)
    .map((item): FillRecord => ({ item, status: 'waiting', before: item.old, after: '', reason: null }));
  return { id, site, startedAt, records, state: 'running' };
}

/**
 * Writes what waits, batch by batch, and resumes a journal where it stood: a field that already holds the
 * wanted value is never written again, a field edited by hand since the plan was made is left and marked `edited`.
 * Fields that are not on the page (another tab of the form) stay `missing`, and are tried again on the next run.
 */
export async function runFill(journal: FillJournal, options: FillOptions): Promise<FillJournal> {
  const records = [...journal.records];
  const todo = records.flatMap((record, index) => (OPEN.has(record.status) ? [index] : []));
  let state: FillJournal = { ...journal, records, state: 'running' };
  const size = options.batch ?? 40;
  for (let from = 0; from < todo.length; from += size) {
    if (options.signal?.aborted) {
      state = { ...state, state: 'paused' };
      await options.keep(state);
      return state;
    }
    const indexes = todo.slice(from, from + size);
    await runBatch(records, indexes, options.target);
    state = { ...state, records: [...records] };
    await options.keep(state);
    options.onProgress?.(state);
  }
  const open = records.some((record) => record.status === 'missing');
  state = { ...state, state: open ? 'paused' : 'done' };
  await options.keep(state);
  options.onProgress?.(state);
  return state;
}

async function runBatch(
  records: FillRecord[],
  indexes: readonly number[],
  target: FillTarget,
): Promise<void> {
  const fields = indexes.map((index) => fieldOf((records[index] as FillRecord).item));
  const now = await target.read(fields);
  const writes: { index: number; value: FieldValue }[] = [];
  for (const [at, index] of indexes.entries()) {
    const record = records[index] as FillRecord;
    const wanted = wantedValue(record.item) as string;
    const current = now[at] ?? null;
    // A verified field of a direction that is not open now stays verified.
    if (current === null && record.status === 'written') continue;
    // A row that is still to be added reads as null; the writer adds it or says that it is missing.
    const status = current === null ? null : statusBeforeWriting(record.item, current, wanted);
    if (status) records[index] = { ...record, status, after: current ?? '' };
    else writes.push({ index, value: { ...fieldOf(record.item), value: wanted } });
  }
  if (writes.length === 0) return;
  const outcomes = await target.write(writes.map(({ value }) => value));
  for (const [at, { index }] of writes.entries()) {
    const outcome = outcomes[at];
    if (!outcome) continue;
    const record = records[index] as FillRecord;
    records[index] = { ...record, status: outcome.outcome, after: outcome.after, reason: outcome.reason };
  }
}

function statusBeforeWriting(item: FillItem, current: string, wanted: string): FillStatus | null {
  if (sameText(current, wanted)) return 'written';
  return sameText(current, item.old) ? null : 'edited';
}

/**
 * Puts back what was there before, newest first. Fields edited by hand since are kept and marked `edited`.
 */
export async function undoFill(journal: FillJournal, options: FillOptions): Promise<FillJournal> {
  const records = [...journal.records];
  const todo = records.flatMap((record, index) => (record.status === 'written' ? [index] : [])).reverse();
  let state: FillJournal = { ...journal, records };
  const size = options.batch ?? 40;
  for (let from = 0; from < todo.length; from += size) {
    if (options.signal?.aborted) return state;
    const indexes = todo.slice(from, from + size);
    const now = await options.target.read(
      indexes.map((index) => fieldOf((records[index] as FillRecord).item)),
    );
    const writes: { index: number; value: FieldValue }[] = [];
    for (const [at, index] of indexes.entries()) {
      const record = records[index] as FillRecord;
      const current = now[at] ?? null;
      if (current !== null && !sameText(current, record.after))
        records[index] = { ...record, status: 'edited', after: current };
      else writes.push({ index, value: { ...fieldOf(record.item), value: record.before } });
    }
    const outcomes = await options.target.write(writes.map(({ value }) => value));
    for (const [at, { index }] of writes.entries()) {
      const outcome = outcomes[at];
      const back = outcome?.outcome === 'written' || outcome?.outcome === 'unchanged';
      if (back)
        records[index] = { ...(records[index] as FillRecord), status: 'undone', after: outcome.after };
    }
    state = { ...state, records: [...records] };
    await options.keep(state);
    options.onProgress?.(state);
  }
  const left = records.some((record) => record.status === 'written');
  state = { ...state, records: [...records], state: left ? 'paused' : 'undone' };
  await options.keep(state);
  return state;
}

function fieldOf(item: FillItem): Omit<FieldValue, 'value'> {
  return { positionId: item.positionId, rowIndex: item.rowIndex, field: item.field };
}

/** One-line fields drop line breaks and text areas normalise them: such a value is not «edited». */
function sameText(a: string, b: string): boolean {
  return a === b || a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim();
}
