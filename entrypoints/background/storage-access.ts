import { browser } from 'wxt/browser';

/** Keeps stored data out of reach of content scripts: a page that breaks into one finds nothing. */
export function restrictStorage(): void {
  for (const area of [browser.storage.local, browser.storage.session]) {
    const restrict = (
      area as { setAccessLevel?: (options: { accessLevel: string }) => Promise<void> } | undefined
    )?.setAccessLevel;
    // Firefox has no access levels; there content scripts of this extension simply never read storage.
    restrict?.call(area, { accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => {});
  }
}
