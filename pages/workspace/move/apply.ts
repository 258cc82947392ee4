import { signal } from '@preact/signals';
import { runFill, startJournal, undoFill } from '../../../lib/fill/run.ts';
import type { FillJournal } from '../../../lib/fill/types.ts';
import { t } from '../../../lib/i18n.ts';
import { openLibrary } from '../../../lib/library/open.ts';
import type { Undo } from '../../../lib/library/types.ts';
import { failureText } from '../../failure.ts';
import { fillTarget } from '../fill-target.ts';
import { findForm } from '../form-tab.ts';
import { documents, form, movedDocuments, plan } from './state.ts';

export const busy = signal(false);
export const done = signal('');
export const trouble = signal('');
export const undoable = signal<{ library: Undo; journal: FillJournal | null } | null>(null);

const library = openLibrary();

/** Reads library and form again; while they are being changed they are left alone. */
export async function refresh(): Promise<void> {
  if (!busy.value) await look();
}

async function look(): Promise<void> {
  const [list, found] = [await (await library).all(), await findForm(form.value?.tabId)];
  documents.value = list;
  form.value = found;
}

async function guarded(work: () => Promise<void>): Promise<void> {
  busy.value = true;
  trouble.value = '';
  done.value = '';
  try {
    await work();
  } catch (error) {
    trouble.value = `${failureText(error)} ${t('move.failed')}`;
  } finally {
    await look().catch(() => {});
    busy.value = false;
  }
}

const options = (tabId: number) => ({ target: fillTarget(tabId), keep: async () => {}, batch: 200 });

/** Changes library and form; the form first, so that a failure there changes nothing. */
export function apply(): Promise<void> {
  return guarded(async () => {
    const patches = new Map(movedDocuments.value.map(({ key, moved }) => [key, { address: moved }]));
    const fresh = startJournal(plan.value, crypto.randomUUID(), '', new Date().toISOString());
    const journal = form.value ? await runFill(fresh, options(form.value.tabId)) : null;
    const undo = await (await library).updateMany(patches);
    undoable.value = { library: undo, journal };
    const fields = journal?.records.filter(({ status }) => status === 'written').length ?? 0;
    done.value = t('move.done', { documents: patches.size, fields });
  });
}

/** Puts library and form back; fields edited by hand since are kept. */
export function undo(): Promise<void> {
  return guarded(async () => {
    const last = undoable.value;
    if (!last) return;
    if (last.journal && form.value) await undoFill(last.journal, options(form.value.tabId));
    await last.library();
    undoable.value = null;
    done.value = t('move.undone');
  });
}
