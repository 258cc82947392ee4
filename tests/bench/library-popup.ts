import { ensureBrowser } from '../../scripts/install-browser.ts';
import { openBrowser } from '../e2e/support/browser.ts';
import { startSite } from '../site/server.ts';
import { atMost, type Figure, median } from './figure.ts';
import { bundlePage } from './support/page.ts';
import { meter } from './support/work.ts';

const RUNS = 15;

/** Script of the popup until its list stands, with 10,000 documents and as many uses, in the production build. */
export async function run(): Promise<readonly Figure[]> {
  const site = await startSite();
  const opened = await openBrowser(await ensureBrowser('chromium'), { httpsPort: site.httpsPort });
  try {
    const first = await opened.openExtensionPage('popup.html');
    await first.evaluate(await bundlePage('popup-seed'));
    await first.evaluate('globalThis.bench()');
    await first.close();
    const script: number[] = [];
    for (let at = 0; at < RUNS; at++) {
      const page = await opened.browser.newPage();
      const work = await meter(page);
      const before = await work.read();
      await page.goto(`chrome-extension://${opened.extensionId}/popup.html`);
      await page.waitForSelector('.document');
      script.push((await work.read()).script - before.script);
      await page.close();
    }
    return [atMost('popup to first usable frame, 10,000 documents, script', median(script), 'ms', 150)];
  } finally {
    await opened.close();
    await site.close();
  }
}
