import { batch } from '@preact/signals';
import { lastFill } from '../../../lib/fill/journal-store.ts';
import type { ImportSession } from '../../../lib/import/session.ts';
import { busy, files, journal, running, session } from './state.ts';

/** Takes up the filling of before a reload of this page, unless a table was given while it was being read. */
export async function takeUpLast(): Promise<void> {
  const last = await lastFill().catch(() => null);
  if (!last || journal.value || busy.value || running.value || files.value.length > 0) return;
  batch(() => {
    journal.value = last.journal;
    session.value = last.session as ImportSession | null;
  });
}
