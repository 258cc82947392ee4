import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type OpenedBrowser, openBrowser } from '../tests/e2e/support/browser.ts';
import { logIn } from '../tests/e2e/support/scenario.ts';
import type { Site } from '../tests/site/server.ts';
import type { FoundBrowser } from './browsers.ts';
import { STOPS, type Stop, type Tour } from './tour-stops.ts';

/** How the tour looks at things: language, colours, size of the window. */
export interface TourOptions {
  /** Folder of the pictures; emptied first. */
  readonly folder: string;
  readonly language?: 'ru' | 'en';
  readonly dark?: boolean;
  readonly size?: readonly [width: number, height: number];
}

/** Login of the organiser whose form is filled, and of the expert who reads it. */
const ORGANISER = 'reg12_mmu_04';
const EXPERT = 'reg12_exp1';

async function prepare(page: Page, options: TourOptions, kind: FoundBrowser['kind']): Promise<Page> {
  if (options.dark && kind === 'chromium')
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  return page;
}

function tourOf(opened: OpenedBrowser, site: Site, page: Page, options: TourOptions): Tour {
  return {
    site,
    page,
    organiser: ORGANISER,
    expert: EXPERT,
    logIn: (login) => logIn(opened, site, login),
    openExtensionPage: async (path) => prepare(await opened.openExtensionPage(path), options, opened.kind),
  };
}

/**
 * Walks through the main job and takes a numbered picture at each stop. Resolves to the pictures' paths.
 * Throws one sentence with the stop's name when a stop is not what it should be.
 */
export async function runTour(
  found: FoundBrowser,
  site: Site,
  options: TourOptions = { folder: '.output/tour' },
  stops: readonly Stop[] = STOPS,
): Promise<string[]> {
  rmSync(options.folder, { recursive: true, force: true });
  mkdirSync(options.folder, { recursive: true });
  const opened = await openBrowser(found, {
    httpsPort: site.httpsPort,
    language: options.language ?? 'ru',
    ...(options.size ? { size: options.size } : {}),
  });
  const pictures: string[] = [];
  try {
    const page = await prepare(await opened.browser.newPage(), options, opened.kind);
    const tour = tourOf(opened, site, page, options);
    for (const [index, stop] of stops.entries()) {
      const path = join(options.folder, `${String(index + 1).padStart(2, '0')}-${stop.name}.png`);
      try {
        const shown = await stop.go(tour);
        await shown.screenshot({ path });
        if (shown !== page) {
          await shown.close();
          await page.bringToFront();
        }
      } catch (error) {
        await page.screenshot({ path }).catch(() => undefined);
        const why = error instanceof Error ? error.message : String(error);
        throw new Error(`The tour stopped at «${stop.name}» (see ${path}): ${why}`);
      }
      pictures.push(path);
    }
    return pictures;
  } finally {
    await opened.close();
  }
}
