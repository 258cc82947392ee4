import { defineBackground } from 'wxt/utils/define-background';
import { serveMenus } from './menus.ts';
import { serveMessages } from './messages.ts';
import { serveOmnibox } from './omnibox.ts';
import { keepSites } from './sites.ts';
import { restrictStorage } from './storage-access.ts';

export default defineBackground(() => {
  serveMessages();
  serveMenus();
  serveOmnibox();
  keepSites();
  restrictStorage();
});
