import { defineBackground } from 'wxt/utils/define-background';
import { serveMenus } from './menus.ts';
import { serveMessages } from './messages.ts';
import { restrictStorage } from './storage-access.ts';

export default defineBackground(() => {
  serveMessages();
  serveMenus();
  restrictStorage();
});
