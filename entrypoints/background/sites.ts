import { browser } from 'wxt/browser';
import { registerSites, type SitesApi } from '../../lib/sites/sites.ts';

/** The content script follows the hosts the user granted, also when they are changed in the browser's own settings. */
export function keepSites(): void {
  const api = browser as unknown as SitesApi;
  const follow = (): void => {
    registerSites(api).catch((error: unknown) => console.warn('sites:', error));
  };
  browser.permissions.onAdded.addListener(follow);
  browser.permissions.onRemoved.addListener(follow);
  // Firefox forgets registered scripts when the extension is updated.
  browser.runtime.onInstalled.addListener(follow);
}
