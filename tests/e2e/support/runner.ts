import { mkdirSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { FoundBrowser } from '../../../scripts/browsers.ts';
import type { Site } from '../../site/server.ts';
import { type OpenedBrowser, openBrowser } from './browser.ts';
import { type Context, logIn, pageTools, type Scenario } from './scenario.ts';

/** How a scenario ended on one layout of one browser. */
export interface Outcome {
  readonly title: string;
  readonly ms: number;
  /** null: passed. */
  readonly error: string | null;
}

/** A run that takes longer than this has failed: nothing a user does here does. */
const TIME_LIMIT = 120_000;

/** How long pictures and closing of tabs may take after a scenario, in ms. */
const CLEARING_LIMIT = 30_000;

/** Regions by browser, so that the logins of two browsers never meet. */
const REGION = { chromium: '12', firefox: '47' } as const;

/** Runs so far: each has a login of its own. */
const counts = { chromium: 0, firefox: 0 };

function withLimit<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${ms} ms`)), ms);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

/** Collects what a page says is wrong; any of it fails the scenario. */
function listen(page: Page, faults: string[], allowed: RegExp | undefined): void {
  const take = (text: string): void => {
    if (!allowed?.test(text)) faults.push(text);
  };
  page.on('console', (message) => {
    if (message.type() === 'error') take(`console: ${message.text()} (${message.location().url ?? ''})`);
  });
  page.on('pageerror', (error) => take(`uncaught: ${error instanceof Error ? error.stack : String(error)}`));
}

/** Runs all scenarios in one browser, one after another. */
export async function runInBrowser(
  found: FoundBrowser,
  site: Site,
  scenarios: readonly Scenario[],
  onlyLayout?: string,
): Promise<Outcome[]> {
  const opened = await openBrowser(found, { httpsPort: site.httpsPort });
  let bare: Promise<OpenedBrowser> | null = null;
  const outcomes: Outcome[] = [];
  const [keeper] = await opened.browser.pages();
  const runOne = async (scenario: Scenario, layout: string): Promise<void> => {
    const title = `${found.kind}: ${scenario.name}${layout === '' ? '' : ` [${layout}]`}`;
    const login = `reg${REGION[found.kind]}_mmu_${String(++counts[found.kind] % 100).padStart(2, '0')}`;
    const page = await opened.browser.newPage();
    const faults: string[] = [];
    listen(page, faults, scenario.allowed);
    const start = performance.now();
    let error: string | null = null;
    try {
      await logIn(opened, site, login);
      const context: Context = {
        kind: found.kind,
        opened,
        page,
        site,
        layout,
        login,
        logIn: (other) => logIn(opened, site, other),
        bare: () => {
          bare ??= openBrowser(found, { httpsPort: site.httpsPort, extension: false });
          return bare;
        },
        ...pageTools(page, site, layout),
      };
      await withLimit(scenario.run(context), scenario.limit ?? TIME_LIMIT);
      if (faults.length > 0) error = `the page reports: ${faults.join('\n')}`;
    } catch (thrown) {
      error = `${thrown instanceof Error ? thrown.stack : String(thrown)}\n${faults.join('\n')}`;
    }
    const ms = Math.round(performance.now() - start);
    // A page that hangs takes no picture and does not close; the other scenarios are run all the same.
    if (error !== null) await withLimit(keepPictures(opened, title), CLEARING_LIMIT).catch(() => undefined);
    await withLimit(closeOthers(opened, keeper), CLEARING_LIMIT).catch(() => undefined);
    console.log(`${error === null ? 'ok  ' : 'FAIL'} ${title} (${ms} ms)`);
    if (error !== null) console.log(error);
    outcomes.push({ title, ms, error });
  };
  try {
    for (const scenario of scenarios) {
      if (scenario.browsers && !scenario.browsers.includes(found.kind)) continue;
      for (const layout of scenario.layouts ?? [''])
        if (onlyLayout === undefined || layout === onlyLayout) await runOne(scenario, layout);
    }
  } finally {
    await opened.close();
    await (await (bare as Promise<OpenedBrowser> | null))?.close();
  }
  return outcomes;
}

/** Closes what a scenario left open, the failed ones' pages of the extension too; one tab keeps the browser alive. */
async function closeOthers(opened: OpenedBrowser, keeper: Page | undefined): Promise<void> {
  for (const page of await opened.browser.pages())
    if (page !== keeper) await page.close().catch(() => undefined);
}

/** What every open tab showed when the scenario failed: the site's and the extension's. */
async function keepPictures(opened: OpenedBrowser, title: string): Promise<void> {
  mkdirSync('.output/e2e', { recursive: true });
  const name = title.replace(/[^\wа-яё]+/gi, '-');
  for (const [index, page] of (await opened.browser.pages()).entries()) {
    // A tab in the background is not drawn, and waiting for its picture takes minutes.
    await page.bringToFront().catch(() => undefined);
    await page
      .screenshot({ path: `.output/e2e/${name}${index}.png`, captureBeyondViewport: false })
      .catch(() => undefined);
  }
}
