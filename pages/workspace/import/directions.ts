import { leftOver, sameHeading } from '../../../lib/import/left-over.ts';
import { askForm } from '../form-tab.ts';
import { refreshForm } from './find-form.ts';
import { form, journal, placed, session } from './state.ts';

/** How often the form is asked whether the part it was told to show is there, and for how long, in milliseconds. */
const STEP_MS = 150;
const PATIENCE_MS = 15_000;
/** Headings told to the page at most. */
const MOST = 200;

/**
 * Headings of what is still to be done (filled, or taken back) and is not open on the form now: directions that come
 * one at a time. Empty when nothing is left that another part of the form could hold.
 */
export function headingsLeft(): readonly string[] {
  const now = session.value;
  const done = journal.value;
  if (!now || !done || done.state === 'undone' || done.state === 'cancelled') return [];
  const paths: (readonly string[])[] = [];
  const targets = new Map(now.targets.map(({ id, path }) => [id, path]));
  const wanted = done.undoing ? 'written' : 'missing';
  for (const { item, status } of done.records)
    if (status === wanted) paths.push(targets.get(item.positionId) ?? []);
  if (!done.undoing)
    for (const index of leftOver(now, placed.value).waiting) paths.push(now.positions[index]?.path ?? []);
  const open = new Set(form.value?.snapshot.form.positions.flatMap(({ path }) => path.map(sameHeading)));
  return [...new Set(paths.flat())].filter((heading) => !open.has(sameHeading(heading))).slice(0, MOST);
}

/**
 * Has the page show the next of these headings, where it can without leaving the page, and waits for its positions.
 * False when the user has to open it, or paused; rejects when the form is lost on the way. The time is kept here: timers of the
 * form's own tab wait while it is hidden.
 */
export async function openNext(headings: readonly string[], signal: AbortSignal): Promise<boolean> {
  const tabId = form.value?.tabId;
  if (headings.length === 0 || tabId === undefined) return false;
  const ids = (): string[] => form.value?.snapshot.form.positions.map(({ id }) => id) ?? [];
  const before = new Set(ids());
  const { pressed } = await askForm(tabId, 'form.show', { headings });
  if (pressed === null) return false;
  let there = false;
  let last = '';
  for (let waited = 0; waited < PATIENCE_MS && !signal.aborted; waited += STEP_MS) {
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
    there = await refreshForm();
    const now = ids();
    // Shown, and no longer growing.
    if (there && now.some((id) => !before.has(id)) && now.join() === last) return true;
    last = now.join();
  }
  if (!there && !signal.aborted) throw new Error('the form is lost');
  return false;
}
