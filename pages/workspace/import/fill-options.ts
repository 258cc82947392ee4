import { keepFill } from '../../../lib/fill/journal-store.ts';
import type { FillOptions } from '../../../lib/fill/target.ts';
import type { FillJournal } from '../../../lib/fill/types.ts';
import { fillTarget } from '../fill-target.ts';
import { form, journal, session } from './state.ts';

/** Fields a batch: one reading back for all of them, and a pause is felt within a second or two. */
const BATCH = 200;

/** How a filling reaches the form in a tab, what it keeps, and where it shows how far it is. */
export function fillOptions(tabId: number, signal: AbortSignal): FillOptions {
  return {
    target: fillTarget(tabId),
    batch: BATCH,
    signal,
    onProgress: (now: FillJournal) => {
      journal.value = now;
    },
    keep: (now: FillJournal) =>
      keepFill({ journal: now, session: session.value, title: form.value?.title ?? '' }),
  };
}
