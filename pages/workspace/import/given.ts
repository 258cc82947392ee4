import { signal } from '@preact/signals';
import { t } from '../../../lib/i18n.ts';
import type { ColumnChoices } from '../../../lib/office/table/types.ts';
import { check } from './check.ts';
import { refreshForm } from './find-form.ts';
import { columnChoices, readAll, rememberColumn } from './read-files.ts';
import { busy, files, type GivenFile, journal, ready } from './state.ts';

/** Roles the user gave to headers nobody knew. */
export const columns = signal<ColumnChoices>({});

async function take(reading: () => Promise<readonly GivenFile[]>): Promise<void> {
  journal.value = null;
  // What is to be pressed below does not move while answers arrive: it is shown when all of them are there.
  ready.value = false;
  // Before the first byte is read: an earlier filling that is just being taken up yields to this table.
  busy.value = true;
  try {
    const fresh = await reading();
    const names = new Set(fresh.map(({ name }) => name));
    // A file given again stands in the place of its earlier state.
    await readAll([...files.value.filter(({ name }) => !names.has(name)), ...fresh]);
    columns.value = await columnChoices();
    await refreshForm();
    await check().catch(() => {});
  } finally {
    busy.value = false;
    ready.value = true;
  }
}

/** Maps a column, remembers that for its header and reads the files again. */
export async function chooseColumn(key: string, role: string): Promise<void> {
  await rememberColumn(key, role);
  await take(async () => []);
}

/** Takes files; colleagues' tables given one after another come together. */
export async function onFiles(list: readonly File[]): Promise<void> {
  await take(async () => {
    const fresh: GivenFile[] = [];
    for (const file of list) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      fresh.push({ name: file.name, bytes, pasted: null, result: null, error: null });
    }
    return fresh;
  });
}

/** Takes cells that were pasted. */
export async function onPaste(pasted: { html: string; text: string }): Promise<void> {
  await take(async () => [{ name: t('import.pasted'), bytes: null, pasted, result: null, error: null }]);
}
