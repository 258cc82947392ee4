import { signal } from '@preact/signals';
import { t } from '../../../lib/i18n.ts';
import type { ColumnChoices } from '../../../lib/office/table/types.ts';
import { bytesOf } from '../file-bytes.ts';
import { stopAwaiting } from './await-form.ts';
import { check } from './check.ts';
import { refreshForm } from './find-form.ts';
import { columnChoices, readAll, rememberColumn } from './read-files.ts';
import { busy, files, type GivenFile, journal, ready, running } from './state.ts';

/** Roles the user gave to headers nobody knew. */
export const columns = signal<ColumnChoices>({});

/** What was given is taken one after another: a table dropped while another is read comes beside it. */
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

function take(reading: () => Promise<readonly GivenFile[]>): Promise<void> {
  // The form is being filled: the page offers nothing to give a table with, and takes none.
  if (running.value) return Promise.resolve();
  // An earlier filling that waits for its form is over: it would go on with this table, which nobody confirmed.
  stopAwaiting();
  journal.value = null;
  // What is to be pressed below does not move while answers arrive: it is shown when all of them are there.
  ready.value = false;
  // Before the first byte is read: an earlier filling that is just being taken up yields to this table.
  busy.value = true;
  waiting++;
  const mine = last.then(() => takeNow(reading));
  last = mine.catch(() => undefined);
  return mine;
}

async function takeNow(reading: () => Promise<readonly GivenFile[]>): Promise<void> {
  try {
    const fresh = await reading();
    const names = new Set(fresh.map(({ name }) => name));
    // A file given again stands in the place of its earlier state.
    await readAll([...files.value.filter(({ name }) => !names.has(name)), ...fresh]);
    columns.value = await columnChoices();
    await refreshForm();
    await check().catch(() => {});
  } finally {
    waiting--;
    busy.value = waiting > 0;
    ready.value = waiting === 0;
  }
}

/** Maps a column, remembers that for its header and reads the files again. */
export async function chooseColumn(key: string, role: string): Promise<void> {
  await take(async () => {
    await rememberColumn(key, role);
    return [];
  });
}

const BLANK = { bytes: null, pasted: null, result: null, error: null, otherPage: null } as const;

/** Takes files; colleagues' tables given one after another come together. */
export async function onFiles(list: readonly File[]): Promise<void> {
  await take(async () => {
    const fresh: GivenFile[] = [];
    for (const file of list) {
      const given = { ...BLANK, name: file.name };
      const bytes = await bytesOf(file).catch((error: Error) => error);
      fresh.push(bytes instanceof Error ? { ...given, error: bytes.message } : { ...given, bytes });
    }
    return fresh;
  });
}

/** Takes cells that were pasted. */
export async function onPaste(pasted: { html: string; text: string }): Promise<void> {
  await take(async () => [{ ...BLANK, name: t('import.pasted'), pasted }]);
}
