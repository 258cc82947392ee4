import { browser } from 'wxt/browser';
import { BUILTIN_SITE } from '../../lib/sites/sites.ts';

/** The tab beside the panel; a panel opened as a tab of its own takes the site's tab that was used last. */
export async function tabBeside() {
  const own = await browser.tabs.getCurrent().catch(() => undefined);
  if (!own) return (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  const tabs = await browser.tabs.query({ url: BUILTIN_SITE });
  return tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}
