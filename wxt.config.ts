import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { sharedModules } from './scripts/shared-modules.ts';

/** The one host the extension works on without being asked: the cabinet of ФИС ОКО (docs/privacy.md). */
const FORM_HOST = 'https://lk-fisoko.obrnadzor.gov.ru/*';

/**
 * What the extension's own pages and its background may load: nothing but the extension itself. «Nothing leaves the
 * computer» (docs/privacy.md) is kept by the browser, not by good intentions.
 */
const CSP = [
  "default-src 'self'",
  "script-src 'self'",
  "object-src 'none'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/**
 * WXT's code in content scripts (a context with timers and a watcher of addresses, the polyfill of the browser's API)
 * is four kilobytes in every page; of all that a signal is needed.
 */
const lightInPages = {
  name: 'light-in-pages',
  enforce: 'pre' as const,
  resolveId(source: string) {
    return source === 'wxt/utils/content-script-context' ? resolve('entrypoints/form.content/life.ts') : null;
  },
};

export default defineConfig({
  modules: ['@wxt-dev/i18n/module', '@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  hooks: {
    // Packs are data: fetched when needed, bundled nowhere.
    'build:publicAssets'(_wxt, files) {
      for (const name of readdirSync('assets/packs'))
        files.push({ absoluteSrc: resolve('assets/packs', name), relativeDest: `packs/${name}` });
      // pdf.js runs its parser in a worker of its own; only the page that imports criteria starts it.
      files.push({
        absoluteSrc: resolve('node_modules/pdfjs-dist/legacy/build/pdf.worker.min.mjs'),
        relativeDest: 'pdf.worker.mjs',
      });
      // Browsers take no hyphens in names of messages; keys made of rule ids have them (`t` of lib/i18n.ts does the same).
      for (const file of files)
        if ('contents' in file && file.relativeDest.endsWith('messages.json'))
          file.contents = file.contents.replace(/^( {2}"[\w-]+": \{)$/gm, (key) => key.replaceAll('-', '_'));
    },
  },
  vite: () => ({ build: { sourcemap: false }, plugins: [lightInPages, sharedModules()] }),
  manifest: ({ browser, command }) => ({
    name: '__MSG_extension_name__',
    short_name: '__MSG_extension_shortName__',
    description: '__MSG_extension_description__',
    default_locale: 'ru',
    permissions:
      browser === 'firefox'
        ? ['storage', 'contextMenus', 'activeTab']
        : ['storage', 'sidePanel', 'contextMenus', 'activeTab'],
    optional_permissions: ['scripting'],
    // Further parts of the content script, loaded where the form is recognised or shown by the user; sites can be switched on by the user.
    web_accessible_resources: [
      {
        resources: ['form-read.js', 'form-session.js', 'form-profile.js'],
        matches: ['https://*/*', 'http://*/*'],
        use_dynamic_url: true,
      },
    ],
    omnibox: { keyword: 'око' },
    host_permissions: [FORM_HOST],
    // The development server talks to its pages over the network.
    ...(command === 'build' ? { content_security_policy: { extension_pages: CSP } } : {}),
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    browser_specific_settings: {
      gecko: {
        id: 'fis-oko-assistant@example.org',
        strict_min_version: '128.0',
        // addons.mozilla.org asks every new extension to say what it collects.
        data_collection_permissions: { required: ['none'] },
      },
    },
  }),
});
