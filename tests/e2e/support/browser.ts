import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import type { FoundBrowser } from '../../../scripts/browsers.ts';
import { OTHER_HOST, REAL_HOST } from '../../site/certificate.ts';
import { startProxy } from './proxy.ts';
import { until } from './until.ts';

/** Where the builds of the extension lie. */
export const EXTENSION = { chromium: '.output/chrome-mv3', firefox: '.output/firefox-mv3' } as const;

export interface OpenOptions {
  readonly httpsPort: number;
  /** Folder of a profile to be kept; a fresh one that is thrown away when left out. */
  readonly profile?: string;
  /** false: the same browser without the extension, for comparisons. */
  readonly extension?: boolean;
  /** false: a window the user sees; the network beyond the site stays reachable there. */
  readonly headless?: boolean;
  /** Language of the interface; Russian by default. */
  readonly language?: 'ru' | 'en';
  /** Window size in CSS pixels; ui.md's 1366×768 by default. */
  readonly size?: readonly [width: number, height: number];
}

/** A running browser with the extension in it. */
export interface OpenedBrowser {
  readonly kind: FoundBrowser['kind'];
  readonly browser: Browser;
  /** Id of the extension; '' without it. */
  readonly extensionId: string;
  /** Opens a page of the extension (`popup.html`) in a tab. */
  openExtensionPage(path: string): Promise<Page>;
  /** Reloads one of the extension's own pages, as F5 does. */
  reloadExtensionPage(page: Page): Promise<void>;
  close(): Promise<void>;
}

const SIZE = [1366, 768] as const;

/**
 * Starts a browser with a fresh profile in which the real cabinet's name leads to the simulated site, and installs
 * the production build. The names, the certificate and the permissions are those of the shipped extension.
 */
export async function openBrowser(found: FoundBrowser, options: OpenOptions): Promise<OpenedBrowser> {
  return found.kind === 'chromium' ? openChromium(found, options) : openFirefox(found, options);
}

async function openChromium(found: FoundBrowser, options: OpenOptions): Promise<OpenedBrowser> {
  const [width, height] = options.size ?? SIZE;
  const headless = options.headless ?? true;
  const rules = [REAL_HOST, OTHER_HOST].map((host) => `MAP ${host} 127.0.0.1:${options.httpsPort}`);
  if (headless) rules.push('MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1');
  const browser = await launch({
    executablePath: found.path,
    headless,
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    defaultViewport: headless ? { width, height } : null,
    ...(options.profile === undefined ? {} : { userDataDir: options.profile }),
    args: [
      // Chromium refuses its sandbox to root, as which containers and CI run.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--host-resolver-rules=${rules.join(', ')}`,
      `--window-size=${width},${height}`,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
      `--lang=${options.language ?? 'ru'}`,
    ],
    env: { ...process.env, LANGUAGE: options.language ?? 'ru' },
  });
  const extensionId =
    options.extension === false ? '' : await browser.installExtension(resolve(EXTENSION.chromium));
  return {
    kind: 'chromium',
    browser,
    extensionId,
    async openExtensionPage(path) {
      const page = await browser.newPage();
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      return page;
    },
    async reloadExtensionPage(page) {
      await page.reload();
    },
    close: () => browser.close(),
  };
}

async function openFirefox(found: FoundBrowser, options: OpenOptions): Promise<OpenedBrowser> {
  const [width, height] = options.size ?? SIZE;
  const headless = options.headless ?? true;
  const uuid = randomUUID();
  const proxy = await startProxy({ [REAL_HOST]: options.httpsPort, [OTHER_HOST]: options.httpsPort });
  const browser = await launch({
    executablePath: found.path,
    browser: 'firefox',
    headless,
    acceptInsecureCerts: true,
    defaultViewport: headless ? { width, height } : null,
    // System access lets a test open the extension's own pages; the host in their address is set below.
    args: [`--width=${width}`, `--height=${height}`, '--remote-allow-system-access'],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxy.port,
      'extensions.webextensions.uuids': JSON.stringify({ [geckoId()]: uuid }),
      // Optional permissions are granted without the prompt, which nobody could press here.
      'extensions.webextOptionalPermissionPrompts': false,
      'intl.locale.requested': options.language ?? 'ru',
      'intl.accept_languages': 'ru',
    },
  });
  const extensionId =
    options.extension === false ? '' : await browser.installExtension(resolve(EXTENSION.firefox));
  return {
    kind: 'firefox',
    browser,
    extensionId,
    async openExtensionPage(path) {
      const page = await browser.newPage();
      await goInFirefox(page, `moz-extension://${uuid}/${path}`);
      return page;
    },
    reloadExtensionPage: reloadInFirefox,
    async close() {
      await browser.close();
      proxy.close();
    },
  };
}

/** Id of the extension in its Firefox build. */
function geckoId(): string {
  const manifest = JSON.parse(readFileSync(`${EXTENSION.firefox}/manifest.json`, 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
}

/** Puppeteer waits in vain for the navigation of a page of the extension, also when it is only loaded again. */
async function reloadInFirefox(page: Page): Promise<void> {
  const { connection } = page.browser() as unknown as {
    connection: { send(method: string, params: object): Promise<unknown> };
  };
  const context = (page.mainFrame() as unknown as { _id: string })._id;
  const before = await page.evaluate(() => performance.timeOrigin);
  await connection.send('browsingContext.reload', { context, wait: 'none' });
  await until('the page to be loaded again', () =>
    page.evaluate((old) => performance.timeOrigin !== old && document.readyState === 'complete', before),
  );
}

/** Goes to a page of the extension: the tab changes its process then, which puppeteer's own `goto` waits for in vain. */
async function goInFirefox(page: Page, url: string): Promise<void> {
  const { connection } = page.browser() as unknown as {
    connection: { send(method: string, params: object): Promise<unknown> };
  };
  const context = (page.mainFrame() as unknown as { _id: string })._id;
  await connection.send('browsingContext.navigate', { context, url, wait: 'none' });
  await until(url, () =>
    page.evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url),
  );
}
