import { describe, expect, it } from 'vitest';
import {
  BUILTIN_SITE,
  disableSite,
  enabledSites,
  enableSite,
  registerSites,
  type SitesApi,
  sitePattern,
  startInTabs,
} from '../../lib/sites/sites.ts';

/** A browser that remembers what was granted and registered; `answer` is what the user says. */
function fakeBrowser(answer: boolean) {
  const origins = new Set([BUILTIN_SITE]);
  const scripts = new Map<string, string[]>();
  const injected: number[] = [];
  const api: SitesApi = {
    permissions: {
      async request(what) {
        if (answer) for (const origin of what.origins) origins.add(origin);
        return answer;
      },
      async remove(what) {
        for (const origin of what.origins) origins.delete(origin);
        return true;
      },
      getAll: async () => ({ origins: [...origins] }),
    },
    scripting: {
      async registerContentScripts(list) {
        for (const script of list) {
          if (scripts.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
          scripts.set(script.id, script.matches);
        }
      },
      async unregisterContentScripts({ ids }) {
        for (const id of ids) scripts.delete(id);
      },
      getRegisteredContentScripts: async ({ ids }) =>
        ids.filter((id) => scripts.has(id)).map((id) => ({ id })),
      async executeScript({ target }) {
        injected.push(target.tabId);
      },
    },
  };
  return { api, injected, matches: () => [...scripts.values()].flat() };
}

describe('sites', () => {
  it.each([
    ['https://cabinet.region.ru:8443/form?x=1', 'https://cabinet.region.ru/*'],
    ['http://10.0.0.5/form', 'http://10.0.0.5/*'],
    ['chrome://extensions', null],
    ['file:///c:/form.html', null],
    ['', null],
  ])('pattern of %s is %s', (address, pattern) => {
    expect(sitePattern(address)).toBe(pattern);
  });

  it('one is asked for, registered, started in the tab and can be taken back', async () => {
    const { api, injected, matches } = fakeBrowser(true);
    expect(await enableSite(api, 'https://a.ru/*', 7)).toBe(true);
    expect(await enableSite(api, 'https://b.ru/*', null)).toBe(true);
    expect(injected).toEqual([7]);
    expect(matches()).toEqual(['https://a.ru/*', 'https://b.ru/*']);
    await disableSite(api, 'https://a.ru/*');
    expect(await enabledSites(api)).toEqual(['https://b.ru/*']);
    expect(matches()).toEqual(['https://b.ru/*']);
    await disableSite(api, 'https://b.ru/*');
    expect(matches()).toEqual([]);
  });

  it('nothing happens when the user says no', async () => {
    const { api, injected, matches } = fakeBrowser(false);
    expect(await enableSite(api, 'https://a.ru/*', 7)).toBe(false);
    expect(injected).toEqual([]);
    expect(matches()).toEqual([]);
  });

  it('starts in the tabs that are open on a host just granted, never for the built-in one', async () => {
    const { api, injected } = fakeBrowser(true);
    const asked: string[][] = [];
    const find = async (patterns: string[]) => {
      asked.push(patterns);
      return [{ id: 3 }, {}, { id: 4 }];
    };
    await startInTabs(api, find, [BUILTIN_SITE]);
    expect(asked).toEqual([]);
    await startInTabs(api, find, [BUILTIN_SITE, 'https://a.ru/*']);
    expect(asked).toEqual([['https://a.ru/*']]);
    expect(injected).toEqual([3, 4]);
  });

  it('two that register at the same time leave one script', async () => {
    const { api, matches } = fakeBrowser(true);
    await api.permissions.request({ origins: ['https://a.ru/*'], permissions: ['scripting'] });
    await Promise.all([registerSites(api), registerSites(api)]);
    expect(matches()).toEqual(['https://a.ru/*']);
  });
});
