import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { exportPack } from '../../../lib/criteria/exchange.ts';
import { type Pack, type PackPosition, packSchema } from '../../../lib/model/pack.ts';
import type { OpenedBrowser } from './browser.ts';
import { press, says } from './extension-page.ts';
import { until } from './until.ts';

/** The pack whose texts the simulated site shows. */
export const trainingPack: Pack = packSchema.parse(
  JSON.parse(readFileSync('assets/packs/training-mum.json', 'utf8')),
);

/** An official pack of the training texts; `change` gets the position that stands first on the form. */
export function packOf(
  fields: Pick<Pack, 'id' | 'title' | 'year'>,
  change: (first: PackPosition) => void = () => {},
): Pack {
  const pack = structuredClone({ ...trainingPack, ...fields, kind: 'official' as const, complete: true });
  change(firstOf(pack));
  return pack;
}

/** The position that stands first. */
export function firstOf(pack: Pack): PackPosition {
  const first = pack.directions[0]?.tracks[0]?.components[0]?.positions[0];
  if (!first) throw new Error(`${pack.id} is empty`);
  return first;
}

/** Gives the page a file of this name and text, as if chosen by hand, and waits for it to be told by `told`. */
export async function choose(workspace: Page, name: string, text: string, told = name): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fis-oko-criteria-'));
  // Not before the end: a page that shows a file of that name already may still be reading this one.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, name), text);
  const input = await until(
    'the file field',
    async () => (await workspace.$('input[type=file]')) as ElementHandle<HTMLInputElement> | null,
  );
  await input.uploadFile(join(folder, name));
  await until('the file to be taken', async () =>
    workspace.evaluate((file) => document.body.textContent?.includes(file) ?? false, told),
  );
}

/** Receives a pack as the file a coordinator sends. */
export async function receivePack(opened: OpenedBrowser, pack: Pack): Promise<Page> {
  const workspace = await opened.openExtensionPage('workspace.html#criteria/import');
  await choose(workspace, `${pack.id}.json`, await exportPack(pack), `${pack.title} (МУМ-${pack.year})`);
  await press(workspace, 'Сохранить набор');
  await says(workspace, new RegExp(`Набор «${pack.title}» сохранён`));
  return workspace;
}

/** Removes a pack, so that the scenarios that follow meet the packs they know. */
export async function removePack(opened: OpenedBrowser, title: string): Promise<void> {
  const workspace = await opened.openExtensionPage('workspace.html#criteria/list');
  await until(`«${title}» to be removed`, async () =>
    workspace.evaluate((wanted) => {
      const row = [...document.querySelectorAll('tr')].find((one) => one.textContent?.includes(wanted));
      const button = [...(row?.querySelectorAll('button') ?? [])].find(
        (one) => one.textContent === 'Удалить',
      );
      button?.click();
      return button !== undefined;
    }, title),
  );
  await says(workspace, new RegExp(`Набор «${title}.*» удалён`));
  await workspace.close();
}

/** What the file of a pack would hold: presses «Сохранить файл» in its row. */
export async function savedFile(workspace: Page, title: string): Promise<string> {
  await workspace.evaluate(() => {
    delete document.documentElement.dataset.saved;
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      void (blob as Blob).text().then((text) => {
        document.documentElement.dataset.saved = text;
      });
      return make(blob);
    };
  });
  return until('the file of the pack', async () =>
    workspace.evaluate((wanted) => {
      const kept = document.documentElement.dataset.saved;
      if (kept !== undefined) return kept;
      const row = [...document.querySelectorAll('tr, li')].find((one) => one.textContent?.includes(wanted));
      [...(row?.querySelectorAll('button') ?? [])]
        .find((one) => one.textContent === 'Сохранить файл')
        ?.click();
      return null;
    }, title),
  );
}
