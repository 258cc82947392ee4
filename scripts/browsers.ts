import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BrowserKind = 'chromium' | 'firefox';

/** A browser on this machine. `kind` says how it is driven. */
export interface FoundBrowser {
  readonly kind: BrowserKind;
  readonly path: string;
}

/** Names looked for on PATH, best first: Chromium takes unpacked extensions without conditions. */
const ON_PATH: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
    'yandex-browser',
    'yandex-browser-stable',
  ],
  firefox: ['firefox-esr', 'firefox'],
};

const MAC: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: ['Chromium', 'Google Chrome', 'Microsoft Edge', 'Yandex'],
  firefox: ['Firefox'],
};

/** Below the program folders of Windows. */
const WINDOWS: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
    'Yandex\\YandexBrowser\\Application\\browser.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe'],
};

function candidates(kind: BrowserKind): string[] {
  const env = process.env;
  if (process.platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return folders.flatMap((folder) => (folder ? WINDOWS[kind].map((file) => join(folder, file)) : []));
  }
  if (process.platform === 'darwin') {
    const folders = ['/Applications', join(env.HOME ?? '', 'Applications')];
    const name = (app: string): string => (app === 'Firefox' ? 'firefox' : app);
    return folders.flatMap((folder) =>
      MAC[kind].map((app) => join(folder, `${app}.app`, 'Contents', 'MacOS', name(app))),
    );
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  return ON_PATH[kind].flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** A program that is there may still be a mere pointer to a package that is not: ask it for its version. */
function answers(path: string): boolean {
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;
}

/** The best installed browser of a kind; `CHROMIUM_PATH` and `FIREFOX_PATH` go before everything. Null when none works. */
export function findBrowser(kind: BrowserKind): FoundBrowser | null {
  const forced = process.env[kind === 'chromium' ? 'CHROMIUM_PATH' : 'FIREFOX_PATH'];
  for (const path of forced ? [forced] : candidates(kind))
    if (existsSync(path) && answers(path)) return { kind, path };
  return null;
}
