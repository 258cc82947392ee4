import { browser } from 'wxt/browser';
import { registerSites, type SitesApi, startInTabs } from '../../lib/sites/sites.ts';

/** The content script follows the hosts the user granted, also when they are changed in the browser's own settings. */
export function keepSites(): void {
  const api = browser as unknown as SitesApi;
  const follow = (): void => {
    registerSites(api).catch((error: unknown) => console.warn('sites:', error));
  };
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    // The popup that asked may be gone; the tabs open on the site start here.
    registerSites(api)
      .then(() => startInTabs(api, (url) => browser.tabs.query({ url }), origins))
      .catch((error: unknown) => console.warn('sites:', error));
  });
  browser.permissions.onRemoved.addListener(follow);
  // Firefox forgets registered scripts when the extension is updated.
  browser.runtime.onInstalled.addListener(follow);
}
