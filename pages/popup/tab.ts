import { browser } from 'wxt/browser';
import type { ReplyOf, RequestOf } from '../../lib/messages/registry.ts';
import { form, ownTab } from './state.ts';

/** The tab the popup was opened over, and the form in it. */

/** Sites the extension may always see; a popup opened in a tab of its own looks for the form there. */
const FORM_SITES = 'https://lk-fisoko.obrnadzor.gov.ru/*';

type ContentName = Parameters<typeof import('../../lib/messages/tabs.ts')['sendToTab']>[1];

let tabId: number | null = null;
/** Title and address of the tab; '' where the browser does not tell. */
export let tab: { title: string; url: string } = { title: '', url: '' };

async function findTab() {
  const own = await browser.tabs.getCurrent().catch(() => undefined);
  ownTab.value = own !== undefined;
  if (!own) return (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  const asked = Number(new URLSearchParams(location.search).get('tab'));
  if (asked) return browser.tabs.get(asked).catch(() => undefined);
  const forms = await browser.tabs.query({ url: FORM_SITES });
  return forms.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}

/** Finds the tab and asks its form how it stands. */
export async function startTab(): Promise<void> {
  const found = await findTab().catch(() => undefined);
  tabId = found?.id ?? null;
  tab = { title: found?.title ?? '', url: found?.url ?? '' };
  await refreshForm();
}

/** Asks the form in the tab; null when there is none. Messages are loaded when first needed: they bring zod along. */
export async function askForm<N extends ContentName>(
  name: N,
  request: RequestOf<N>,
): Promise<ReplyOf<N> | null> {
  if (tabId === null) return null;
  const { sendToTab } = await import('../../lib/messages/tabs.ts');
  return sendToTab(tabId, name, request);
}

/** Brings the state line up to date. */
export async function refreshForm(): Promise<void> {
  const state = await askForm('form.state', {}).catch(() => null);
  if (!state) {
    form.value = null;
    return;
  }
  const { error, warning, advice } = state.findings;
  form.value = { ...state, findings: error + warning + advice };
}

/** A popup in a tab of its own gives way to the form's tab: a hidden page draws no frame, so nothing is read back. */
export async function giveWay(): Promise<boolean> {
  const own = await browser.tabs.getCurrent().catch(() => undefined);
  if (!own || tabId === null) return false;
  await browser.tabs.update(tabId, { active: true });
  return true;
}

let stays = false;
/** The side panel stands beside the form: it need not go away for it. */
export function stayOpen(): void {
  stays = true;
}

/** Lets the form be seen: the popup goes away, or its own tab gives way to the form's. */
export async function showForm(): Promise<void> {
  if (!(await giveWay()) && !stays) close();
}

/** Host of the tab, to be named before something secret is written there. */
export function siteName(): string {
  try {
    return new URL(tab.url).host;
  } catch {
    return '';
  }
}
