import { browser } from 'wxt/browser';
import { openPack } from '../../lib/criteria/open.ts';
import { loadAllPacks } from '../../lib/packs/packs.ts';

const MOST = 6;

/** The address bar's keyword «око»: words lead to criteria, Enter opens the search of the workspace. */
export function serveOmnibox(): void {
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    void found(text).then(suggest);
  });
  browser.omnibox.onInputEntered.addListener((text) => {
    const url = browser.runtime.getURL('/workspace.html');
    void browser.tabs.create({ url: `${url}?q=${encodeURIComponent(text)}#criteria/search` });
  });
}

async function found(query: string) {
  if (query.trim().length < 2) return [];
  const entries = (await loadAllPacks()).flatMap((pack) => openPack(pack).search(query, MOST));
  return entries.slice(0, MOST).map(({ position, direction }) => ({
    content: position.text,
    description: xmlText(`${direction.code} — ${position.text}`),
  }));
}

/** Chromium reads descriptions as XML; Firefox as text, where the few escaped characters are rare. */
function xmlText(text: string): string {
  return text.replace(/[&<>]/g, ' ');
}
