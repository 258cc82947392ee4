import { parseArgs } from 'node:util';
import { EXTENSION, type OpenedBrowser, openBrowser } from '../tests/e2e/support/browser.ts';
import { logIn } from '../tests/e2e/support/scenario.ts';
import { LAYOUT_NAMES } from '../tests/site/layouts/index.ts';
import { type Site, startSite } from '../tests/site/server.ts';
import { type FoundBrowser, findBrowser } from './browsers.ts';
import { ensureBrowser } from './install-browser.ts';
import { runTool } from './steps.ts';
import { runTour } from './tour.ts';

/**
 * `npm start`: builds the extension, starts the simulated ФИС ОКО and opens a browser on its form, logged in.
 * Without a display (or with `--headless`) walks through the main job and saves screenshots instead; `--stay` goes on
 * serving after that. `--browser chromium|firefox`, `--layout NAME`, `--login LOGIN`.
 */
const { values: options } = parseArgs({
  options: {
    stay: { type: 'boolean', default: false },
    headless: { type: 'boolean', default: false },
    browser: { type: 'string' },
    layout: { type: 'string', default: 'php' },
    login: { type: 'string', default: 'reg12_mmu_04' },
  },
});

function hasDisplay(): boolean {
  if (options.headless) return false;
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function chooseBrowser(): Promise<FoundBrowser> {
  if (options.browser === 'firefox') return ensureBrowser('firefox');
  if (options.browser === 'chromium') return ensureBrowser('chromium');
  return ensureBrowser(!findBrowser('chromium') && findBrowser('firefox') ? 'firefox' : 'chromium');
}

/** Ends on Ctrl+C, and when the user closes the browser. */
function untilStopped(opened: OpenedBrowser | null): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
    opened?.browser.once('disconnected', () => resolve());
  });
}

function tellAddresses(site: Site): void {
  console.log(
    `Учебная ФИС ОКО открыта: https://127.0.0.1:${site.httpsPort}/ и http://127.0.0.1:${site.httpPort}/`,
  );
  console.log(
    'Логины: reg12_mmu_04 (муниципалитет), reg12_exp1 (эксперт), reg12_rmu (регион); пароль любой.',
  );
  console.log(`Виды формы: ${LAYOUT_NAMES.map((name) => `/mum/${name}`).join(' ')}`);
}

async function showWindow(found: FoundBrowser, site: Site): Promise<void> {
  const opened = await openBrowser(found, { httpsPort: site.httpsPort, headless: false });
  await logIn(opened, site, options.login);
  const [page] = await opened.browser.pages();
  await (page ?? (await opened.browser.newPage())).goto(site.url(`/mum/${options.layout}`));
  console.log(
    `Браузер открыт на форме ${site.url(`/mum/${options.layout}`)}. Чтобы закончить, закройте его или нажмите Ctrl+C.`,
  );
  await untilStopped(opened);
  await opened.close().catch(() => undefined);
}

async function main(): Promise<void> {
  if (!LAYOUT_NAMES.includes(options.layout))
    throw new Error(`Вида формы «${options.layout}» нет; есть ${LAYOUT_NAMES.join(', ')}.`);
  const found = await chooseBrowser();
  console.log(`Браузер: ${found.path}`);
  console.log(`Собираем расширение в ${EXTENSION[found.kind]} …`);
  if (!runTool('wxt', 'build', '-b', found.kind === 'firefox' ? 'firefox' : 'chrome'))
    throw new Error('Расширение не собралось; почему — сказано выше.');
  const site = await startSite();
  tellAddresses(site);
  try {
    if (hasDisplay()) await showWindow(found, site);
    else {
      console.log('Экрана нет: проходим основную работу без окна.');
      const pictures = await runTour(found, site);
      for (const picture of pictures) console.log(picture);
      if (options.stay) {
        console.log('Учебный сайт продолжает работать; чтобы закончить, нажмите Ctrl+C.');
        await untilStopped(null);
      }
    }
  } finally {
    await site.close();
  }
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
