import type { FieldRole } from '../model/finding.ts';
import { RECOGNISED_FROM } from '../model/form.ts';
import { rowId } from '../reference/identity.ts';
import { sameText } from '../reference/text.ts';
import { breathe } from './breathe.ts';
import { fieldValue } from './field-value.ts';
import type { FieldElement, LiveForm } from './types.ts';
import { type FieldWrite, heldValue, refusal, setAsTyped } from './write.ts';

interface Place {
  readonly positionId: string;
  /** From 0. */
  readonly rowIndex: number;
  readonly field: FieldRole;
}

/** One field to be filled, by meaning. */
export interface FieldToWrite extends Place {
  readonly value: string;
  /** What the field has to hold to be written to, white space aside. */
  readonly held: string;
  /** Whether the page may be asked for a row that is not there. */
  readonly addRow: boolean;
}

/** What became of a field of many. `edited`: it holds something else than it should, and was left alone. */
export interface ManyWrite extends Omit<FieldWrite, 'outcome'> {
  readonly outcome: FieldWrite['outcome'] | 'edited';
}

/** Longest stretch of work without letting the page answer, in milliseconds. */
const SLICE_MS = 8;

const MISSING: ManyWrite = { outcome: 'missing', before: '', after: '', reason: null };

/** What the fields hold now, in the order asked; null where a field is not on the page. */
export function readMany(live: LiveForm, fields: readonly Place[]): readonly (string | null)[] {
  return fields.map((field) => {
    const element = find(live, field);
    return element ? fieldValue(element) : null;
  });
}

/**
 * Fills many fields as `writeField` fills one, in slices that leave the page responsive, adding rows with the page's
 * own button where it has one. Results stand in the order of `fields`; `after` is what the field holds right after its
 * events. Waits for nothing: whether the page let the values stand is for the caller to read (`readMany`) after it had
 * time to object, because timers of a tab in the background cannot be trusted.
 */
export async function writeMany(
  live: LiveForm,
  fields: readonly FieldToWrite[],
  signal?: AbortSignal,
): Promise<readonly ManyWrite[]> {
  const results: ManyWrite[] = [];
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
    const element = find(live, field);
    if (element) results.push(write(live, element, field));
    else results.push(field.addRow ? await writeAdding(live, field) : MISSING);
  }
  return results;
}

async function writeAdding(live: LiveForm, field: FieldToWrite): Promise<ManyWrite> {
  const element = await afterAddingRows(live, field);
  // What a row holds that was just added stood nowhere before.
  return element ? write(live, element, { ...field, held: fieldValue(element) }) : MISSING;
}

function write(live: LiveForm, element: FieldElement, field: FieldToWrite): ManyWrite {
  const before = fieldValue(element);
  const wanted = heldValue(element, field.value);
  if (sameText(before, wanted)) return { outcome: 'unchanged', before, after: before, reason: null };
  if (!sameText(before, field.held)) return { outcome: 'edited', before, after: before, reason: null };
  const reason =
    (doubted(live, field) ? 'write.unrecognised' : refusal(element, wanted)) ?? setAsTyped(element, wanted);
  if (reason) return { outcome: 'rejected', before, after: fieldValue(element), reason };
  return { outcome: 'written', before, after: wanted, reason: null };
}

/** What may be no position of the form at all is never written to. */
function doubted(live: LiveForm, field: Place): boolean {
  return (live.position(field.positionId)?.confidence ?? 1) < RECOGNISED_FROM;
}

/** The field as the page has it now: what was drawn anew in a hidden tab is read first. */
function find(live: LiveForm, field: Place): FieldElement | null {
  const look = () => live.field(rowId(field.positionId, field.rowIndex), field.field);
  const known = look();
  if (known?.isConnected) return known;
  live.refresh();
  const fresh = look();
  return fresh?.isConnected ? fresh : null;
}

/** Presses «Добавить ссылку» until the row is there, never for a position that is not on the page. */
async function afterAddingRows(live: LiveForm, field: Place): Promise<FieldElement | null> {
  for (;;) {
    const position = live.position(field.positionId);
    if (!position || position.rows.length > field.rowIndex) break;
    if ((await live.addRow(field.positionId)) === null) break;
  }
  return find(live, field);
}
