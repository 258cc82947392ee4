import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { until } from './until.ts';

/** Gives a page of the extension a file of this name and content, as if chosen by hand; `taken` waits until it is read. */
export async function chooseFile(
  page: Page,
  name: string,
  content: string | Uint8Array,
  taken: () => Promise<unknown>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fis-oko-file-'));
  try {
    writeFileSync(join(folder, name), content);
    const input = await until(
      'the file field',
      async () => (await page.$('input[type=file]')) as ElementHandle<HTMLInputElement> | null,
    );
    await input.uploadFile(join(folder, name));
    await taken();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
