import { browser } from 'wxt/browser';
import { extendJournal } from '../../../lib/import/session.ts';
import { followTab } from '../../../lib/messages/follow.ts';
import { refreshForm } from './find-form.ts';
import { awaiting, form, journal, plan } from './state.ts';

/** After a page has loaded its form may take a while: when to look, in milliseconds. */
const LOOKS = [100, 500, 1500, 4000];

let waiting = new AbortController();

/** Nobody waits any more: the user took over, or the filling goes on. */
export function stopAwaiting(): void {
  waiting.abort();
  awaiting.value = null;
}

/** Something on the form can be done that could not before. */
function hasNews(): boolean {
  const now = journal.value;
  if (!now) return false;
  const here = new Set(form.value?.snapshot.form.positions.map(({ id }) => id));
  const wanted = now.undoing ? 'written' : 'missing';
  if (now.records.some(({ item, status }) => status === wanted && here.has(item.positionId))) return true;
  return !now.undoing && extendJournal(now, plan.value) !== now;
}

/**
 * Waits for the lost form (session ended, page reloaded, tab closed) or for another direction of it, and calls `goOn`
 * when it is there: the user confirmed the filling once and need not come back to this page for each step. Listens to
 * the browser and to the form itself; asks on no timer but right after a page has loaded, or (`lookNow`) after a
 * failure that may have been that of a page just being loaded.
 */
export function awaitForm(what: 'form' | 'direction', goOn: () => void, lookNow: boolean): void {
  stopAwaiting();
  waiting = new AbortController();
  const { signal } = waiting;
  awaiting.value = what;
  let looking = false;
  let again = false;
  const look = async (): Promise<void> => {
    // News that come while the form is asked may be about what the answer does not have yet.
    again = looking;
    if (looking || signal.aborted) return;
    looking = true;
    const there = await refreshForm().catch(() => false);
    looking = false;
    if (signal.aborted) return;
    if (there && (what === 'form' || hasNews())) goOn();
    else if (again) void look();
    else if (there) follow();
  };
  const soon = (): void => {
    for (const ms of LOOKS) setTimeout(() => void look(), ms);
  };
  let followed = false;
  const follow = (): void => {
    const tabId = form.value?.tabId;
    if (tabId === undefined || followed) return;
    followed = true;
    const gone = (): void => {
      followed = false;
      soon();
    };
    followTab(tabId, ({ changed }) => changed && void look(), gone, signal);
  };
  const onUpdated = (_tabId: number, info: { status?: string }): void => {
    if (info.status === 'complete') soon();
  };
  browser.tabs.onUpdated.addListener(onUpdated);
  signal.addEventListener('abort', () => browser.tabs.onUpdated.removeListener(onUpdated));
  follow();
  if (lookNow) soon();
}
