import { keepFill } from '../../../lib/fill/journal-store.ts';
import { doubtWritten, runFill, startJournal, undoFill } from '../../../lib/fill/run.ts';
import type { FillJournal } from '../../../lib/fill/types.ts';
import { giveUp } from '../../../lib/import/left-over.ts';
import { extendJournal } from '../../../lib/import/session.ts';
import { awaitForm, stopAwaiting } from './await-form.ts';
import { headingsLeft, openNext } from './directions.ts';
import { fillOptions } from './fill-options.ts';
import { formKey, refreshForm } from './find-form.ts';
import { awaiting, busy, form, journal, placed, plan, running, session } from './state.ts';

let pausing = new AbortController();

/** Failures one after another; the form is asked again by itself only after the first few. */
let failures = 0;
const FEW = 3;

/** Times one part of the form is opened in a run: headings that stand nowhere must not lead from one to another for ever. */
const VISITS = 3;

/** Runs `step` until nothing is left to open; a form that is lost or stays closed is waited for. */
async function work(step: (tabId: number) => Promise<FillJournal>): Promise<void> {
  // Before the first question already: nothing that was true of the last direction is said of this one.
  running.value = true;
  stopAwaiting();
  pausing = new AbortController();
  const { signal } = pausing;
  let lost = false;
  const visits = new Map<string, number>();
  const isNew = (): boolean => {
    const shown = form.value?.snapshot.form.positions.map(({ id }) => id).join() ?? '';
    const times = (visits.get(shown) ?? 0) + 1;
    visits.set(shown, times);
    return times <= VISITS;
  };
  try {
    do {
      if (!(await refreshForm()) || !form.value || !journal.value) {
        lost = true;
        break;
      }
      const { page } = form.value.snapshot;
      // Nothing tells whether the site has kept what was written before its page was loaded anew.
      if (journal.value.page !== page) journal.value = { ...doubtWritten(journal.value), page };
      journal.value = await step(form.value.tabId);
      failures = 0;
    } while (!signal.aborted && (await openNext(headingsLeft(), signal)) && isNew());
  } catch (error) {
    console.warn(error);
    lost = true;
    failures++;
    await refreshForm().catch(() => false);
  } finally {
    running.value = false;
  }
  if (signal.aborted) return;
  if (lost) awaitForm('form', () => void resume(), failures > 0 && failures <= FEW);
  else if (headingsLeft().length > 0) awaitForm('direction', () => void resume(), false);
}

/**
 * Whether a filling may begin or go on: not while one is under way (a button pressed twice before it is drawn anew), and
 * not while a table is being read, which takes its place.
 */
const isFree = (): boolean => !running.value && !busy.value;

/** Fills, or goes on: fields that came onto the page since are added, written ones are only looked at again. */
export async function fill(): Promise<void> {
  if (!isFree()) return;
  if (!journal.value && form.value) {
    const at = new Date().toISOString();
    const fresh = startJournal(plan.value, crypto.randomUUID(), formKey(form.value), at);
    journal.value = { ...fresh, page: form.value.snapshot.page };
  }
  await work((tabId) =>
    runFill(extendJournal(journal.value as FillJournal, plan.value), fillOptions(tabId, pausing.signal)),
  );
}

/** Goes on with what was begun, filling or taking back. */
export function resume(): Promise<void> {
  return journal.value?.undoing ? undo() : fill();
}

/** Stops after the batch under way. */
export function pause(): void {
  pausing.abort();
  stopAwaiting();
}

/** Ends the filling for good; what is written stays and can be taken back. */
export async function cancel(): Promise<void> {
  stopAwaiting();
  if (!journal.value || !isFree()) return;
  journal.value = { ...journal.value, state: 'cancelled' };
  await keepFill({ journal: journal.value, session: session.value, title: form.value?.title ?? '' });
}

/** Ends a filling that only waits for parts of the form nobody finds: what the table has for them is left out. */
export async function finish(): Promise<void> {
  stopAwaiting();
  if (!journal.value || !session.value || !isFree()) return;
  session.value = giveUp(session.value, placed.value);
  await keepFill({ journal: journal.value, session: session.value, title: form.value?.title ?? '' });
}

/** Puts back what was there before, in all directions; fields edited by hand since are kept and listed. */
export async function undo(): Promise<void> {
  if (!isFree()) return;
  awaiting.value = null;
  // Before the form is asked at all: whatever fails from here on, what goes on later is the taking back.
  if (journal.value) journal.value = { ...journal.value, undoing: true };
  await work((tabId) => undoFill(journal.value as FillJournal, fillOptions(tabId, pausing.signal)));
}
