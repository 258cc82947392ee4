import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { followTab } from '../../lib/messages/follow.ts';
import type { ReplyOf } from '../../lib/messages/registry.ts';
import { sendToTab } from '../../lib/messages/tabs.ts';
import { tabBeside } from './tab-beside.ts';

export type Snapshot = ReplyOf<'form.snapshot'>;

/** The form in the tab in front of the user; null: there is none; undefined: not asked yet. */
export const snapshot = signal<Snapshot | null | undefined>(undefined);
/** The tab in front; changes when another one comes to the front or it is loaded anew. */
export const followed = signal<{ readonly id: number | null }>({ id: null });
/** Position the user stands at: focused on the page, or stepped to in the panel. */
export const current = signal<string | null>(null);

let tabId: number | null = null;
let following = new AbortController();

async function load(): Promise<void> {
  if (tabId === null) return;
  snapshot.value = await sendToTab(tabId, 'form.snapshot', {}).catch(() => null);
  if (snapshot.value?.focused) current.value = snapshot.value.focused;
}

async function follow(): Promise<void> {
  const tab = await tabBeside();
  following.abort();
  following = new AbortController();
  tabId = tab?.id ?? null;
  await load();
  followed.value = { id: tabId };
  if (tabId === null || !snapshot.value) return;
  followTab(
    tabId,
    ({ focused, changed }) => {
      if (focused) current.value = focused;
      if (changed) void load();
    },
    () => void load(),
    following.signal,
  );
}

/** Follows the tab in front of the user, also after it was reloaded or another one came to the front. */
export function startFollowing(): void {
  browser.tabs.onActivated.addListener(() => void follow());
  browser.tabs.onUpdated.addListener((id, info) => {
    if (id === tabId && info.status === 'complete') void follow();
  });
  void follow();
}

/** Shows a position on the page. */
export async function reveal(positionId: string): Promise<void> {
  current.value = positionId;
  if (tabId !== null) await sendToTab(tabId, 'form.reveal', { positionId }).catch(() => null);
}

/** Matches the form with the criteria again and shows the outcome. */
export async function rematch(): Promise<void> {
  if (tabId === null) return;
  await sendToTab(tabId, 'form.rematch', {}).catch(() => null);
  await load();
}

/** «Показать форму»: the page asks for the form's parts. */
export async function showParts(): Promise<void> {
  if (tabId !== null) await sendToTab(tabId, 'form.calibrate', {}).catch(() => null);
}
