import type { FieldRole } from '../model/finding.ts';
import { rowId } from '../reference/identity.ts';
import { fieldValue } from './field-value.ts';
import type { FieldElement, LiveForm } from './types.ts';
import { type FieldWrite, heldValue, refusal, SETTLE_MS, setAsTyped } from './write.ts';

/** One field to be filled, by meaning. */
export interface FieldToWrite {
  readonly positionId: string;
  /** From 0. */
  readonly rowIndex: number;
  readonly field: FieldRole;
  readonly value: string;
}

/** Longest stretch of work without letting the page answer, in milliseconds. */
const SLICE_MS = 12;

const MISSING: FieldWrite = { outcome: 'missing', before: '', after: '', reason: null };

/** What the fields hold now, in the order asked; null where a field is not on the page. */
export function readMany(
  live: LiveForm,
  fields: readonly Omit<FieldToWrite, 'value'>[],
): readonly (string | null)[] {
  return fields.map((field) => {
    const element = find(live, field);
    return element ? fieldValue(element) : null;
  });
}

/**
 * Fills many fields as `writeField` fills one, in slices that leave the page responsive, adding rows with the page's
 * own button where it has one. All are read back on a frame and once more after the page had 500 ms to object:
 * one wait for the whole batch. Results stand in the order of `fields`.
 */
export async function writeMany(
  live: LiveForm,
  fields: readonly FieldToWrite[],
  signal?: AbortSignal,
): Promise<readonly FieldWrite[]> {
  const results: FieldWrite[] = [];
  let sliceFrom = performance.now();
  for (const field of fields) {
    if (signal?.aborted) {
      results.push(MISSING);
      continue;
    }
    if (performance.now() - sliceFrom > SLICE_MS) {
      await breathe();
      sliceFrom = performance.now();
    }
    results.push(await start(live, field));
  }
  if (!results.some((result) => result.outcome === 'written')) return results;
  await wait(SETTLE_MS);
  return results.map((result, index) =>
    result.outcome === 'written' ? readBack(live, fields[index] as FieldToWrite, result) : result,
  );
}

async function start(live: LiveForm, field: FieldToWrite): Promise<FieldWrite> {
  const element = find(live, field) ?? (await afterAddingRows(live, field));
  if (!element?.isConnected) return MISSING;
  const before = fieldValue(element);
  const wanted = heldValue(element, field.value);
  if (before === wanted) return { outcome: 'unchanged', before, after: before, reason: null };
  const reason = refusal(element, wanted) ?? setAsTyped(element, wanted);
  if (reason) return { outcome: 'rejected', before, after: fieldValue(element), reason };
  return { outcome: 'written', before, after: wanted, reason: null };
}

function readBack(live: LiveForm, field: FieldToWrite, result: FieldWrite): FieldWrite {
  const element = find(live, field);
  if (!element) return { ...MISSING, before: result.before };
  const after = fieldValue(element);
  return after === result.after
    ? result
    : { ...result, outcome: 'rejected', after, reason: 'write.changedBack' };
}

function find(live: LiveForm, field: Omit<FieldToWrite, 'value'>): FieldElement | null {
  return live.field(rowId(field.positionId, field.rowIndex), field.field);
}

/** Presses «Добавить ссылку» until the row is there, never for a position that is not on the page. */
async function afterAddingRows(live: LiveForm, field: FieldToWrite): Promise<FieldElement | null> {
  for (;;) {
    const position = live.position(field.positionId);
    if (!position || position.rows.length > field.rowIndex) break;
    if ((await live.addRow(field.positionId)) === null) break;
  }
  return find(live, field);
}

/** Lets the page answer. A message, not a timer: the form's tab is mostly in the background then, where timers wait. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
