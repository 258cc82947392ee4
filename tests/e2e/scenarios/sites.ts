import { OTHER_HOST, REAL_HOST } from '../../site/certificate.ts';
import { fill, press, says } from '../support/extension-page.ts';
import { overlayOf } from '../support/overlay.ts';
import type { Context, Scenario } from '../support/scenario.ts';
import { until } from '../support/until.ts';

const MARKER = { role: 'button', name: /^Критерий / };

/** Another host: nothing happens there until the user switches the assistant on, and nothing after it is switched off. */
async function switchedOn({ page, site, opened, login }: Context): Promise<void> {
  const address = site.url('/mum/php').replace(REAL_HOST, OTHER_HOST);
  await opened.browser.setCookie({ ...site.session(login), domain: OTHER_HOST, path: '/', secure: true });
  const overlay = overlayOf(page);
  await page.goto(address);
  const settings = await opened.openExtensionPage('workspace.html#settings');
  await says(settings, /Других сайтов нет/);
  if ((await overlay.all(MARKER)).length > 0) throw new Error('it works on a site nobody switched on');
  await fill(settings, 'Адрес сайта', OTHER_HOST);
  await press(settings, 'Включить');
  await until('the site in the list', () =>
    settings.$$eval(
      'li',
      (items, host) => items.some((item) => item.textContent?.includes(host)),
      OTHER_HOST,
    ),
  );
  // The page that is open already, then the same page loaded anew.
  await page.bringToFront();
  await overlay.find(MARKER);
  await page.reload();
  await overlay.find(MARKER);
  await settings.bringToFront();
  await press(settings, 'Выключить');
  await says(settings, /Других сайтов нет/);
  await page.bringToFront();
  await page.reload();
  await page.waitForSelector('#main');
  if ((await overlay.all(MARKER)).length > 0) throw new Error('it still works on a site switched off');
  await settings.close();
}

/** «Включить на этом сайте». Only Firefox can grant without a prompt that no test can press. */
export const scenarios: readonly Scenario[] = [
  {
    name: 'the assistant is switched on for another site, and off again',
    browsers: ['firefox'],
    run: switchedOn,
  },
];
