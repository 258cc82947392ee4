import { createPen } from './pen.ts';
import { wantedValue } from './plan.ts';
import { type FillOptions, fieldOf, sameText } from './target.ts';
import type { FillItem, FillJournal, FillPlan, FillRecord, FillStatus } from './types.ts';

/** Fields a batch, unless told otherwise. */
const BATCH = 40;

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
 * A field counts as written once it was read back after the page had time to object; until then it waits, so that a
 * crash never leaves a claim nobody checked. Fields that are not on the page (another tab of the form) stay `missing`,
 * and are tried again on the next run.
 */
export async function runFill(journal: FillJournal, options: FillOptions): Promise<FillJournal> {
  const records = [...journal.records];
  const todo = records.flatMap((record, index) => (OPEN.has(record.status) ? [index] : []));
  let state: FillJournal = { ...journal, records, state: 'running' };
  const pen = createPen(options, (index, { outcome, after, reason }) => {
    records[index] = { ...(records[index] as FillRecord), status: outcome, after, reason };
  });
  const keep = async (): Promise<void> => {
    state = { ...state, records: [...records] };
    await options.keep(state);
    options.onProgress?.(state);
  };
  const size = options.batch ?? BATCH;
  // Before anything is written: a crash in the first batch finds a journal to go on with, too.
  await keep();
  for (let from = 0; from < todo.length && !options.signal?.aborted; from += size) {
    const indexes = todo.slice(from, from + size);
    const now = await options.target.read(
      indexes.map((index) => fieldOf((records[index] as FillRecord).item)),
    );
    const writes = indexes.flatMap((index, at) => {
      const record = records[index] as FillRecord;
      const wanted = wantedValue(record.item) as string;
      const current = now[at] ?? null;
      // A verified field of a direction that is not open now stays verified.
      if (current === null && record.status === 'written') return [];
      // A row that is still to be added reads as null; the writer adds it or says that it is missing.
      const status = current === null ? null : statusBeforeWriting(record.item, current, wanted);
      if (!status) return [{ index, value: { ...fieldOf(record.item), value: wanted } }];
      records[index] = { ...record, status, after: current ?? '', reason: null };
      return [];
    });
    await pen.write(writes);
    await pen.check();
    await keep();
  }
  await pen.finish();
  const open = records.some((record) => record.status === 'missing' || record.status === 'waiting');
  state = { ...state, state: open || options.signal?.aborted ? 'paused' : 'done' };
  await keep();
  return state;
}

function statusBeforeWriting(item: FillItem, current: string, wanted: string): FillStatus | null {
  if (sameText(current, wanted)) return 'written';
  return sameText(current, item.old) ? null : 'edited';
}

/**
 * Puts back what was there before, newest first. Fields edited by hand since are kept and marked `edited`; those of a
 * direction that is not open now stay `written` for the next run.
 */
export async function undoFill(journal: FillJournal, options: FillOptions): Promise<FillJournal> {
  // What was written once and not looked at again since may stand there still.
  const records = journal.records.map((record): FillRecord => {
    const wasWritten = record.status === 'waiting' && record.after !== '';
    return wasWritten ? { ...record, status: 'written' } : record;
  });
  const todo = records.flatMap((record, index) => (record.status === 'written' ? [index] : [])).reverse();
  let state: FillJournal = { ...journal, records };
  const pen = createPen(options, (index, { outcome, after }) => {
    const back = outcome === 'written' || outcome === 'unchanged';
    if (back) records[index] = { ...(records[index] as FillRecord), status: 'undone', after };
  });
  const keep = async (): Promise<void> => {
    state = { ...state, records: [...records] };
    await options.keep(state);
    options.onProgress?.(state);
  };
  const size = options.batch ?? BATCH;
  // Before anything is written: a crash in the first batch finds a journal to go on with, too.
  await keep();
  for (let from = 0; from < todo.length && !options.signal?.aborted; from += size) {
    const indexes = todo.slice(from, from + size);
    const now = await options.target.read(
      indexes.map((index) => fieldOf((records[index] as FillRecord).item)),
    );
    const writes = indexes.flatMap((index, at) => {
      const record = records[index] as FillRecord;
      const current = now[at] ?? null;
      if (current === null) return [];
      if (sameText(current, record.after))
        return [{ index, value: { ...fieldOf(record.item), value: record.before } }];
      // A page that was loaded anew without being saved has lost the value already.
      const status = sameText(current, record.before) ? 'undone' : 'edited';
      records[index] = { ...record, status, after: current };
      return [];
    });
    await pen.write(writes);
    await pen.check();
    await keep();
  }
  await pen.finish();
  const left = records.some((record) => record.status === 'written');
  state = { ...state, state: left ? 'paused' : 'undone' };
  await keep();
  return state;
}

/**
 * The journal for a page that was loaded anew: what was written but perhaps not saved there has to be looked at again,
 * also in directions that are not open now. `before` stays what stood there first, so that an undo leads back to it.
 */
export function doubtWritten(journal: FillJournal): FillJournal {
  const records = journal.records.map((record) =>
    record.status === 'written' ? { ...record, status: 'waiting' as const } : record,
  );
  return { ...journal, records };
}
