import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { SiteState } from '../../components/library/no-form.tsx';
import { t } from '../../lib/i18n.ts';
import { BUILTIN_SITE, enableSite, type SitesApi, sitePattern } from '../../lib/sites/sites.ts';
import { say } from './state.ts';
import { askForm, refreshForm, showForm, siteName, tab } from './tab.ts';

/** Whether the assistant works on the site of the tab; null for pages that are no sites. */
export const site = signal<SiteState>(null);

/** Looks which of the two the tab's site is. */
export async function refreshSite(): Promise<void> {
  const pattern = sitePattern(tab.url);
  if (!pattern) {
    site.value = null;
    return;
  }
  const on = pattern === BUILTIN_SITE || (await browser.permissions.contains({ origins: [pattern] }));
  site.value = { kind: on ? 'on' : 'off', site: siteName() };
}

/**
 * «Включить на этом сайте»: asks right in the click, as browsers demand. The background starts the assistant in the
 * open tab too: the popup may be gone by the time the user has answered.
 */
export async function enable(): Promise<void> {
  const pattern = sitePattern(tab.url);
  if (!pattern) return;
  const granted = await enableSite(browser as unknown as SitesApi, pattern, null).catch(() => false);
  if (!granted) {
    say(t('sites.refused'), 'doubtful');
    return;
  }
  await refreshSite();
  await refreshForm();
}

/** Opens the site of ФИС ОКО in a tab of its own. */
export async function openSite(): Promise<void> {
  await browser.tabs.create({ url: BUILTIN_SITE.replace('*', '') });
}

/** «Показать форму»: the page asks for the parts; the popup gives way to it. */
export async function showParts(): Promise<void> {
  const reply = await askForm('form.calibrate', {}).catch(() => null);
  if (reply?.started) await showForm();
  else say(t('calibrate.nothing'), 'doubtful');
}
