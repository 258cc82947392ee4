import type { Page } from 'puppeteer-core';
import { until } from './until.ts';

/**
 * The bytes of the file the page saves when `act` is done. Taken where the page hands them to the browser: what a
 * browser does with a download is not this project's to test.
 */
export async function savedFile(page: Page, act: () => Promise<void>): Promise<Buffer> {
  await page.evaluate(() => {
    delete document.documentElement.dataset.saved;
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      URL.createObjectURL = make;
      void (blob as Blob).arrayBuffer().then((bytes) => {
        const text = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
        document.documentElement.dataset.saved = btoa(text);
      });
      return make(blob);
    };
  });
  await act();
  const saved = await until('the file to be saved', () =>
    page.evaluate(() => document.documentElement.dataset.saved),
  );
  return Buffer.from(saved, 'base64');
}
