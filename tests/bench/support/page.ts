import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { Page } from 'puppeteer-core';
import { ensureBrowser } from '../../../scripts/install-browser.ts';
import { type OpenedBrowser, openBrowser } from '../../e2e/support/browser.ts';
import { OVERLAY } from '../../e2e/support/overlay.ts';
import { logIn } from '../../e2e/support/scenario.ts';
import { type Site, startSite } from '../../site/server.ts';

/** Layouts the big form is measured in, and its sizes in positions. */
export const BIG_LAYOUTS = ['php', 'grid'] as const;
export const SIZES = [40, 400, 4000] as const;

/** A browser on the simulated site, for measuring. */
export interface Bench {
  readonly page: Page;
  readonly site: Site;
  readonly opened: OpenedBrowser;
  /** Opens the generated form of this many positions and waits until it has loaded. */
  open(layout: string, positions: number): Promise<void>;
}

/** Runs `work` in real Chromium with or without the extension; browser and site are closed afterwards. */
export async function inChromium<T>(extension: boolean, work: (bench: Bench) => Promise<T>): Promise<T> {
  const site = await startSite();
  const opened = await openBrowser(await ensureBrowser('chromium'), { httpsPort: site.httpsPort, extension });
  try {
    await logIn(opened, site, 'reg12_mmu_01');
    const page = await opened.browser.newPage();
    return await work({
      page,
      site,
      opened,
      async open(layout, positions) {
        await page.goto(site.url(`/mum/${layout}?positions=${positions}`), { waitUntil: 'load' });
        // The extension starts when the page is idle: its work has not begun before the overlay is there.
        if (extension) await page.waitForSelector(OVERLAY, { timeout: 120_000 });
      },
    });
  } finally {
    await opened.close();
    await site.close();
  }
}

/** A style sheet as text, with those it imports in their place, as the build of the extension does it. */
function styleOf(path: string): string {
  return readFileSync(path, 'utf8').replace(/@import "(.+?)";/g, (_line, part: string) =>
    styleOf(join(dirname(path), part)),
  );
}

const styleText: Plugin = {
  name: 'style-text',
  setup: (made) =>
    made.onLoad({ filter: /\.css$/ }, ({ path }) => ({ contents: styleOf(path), loader: 'text' })),
};

/** Bundles tests/bench/page/NAME.ts into one expression; its default export is what the page gets as `globalThis.bench`. */
export async function bundlePage(name: string): Promise<string> {
  const made = await build({
    entryPoints: [fileURLToPath(new URL(`../page/${name}.ts`, import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    globalName: 'bench',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [styleText],
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return `${made.outputFiles[0]?.text ?? ''};globalThis.bench = bench.default;`;
}
