import { keepFill } from '../../../lib/fill/journal-store.ts';
import { runFill, startJournal, undoFill } from '../../../lib/fill/run.ts';
import type { FillJournal } from '../../../lib/fill/types.ts';
import { t } from '../../../lib/i18n.ts';
import { extendJournal, sawForm } from '../../../lib/import/session.ts';
import { findForm } from '../form-tab.ts';
import { fillOptions } from './fill-options.ts';
import { form, journal, plan, running, session, trouble } from './state.ts';

let pausing = new AbortController();

/** Looks for the form again; says whether it is the one the filling began with. */
export async function refreshForm(): Promise<boolean> {
  const found = await findForm();
  form.value = found;
  if (found && session.value) session.value = sawForm(session.value, found.snapshot.form);
  const began = journal.value?.site;
  const same = found !== null && (began === undefined || began === found.site);
  trouble.value = same ? '' : t(found ? 'import.otherForm' : 'import.lost');
  return same;
}

async function work(step: (tabId: number) => Promise<FillJournal>): Promise<void> {
  running.value = true;
  pausing = new AbortController();
  try {
    if (form.value) journal.value = await step(form.value.tabId);
  } catch {
    trouble.value = t('import.lost');
  } finally {
    running.value = false;
  }
}

/** Fills, or goes on: fields that came onto the page since are added, written ones are only looked at again. */
export async function fill(): Promise<void> {
  if (!(await refreshForm()) || !form.value) return;
  const begun =
    journal.value ?? startJournal(plan.value, crypto.randomUUID(), form.value.site, new Date().toISOString());
  journal.value = extendJournal(begun, plan.value);
  await work((tabId) => runFill(journal.value as FillJournal, fillOptions(tabId, pausing.signal)));
}

/** Stops after the batch under way. */
export function pause(): void {
  pausing.abort();
}

/** Ends the filling for good; what is written stays and can be taken back. */
export async function cancel(): Promise<void> {
  if (!journal.value) return;
  journal.value = { ...journal.value, state: 'cancelled' };
  await keepFill({ journal: journal.value, session: session.value, title: form.value?.title ?? '' });
}

/** Puts back what was there before; fields edited by hand since are kept and listed. */
export async function undo(): Promise<void> {
  if (!(await refreshForm())) return;
  await work((tabId) => undoFill(journal.value as FillJournal, fillOptions(tabId, pausing.signal)));
}
