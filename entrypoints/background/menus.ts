import { browser } from 'wxt/browser';
import { t } from '../../lib/i18n.ts';

const ADD_LINK = 'add-link';

/** «Добавить ссылку в библиотеку ФИС ОКО» on links of any page: opens the library with the link filled in. */
export function serveMenus(): void {
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.removeAll().then(() =>
      browser.contextMenus.create({
        id: ADD_LINK,
        title: t('background.add_link'),
        contexts: ['link'],
        targetUrlPatterns: ['http://*/*', 'https://*/*'],
      }),
    );
  });
  browser.contextMenus.onClicked.addListener((info) => {
    if (info.menuItemId !== ADD_LINK || !info.linkUrl) return;
    const url = new URL(browser.runtime.getURL('/popup.html'));
    url.searchParams.set('add', info.linkUrl);
    const { linkText } = info as { linkText?: string };
    if (linkText) url.searchParams.set('title', linkText.slice(0, 1000));
    void browser.tabs.create({ url: url.href });
  });
}
