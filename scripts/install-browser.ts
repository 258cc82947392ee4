import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type BrowserKind, type FoundBrowser, findBrowser } from './browsers.ts';

const CACHE = 'node_modules/.cache/browsers';
/** Debian's packages: the browser, and its Russian texts, without which it shows extensions in English. */
const PACKAGES: Readonly<Record<BrowserKind, readonly [browser: string, russian: string]>> = {
  chromium: ['chromium', 'chromium-l10n'],
  firefox: ['firefox-esr', 'firefox-esr-l10n-ru'],
};
/** Where those packages put what makes the difference. */
const RUSSIAN: Readonly<Record<BrowserKind, string>> = {
  chromium: '/usr/lib/chromium/locales/ru.pak',
  firefox: '/usr/lib/firefox-esr/browser/extensions/langpack-ru@firefox-esr.mozilla.org.xpi',
};
const NAMES: Readonly<Record<BrowserKind, string>> = { chromium: 'Chromium', firefox: 'Firefox' };

function isDebianRoot(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

function apt(...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}

async function download(kind: BrowserKind): Promise<FoundBrowser> {
  const tools = await import('@puppeteer/browsers');
  const platform = tools.detectBrowserPlatform();
  if (!platform) throw new Error(`Сборки ${NAMES[kind]} для этой системы нет.`);
  const browser = kind === 'chromium' ? tools.Browser.CHROME : tools.Browser.FIREFOX;
  const buildId = await tools.resolveBuildId(browser, platform, 'stable');
  const made = await tools.install({ browser, buildId, cacheDir: CACHE });
  return { kind, path: made.executablePath };
}

/** A browser downloaded by an earlier run. */
async function downloaded(kind: BrowserKind): Promise<FoundBrowser | null> {
  const tools = await import('@puppeteer/browsers');
  const wanted = kind === 'chromium' ? tools.Browser.CHROME : tools.Browser.FIREFOX;
  const all = await tools.getInstalledBrowsers({ cacheDir: CACHE });
  const made = all.find((some) => some.browser === wanted);
  return made ? { kind, path: made.executablePath } : null;
}

/** Debian's own build comes without Russian; other makers' builds have it. True when nothing is missing. */
function speaksRussian({ kind, path }: FoundBrowser): boolean {
  const folder = dirname(RUSSIAN[kind]).split('/').slice(0, 4).join('/');
  return !existsSync(folder) || !path.startsWith('/usr/bin/') || existsSync(RUSSIAN[kind]);
}

/** Adds the Russian texts of Debian's build where they are missing; says so where it cannot. */
function withRussian(found: FoundBrowser): FoundBrowser {
  if (speaksRussian(found)) return found;
  const [, russian] = PACKAGES[found.kind];
  console.log(`В ${NAMES[found.kind]} нет русских текстов: ставим пакет Debian ${russian} …`);
  const done = isDebianRoot() && apt('update', '-qq') && apt('install', '-y', '-qq', russian);
  if (!done) console.log(`Не получилось, браузер будет по-английски. Для русского поставьте ${russian}.`);
  return found;
}

/**
 * An installed browser of the kind, or one installed now: Debian's package when root on Debian, otherwise the
 * maker's build in `node_modules/.cache`. Says what it does. Throws one clear sentence when nothing works.
 */
export async function ensureBrowser(kind: BrowserKind): Promise<FoundBrowser> {
  const found = findBrowser(kind) ?? (await downloaded(kind));
  if (found) return withRussian(found);
  if (isDebianRoot()) {
    console.log(`${NAMES[kind]} не установлен: ставим пакеты Debian ${PACKAGES[kind].join(', ')} …`);
    if (apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', ...PACKAGES[kind])) {
      const made = findBrowser(kind);
      if (made) return made;
    }
    console.log('Не получилось, скачиваем готовую сборку.');
  }
  console.log(`${NAMES[kind]} не установлен: скачиваем в ${CACHE} …`);
  try {
    return await download(kind);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`Нужен ${NAMES[kind]}, а поставить его не удалось (${why}). Установите его и повторите.`);
  }
}
