import { browser } from 'wxt/browser';
import type { Handlers } from '../../lib/messages/listen.ts';

const PAGES = {
  library: '/popup.html',
  workspace: '/workspace.html',
  drafts: '/workspace.html#drafts',
} as const;

/** Opens pages of the extension in a tab: the library beside the form, or the workspace. */
export function pageHandlers(): Handlers<'app.open'> {
  return {
    async 'app.open'({ page }, sender) {
      const from = sender.tab?.id;
      const url = new URL(browser.runtime.getURL(PAGES[page]));
      // The popup in a tab of its own works on the form it was opened from.
      if (from !== undefined) url.searchParams.set('tab', String(from));
      await browser.tabs.create({ url: url.href });
      return {};
    },
  };
}
