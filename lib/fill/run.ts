import { createPen } from './pen.ts';
import { wantedValue } from './plan.ts';
import { type FieldOutcome, type FieldValue, type FillOptions, fieldOf } from './target.ts';
import type { FillJournal, FillPlan, FillRecord, FillStatus } from './types.ts';

/** Fields a batch at most, unless told otherwise. */
const BATCH = 40;
/** Fields of the first batch, and of any at least: what a page takes for them tells how many the next one may have. */
const FEW = 25;
/** So long a batch may take, in milliseconds: a pause is felt when it ends. Shorter ones would cost more than they write. */
const SOON_MS = 1500;

/** `written` is looked at again when a journal is resumed: a reload may have lost what was not saved. */
const OPEN: ReadonlySet<FillStatus> = new Set(['waiting', 'missing', 'written']);

/** A journal in which nothing is written yet. Fields that are not to be touched are not in it. */
export function startJournal(plan: FillPlan, id: string, site: string, startedAt: string): FillJournal {
  const records = plan.items
    .filter((item) => wantedValue(item) !== null)
    .map((item): FillRecord => ({ item, status: 'waiting', before: item.old, after: '', reason: null }));
  return { id, site, startedAt, records, state: 'running' };
}

/** One way through a journal, there or back. */
interface Way {
  readonly records: FillRecord[];
  /** Indexes of the records to be handled, in this order. */
  readonly todo: readonly number[];
  /** What goes into the field, and what it has to hold before. */
  value(record: FillRecord): FieldValue;
  /** The record once it is known what became of its field. */
  after(record: FillRecord, outcome: FieldOutcome): FillRecord;
}

/**
 * Goes the way batch by batch; the journal is kept before the first one, so that a crash in it finds a journal to go on
 * with, and after each. Ends when all is read back, or sooner when the signal fires.
 */
async function go(journal: FillJournal, way: Way, options: FillOptions): Promise<FillJournal> {
  const { records, todo } = way;
  const { signal, batch: most = BATCH, now = () => performance.now() } = options;
  const pen = createPen(options, (index, outcome) => {
    records[index] = way.after(records[index] as FillRecord, outcome);
  });
  const keep = async (): Promise<void> => {
    const state = { ...journal, records: [...records] };
    await options.keep(state);
    options.onProgress?.(state);
  };
  await keep();
  let size = Math.min(most, FEW);
  for (let from = 0; from < todo.length && !signal?.aborted; ) {
    const indexes = todo.slice(from, from + size);
    from += indexes.length;
    const began = now();
    await pen.write(indexes.map((index) => ({ index, value: way.value(records[index] as FillRecord) })));
    const took = now() - began;
    if (took > SOON_MS) size = Math.min(size, Math.max(FEW, size >> 1));
    else if (took < SOON_MS / 2) size = Math.min(most, size * 2);
    await pen.check();
    await keep();
  }
  await pen.finish();
  return { ...journal, records };
}

/** The end of a way: kept, and told. */
async function end(journal: FillJournal, options: FillOptions): Promise<FillJournal> {
  await options.keep(journal);
  options.onProgress?.(journal);
  return journal;
}

const indexesOf = (records: readonly FillRecord[], is: (record: FillRecord) => boolean): number[] =>
  records.flatMap((record, index) => (is(record) ? [index] : []));

/**
 * Writes what waits, batch by batch, and resumes a journal where it stood: a field that already holds the
 * wanted value is never written again, a field edited by hand since the plan was made is left and marked `edited`.
 * A field counts as written once it was read back after the page had time to object; until then it waits, so that a
 * crash never leaves a claim nobody checked. Fields that are not on the page (another tab of the form) stay `missing`,
 * and are tried again on the next run.
 */
export async function runFill(journal: FillJournal, options: FillOptions): Promise<FillJournal> {
  const records = [...journal.records];
  const done = await go(
    { ...journal, state: 'running' },
    {
      records,
      todo: indexesOf(records, ({ status }) => OPEN.has(status)),
      value: ({ item, status }) => ({
        ...fieldOf(item),
        value: wantedValue(item) as string,
        held: item.old,
        // A row that was filled and is gone now went by the user's hand, or stands in a direction that is not open.
        addRow: status !== 'written',
      }),
      after: (record, { outcome, after, reason }) => {
        if (outcome === 'missing' && record.status === 'written') return record;
        // What holds the value already needs no writing, and is taken back with the rest.
        return { ...record, status: outcome === 'unchanged' ? 'written' : outcome, after, reason };
      },
    },
    options,
  );
  const open = done.records.some(({ status }) => status === 'missing' || status === 'waiting');
  return end({ ...done, state: open || options.signal?.aborted ? 'paused' : 'done' }, options);
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
  const done = await go(
    journal,
    {
      records,
      todo: indexesOf(records, ({ status }) => status === 'written').reverse(),
      value: ({ item, before, after }) => ({ ...fieldOf(item), value: before, held: after, addRow: false }),
      after: (record, { outcome, after }) => {
        if (outcome === 'edited') return { ...record, status: 'edited', after };
        // A page that was loaded anew without being saved has lost the value already: unchanged.
        const back = outcome === 'written' || outcome === 'unchanged';
        return back ? { ...record, status: 'undone', after } : record;
      },
    },
    options,
  );
  const left = done.records.some((record) => record.status === 'written');
  return end({ ...done, state: left ? 'paused' : 'undone' }, options);
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
