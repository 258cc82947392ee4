import { lastFill } from '../../../lib/fill/journal-store.ts';
import type { ImportSession } from '../../../lib/import/session.ts';
import { journal, session } from './state.ts';

/** Takes up the filling of before a reload of this page. */
export async function takeUpLast(): Promise<void> {
  const last = await lastFill().catch(() => null);
  if (!last || journal.value) return;
  journal.value = last.journal;
  session.value = last.session as ImportSession | null;
}
