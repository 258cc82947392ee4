import { browser } from 'wxt/browser';
import { mergeTables } from '../../../lib/import/merge.ts';
import { startImport } from '../../../lib/import/session.ts';
import type { ColumnChoices, ColumnRole } from '../../../lib/office/table/types.ts';
import { conflicts, files, type GivenFile, repeated, session } from './state.ts';

const REMEMBERED = 'table-columns';

/** Roles the user gave to headers nobody knew; remembered by header. */
export async function columnChoices(): Promise<ColumnChoices> {
  const stored = (await browser.storage.local.get(REMEMBERED))[REMEMBERED];
  return stored && typeof stored === 'object' ? (stored as ColumnChoices) : {};
}

/** Remembers which role a header has; '' forgets it. */
export async function rememberColumn(key: string, role: string): Promise<void> {
  const { [key]: _, ...others } = await columnChoices();
  const choices = role === '' ? others : { ...others, [key]: role as ColumnRole };
  await browser.storage.local.set({ [REMEMBERED]: choices });
}

async function readOne(file: GivenFile, choices: ColumnChoices): Promise<GivenFile> {
  try {
    const { readTable } = await import('../../../lib/office/table/read.ts');
    const { readPasted } = await import('./pasted.ts');
    const result = file.pasted
      ? readPasted(file.pasted, choices)
      : await readTable(file.bytes ?? new Uint8Array(), file.name, choices);
    return { ...file, result, error: null };
  } catch (error) {
    return { ...file, result: null, error: error instanceof Error ? error.message : String(error) };
  }
}

/** Reads the given files (again); several are merged in the order they were given. */
export async function readAll(given: readonly GivenFile[]): Promise<void> {
  const choices = await columnChoices();
  const read: GivenFile[] = [];
  for (const file of given) read.push(await readOne(file, choices));
  files.value = read;
  const tables = read.flatMap(({ name, result }) =>
    result ? [{ file: name, positions: result.positions }] : [],
  );
  const merged = mergeTables(tables);
  conflicts.value = merged.conflicts;
  repeated.value = merged.repeated;
  session.value = merged.positions.length > 0 ? startImport(merged.positions) : null;
}
