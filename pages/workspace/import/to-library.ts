import { signal } from '@preact/signals';
import type { ImportSession } from '../../../lib/import/session.ts';
import { openCredentials } from '../../../lib/library/credentials.ts';
import { gather, planGather } from '../../../lib/library/gather.ts';
import { openLibrary } from '../../../lib/library/open.ts';
import { type Added, takeOut } from '../../../lib/library/take-out.ts';
import { form, placed, session } from './state.ts';

/** What the last import added to the library; null: nothing. */
export const libraryAdded = signal<Added | null>(null);
/** The library would not take them; the filling goes on all the same. */
export const libraryFailed = signal(false);

/** What became of taking it out again; null: nobody asked. */
export const libraryTaken = signal<{ readonly removed: number; readonly kept: number } | null>(null);

/** Why they could not be taken out; '' when nothing went wrong. */
export const libraryNote = signal('');

let adding = 0;

/** Nothing of an earlier table is said of the next one, whether its documents go into the library or not. */
export function forgetAdded(): void {
  adding++;
  libraryAdded.value = null;
  libraryTaken.value = null;
  libraryNote.value = '';
  libraryFailed.value = false;
}

/** Adds the table's documents, one for each address, with their uses by position. Known ones are not added again. */
export async function toLibrary(): Promise<void> {
  const now = session.value;
  forgetAdded();
  const mine = adding;
  if (!now) return;
  const added = await add(now).catch(() => null);
  // What became of an earlier table is not said of this one.
  if (mine !== adding) return;
  libraryAdded.value = added;
  libraryFailed.value = added === null;
}

/** Takes out again what the import added, as far as nobody has changed or used it since. */
export async function takeFromLibrary(): Promise<void> {
  const added = libraryAdded.value;
  if (!added || libraryTaken.value) return;
  const mine = adding;
  const library = await openLibrary();
  try {
    const { removed, kept } = await takeOut(library, added);
    const secrets = openCredentials();
    if ((await secrets.state()) !== 'locked')
      for (const id of removed) await secrets.saveCredentials(id, { login: '', password: '' });
    if (mine === adding) libraryTaken.value = { removed: removed.length, kept };
  } finally {
    library.close();
  }
}

/** What was added. */
async function add(now: ImportSession): Promise<Added> {
  const links = placed.value.flatMap(({ index, target, sure }) => {
    const position = now.positions[index];
    if (!position || target === null || !sure) return [];
    const { text: positionText, path } = position;
    return position.rows.map((row) => ({
      url: row.url,
      comment: row.fullComment,
      positionId: target,
      positionText,
      path,
    }));
  });
  const library = await openLibrary();
  try {
    const mechanism = form.value?.snapshot.form.mechanism ?? null;
    const plan = await planGather(library, links, { mechanism, year: new Date().getFullYear() });
    const secrets = openCredentials();
    const unlocked = (await secrets.state()) !== 'locked';
    const { put } = await gather(library, plan, async (id, plain) => {
      if (unlocked) await secrets.saveCredentials(id, plain);
    });
    return put;
  } finally {
    library.close();
  }
}
