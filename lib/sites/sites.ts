/**
 * «Включить на этом сайте»: the form on a host other than the built-in one. The browser's own list of granted hosts
 * is the one truth; the registered content script follows it. Nothing is injected anywhere else.
 */

/** The part of the extension API this needs, as both browsers have it in Manifest V3. */
export interface SitesApi {
  readonly permissions: {
    request(what: { origins: string[]; permissions?: string[] }): Promise<boolean>;
    remove(what: { origins: string[] }): Promise<boolean>;
    getAll(): Promise<{ origins?: string[] | undefined }>;
  };
  /** Absent until the permission `scripting` is granted. */
  readonly scripting?: {
    registerContentScripts(scripts: SiteScript[]): Promise<void>;
    unregisterContentScripts(filter: { ids: string[] }): Promise<void>;
    getRegisteredContentScripts(filter: { ids: string[] }): Promise<{ id: string }[]>;
    executeScript(what: { target: { tabId: number; allFrames: boolean }; files: string[] }): Promise<unknown>;
  };
}

interface SiteScript {
  id: string;
  js: string[];
  matches: string[];
  allFrames: boolean;
  matchOriginAsFallback?: boolean;
  persistAcrossSessions: boolean;
  runAt: 'document_idle';
}

/** The content script as the build names it. */
const SCRIPT = 'content-scripts/form.js';
const SCRIPT_ID = 'form-on-further-sites';

/** Granted with the installation, see wxt.config.ts. */
export const BUILTIN_SITE = 'https://lk-fisoko.obrnadzor.gov.ru/*';

/** `https://host/*` of a page's address (the port plays no part in match patterns); null for pages that are no sites. */
export function sitePattern(address: string): string | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return `${url.protocol}//${url.hostname}/*`;
}

/** Sites the user switched on, as match patterns; the built-in one is not among them. */
export async function enabledSites(api: SitesApi): Promise<readonly string[]> {
  const { origins = [] } = await api.permissions.getAll();
  return origins.filter((origin) => origin !== BUILTIN_SITE).sort();
}

/**
 * Asks for one site and starts there. Must be called right in the handler of a click: browsers ask only then.
 * Resolves to false when the user said no.
 */
export async function enableSite(api: SitesApi, pattern: string, tabId: number | null): Promise<boolean> {
  const granted = await api.permissions.request({ origins: [pattern], permissions: ['scripting'] });
  if (!granted) return false;
  await registerSites(api);
  if (tabId !== null)
    await api.scripting?.executeScript({ target: { tabId, allFrames: true }, files: [SCRIPT] });
  return true;
}

/** Takes a site's permission back; open pages of it keep their overlay until they are reloaded. */
export async function disableSite(api: SitesApi, pattern: string): Promise<void> {
  await api.permissions.remove({ origins: [pattern] });
  await registerSites(api);
}

/** Makes the registered content script follow the granted hosts; also when they were changed in the browser's settings. */
export async function registerSites(api: SitesApi): Promise<void> {
  const matches = [...(await enabledSites(api))];
  if (!api.scripting) return;
  const registered = await api.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  // The other page that follows the list may have taken it out meanwhile.
  if (registered.length > 0)
    await api.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] }).catch(() => undefined);
  if (matches.length === 0) return;
  const script: SiteScript = {
    id: SCRIPT_ID,
    js: [SCRIPT],
    matches,
    allFrames: true,
    persistAcrossSessions: true,
    runAt: 'document_idle',
  };
  try {
    await api.scripting.registerContentScripts([script]);
  } catch (error) {
    // The page that asked and the background follow the same list at the same time: one of them was first.
    const there = await api.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
    if (there.length === 0) throw error;
  }
}

/** Starts in the tabs that are open on hosts just granted; a tab that cannot be reached is left until it is reloaded. */
export async function startInTabs(
  api: SitesApi,
  find: (patterns: string[]) => Promise<readonly { id?: number | undefined }[]>,
  granted: readonly string[],
): Promise<void> {
  const patterns = granted.filter((pattern) => pattern !== BUILTIN_SITE);
  if (patterns.length === 0 || !api.scripting) return;
  for (const { id } of await find([...patterns])) {
    if (id === undefined) continue;
    const target = { tabId: id, allFrames: true };
    await api.scripting.executeScript({ target, files: [SCRIPT] }).catch(() => undefined);
  }
}
