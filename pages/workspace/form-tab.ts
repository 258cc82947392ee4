import { browser } from 'wxt/browser';
import type { ContentMessage, ReplyOf, RequestOf } from '../../lib/messages/registry.ts';
import { sendToTab } from '../../lib/messages/tabs.ts';
import { BUILTIN_SITE, enabledSites, type SitesApi } from '../../lib/sites/sites.ts';
import { FormGoneError } from '../failure.ts';

/** The form in another tab, as the workspace works with it. */
export interface FormTab {
  readonly tabId: number;
  readonly title: string;
  /** Origin of the site: a filling is never continued on another one. */
  readonly site: string;
  readonly snapshot: ReplyOf<'form.snapshot'>;
}

/** Asks the form in a tab; rejects when there is none (closed, reloading, gone elsewhere). */
export async function askForm<N extends ContentMessage>(
  tabId: number,
  name: N,
  request: RequestOf<N>,
): Promise<ReplyOf<N>> {
  const reply = await sendToTab(tabId, name, request);
  if (reply === null) throw new FormGoneError();
  return reply;
}

/**
 * The form the user was at last: tabs of known sites are asked, `first` before all others, then the latest. null: none
 * is open, or the page shows nothing of it now.
 */
export async function findForm(first?: number): Promise<FormTab | null> {
  const further = await enabledSites(browser as unknown as SitesApi);
  const tabs = await browser.tabs.query({ url: [BUILTIN_SITE, ...further] });
  const rank = (tab: { id?: number; lastAccessed?: number }): number =>
    first !== undefined && tab.id === first ? Number.POSITIVE_INFINITY : (tab.lastAccessed ?? 0);
  tabs.sort((a, b) => rank(b) - rank(a));
  for (const tab of tabs) {
    if (tab.id === undefined) continue;
    const snapshot = await sendToTab(tab.id, 'form.snapshot', {}).catch(() => null);
    if (snapshot?.form.mode !== 'fill' || snapshot.form.positions.length === 0) continue;
    return {
      tabId: tab.id,
      title: tab.title ?? '',
      site: new URL(tab.url ?? 'about:blank').origin,
      snapshot,
    };
  }
  return null;
}

/** Every open form is matched with the criteria anew: a pack has changed. */
export async function rematchForms(): Promise<void> {
  const further = await enabledSites(browser as unknown as SitesApi);
  const tabs = await browser.tabs.query({ url: [BUILTIN_SITE, ...further] });
  await Promise.all(
    tabs.map(({ id }) => (id === undefined ? null : sendToTab(id, 'form.rematch', {}).catch(() => null))),
  );
}
