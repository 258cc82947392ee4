import { browser } from 'wxt/browser';
import { mergeTables } from '../../../lib/import/merge.ts';
import { startImport } from '../../../lib/import/session.ts';
import type { ColumnChoices, ColumnRole } from '../../../lib/office/table/types.ts';
import type { OtherPage } from '../other-page.ts';
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
    if (file.pasted) {
      const { readPasted } = await import('./pasted.ts');
      return { ...file, result: readPasted(file.pasted, choices), error: null, otherPage: null };
    }
    return { ...file, ...(await readBytes(file.bytes ?? new Uint8Array(), file.name, choices)) };
  } catch (error) {
    return { ...file, result: null, error: sentence(error), otherPage: null };
  }
}

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));

type Read = Pick<GivenFile, 'result' | 'error' | 'otherPage'>;

/** A table; a file of another page of the workspace is told what it is. Throws with a sentence for the user. */
async function readBytes(bytes: Uint8Array, name: string, choices: ColumnChoices): Promise<Read> {
  const { criteriaGiven, ownFile } = await import('../other-page.ts');
  const { readGrids } = await import('../../../lib/office/read.ts');
  const { readTableGrids } = await import('../../../lib/office/table/read.ts');
  const refused = (other: OtherPage): Read => ({ result: null, error: other.text, otherPage: other.page });
  const own = ownFile(bytes);
  if (own) return refused(own);
  const grids = await readGrids(bytes, name);
  try {
    return { result: readTableGrids(grids, choices), error: null, otherPage: null };
  } catch (error) {
    const other = criteriaGiven(grids);
    if (!other) throw error;
    return refused(other);
  }
}

/** Reads the given files (again), but those that could not be taken at all; several are merged in the order they were given. */
export async function readAll(given: readonly GivenFile[]): Promise<void> {
  const choices = await columnChoices();
  const read: GivenFile[] = [];
  for (const file of given) read.push(file.bytes || file.pasted ? await readOne(file, choices) : file);
  files.value = read;
  const tables = read.flatMap(({ name, result }) =>
    result ? [{ file: name, positions: result.positions }] : [],
  );
  const merged = mergeTables(tables);
  conflicts.value = merged.conflicts;
  repeated.value = merged.repeated;
  session.value = merged.positions.length > 0 ? startImport(merged.positions) : null;
}
