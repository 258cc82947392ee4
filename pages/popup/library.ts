import { batch } from '@preact/signals';
import { t } from '../../lib/i18n.ts';
import { errorKey } from '../../lib/library/errors.ts';
import { openLibrary } from '../../lib/library/open.ts';
import { duplicateGroups, library, query, results, say, total, useCounts } from './state.ts';

/** More results than these nobody reads; a narrower query is typed instead. */
const MOST_RESULTS = 200;

/** Finds what the search box asks for; '' gives the latest. */
export async function find(): Promise<void> {
  const opened = library.value;
  if (!opened) return;
  const asked = query.value;
  const found = await opened.search(asked, MOST_RESULTS);
  if (asked === query.value) results.value = found;
}

/** Takes a new text of the search box. */
export function ask(text: string): void {
  query.value = text;
  void find();
}

async function refresh(): Promise<void> {
  const opened = library.value;
  if (!opened) return;
  const asked = query.value;
  const found = await opened.search(asked, MOST_RESULTS);
  const all = await opened.all();
  const counts = await opened.useCounts();
  // All at once: a list that is drawn in steps moves under the pointer.
  batch(() => {
    if (asked === query.value) results.value = found;
    total.value = all.length;
    useCounts.value = counts;
  });
}

/** Opens the library, shows it, and follows its changes, also those made in other windows. */
export async function startLibrary(): Promise<void> {
  const opened = await openLibrary();
  library.value = opened;
  if (opened.problem) say(t(errorKey(opened.problem)), 'wrong');
  opened.onChange(() => void refresh(), new AbortController().signal);
  await refresh();
  // What the first list does not need, after it has been drawn.
  setTimeout(async () => {
    await opened.warm();
    duplicateGroups.value = await opened.duplicates();
    opened.onChange(() => void countDuplicates(), new AbortController().signal);
  });
}

async function countDuplicates(): Promise<void> {
  duplicateGroups.value = (await library.value?.duplicates()) ?? [];
}
