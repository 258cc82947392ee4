import { browser } from 'wxt/browser';
import { suggestions } from '../../lib/criteria/suggestions.ts';
import { loadAllPacks } from '../../lib/packs/packs.ts';

const MOST = 6;

/** The address bar's keyword «око»: words lead to criteria, Enter opens the search of the workspace. */
export function serveOmnibox(): void {
  const suggested = suggestions(() => loadAllPacks());
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    // A pack that cannot be read must not leave the address bar waiting.
    suggested(text, MOST).then(suggest, () => suggest([]));
  });
  browser.omnibox.onInputEntered.addListener((text) => {
    const url = browser.runtime.getURL('/workspace.html');
    void browser.tabs.create({ url: `${url}?q=${encodeURIComponent(text)}#criteria/search` });
  });
}
