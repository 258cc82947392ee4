import { signal } from '@preact/signals';
import type { ImportSession } from '../../../lib/import/session.ts';
import { openCredentials } from '../../../lib/library/credentials.ts';
import { gather, planGather } from '../../../lib/library/gather.ts';
import { openLibrary } from '../../../lib/library/open.ts';
import { form, placed, session } from './state.ts';

/** Documents the last import added to the library. */
export const libraryAdded = signal(0);
/** The library would not take them; the filling goes on all the same. */
export const libraryFailed = signal(false);

let adding = 0;

/** Adds the table's documents, one for each address, with their uses by position. Known ones are not added again. */
export async function toLibrary(): Promise<void> {
  const now = session.value;
  const mine = ++adding;
  libraryAdded.value = 0;
  libraryFailed.value = false;
  if (!now) return;
  const added = await add(now).catch(() => null);
  // What became of an earlier table is not said of this one.
  if (mine !== adding) return;
  libraryAdded.value = added ?? 0;
  libraryFailed.value = added === null;
}

/** Number of documents that were added. */
async function add(now: ImportSession): Promise<number> {
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
    await gather(library, plan, async (id, plain) => {
      if (unlocked) await secrets.saveCredentials(id, plain);
    });
    return plan.added.length;
  } finally {
    library.close();
  }
}
