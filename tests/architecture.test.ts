import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

/** Source files of the product, as paths from the project's root. */
const FILES = ['lib', 'components', 'pages', 'entrypoints'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name)),
);

/** Code without comments and strings' contents left alone: enough to look for names. */
function code(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}

interface Import {
  target: string;
  typeOnly: boolean;
}

function imports(file: string): Import[] {
  const found = code(file).matchAll(
    /(?:import|export)\s+(type\s+)?(?:[^'"();]*?\s+from\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g,
  );
  return [...found].map((match) => {
    const path = match[2] ?? match[3] ?? '';
    const target = path.startsWith('.') ? normalize(join(dirname(file), path)) : path;
    return { target, typeOnly: Boolean(match[1]) };
  });
}

/** `lib/form/read.ts` → `lib/form`; `components/ui/x.tsx` → `components`; a package → its name. */
function room(path: string): string {
  const parts = path.split('/');
  return parts[0] === 'lib' ? (parts.length === 2 ? path : `lib/${parts[1]}`) : (parts[0] ?? '');
}

/** What each room may import beside itself and packages. The one list of arrows: docs/architecture.md explains it. */
const ALLOWED: Record<string, readonly string[]> = {
  'lib/i18n.ts': [],
  'lib/model': [],
  'lib/reference': ['lib/model'],
  'lib/form': ['lib/model', 'lib/reference'],
  'lib/criteria': ['lib/model', 'lib/reference', 'lib/office', 'lib/i18n.ts'],
  'lib/rules': ['lib/model', 'lib/reference', 'lib/i18n.ts'],
  'lib/office': ['lib/model', 'lib/reference', 'lib/i18n.ts'],
  'lib/packs': ['lib/model', 'lib/criteria'],
  'lib/progress': ['lib/model', 'lib/reference', 'lib/rules'],
  'lib/import': ['lib/model', 'lib/reference', 'lib/criteria', 'lib/rules', 'lib/fill'],
  'lib/sites': [],
  'lib/settings': ['lib/model', 'lib/i18n.ts'],
  'lib/library': ['lib/model', 'lib/reference', 'lib/i18n.ts'],
  'lib/drafts': ['lib/model', 'lib/reference', 'lib/i18n.ts'],
  'lib/backup': [
    'lib/model',
    'lib/reference',
    'lib/library',
    'lib/drafts',
    'lib/criteria',
    'lib/settings',
    'lib/i18n.ts',
  ],
  'lib/fill': ['lib/model', 'lib/reference', 'lib/criteria', 'lib/rules', 'lib/i18n.ts'],
  'lib/messages': ['lib/drafts', 'lib/model', 'lib/reference', 'lib/i18n.ts'],
  'lib/overlay': ['lib/model', 'lib/i18n.ts', 'components'],
  'lib/session': [
    'lib/model',
    'lib/reference',
    'lib/form',
    'lib/criteria',
    'lib/rules',
    'lib/library',
    'lib/drafts',
    'lib/overlay',
    'lib/messages',
    'lib/fill',
    'lib/i18n.ts',
    'components',
  ],
  'lib/inspect': [
    'lib/model',
    'lib/reference',
    'lib/form',
    'lib/criteria',
    'lib/rules',
    'lib/office',
    'lib/packs',
    'lib/i18n.ts',
  ],
  components: ['lib/model', 'lib/reference', 'lib/progress', 'lib/fill', 'lib/i18n.ts', 'assets'],
};

/** Rooms whose types may be seen where their code may not: contracts. */
const CONTRACTS = /^lib\/[a-z]+\/types\.ts$/;

describe('imports go one way', () => {
  it.each(FILES.filter((file) => !/^(?:entrypoints|pages)\//.test(file)))('%s', (file) => {
    const own = room(file);
    const allowed = ALLOWED[own];
    expect(allowed, `room ${own} is not in the list of arrows`).toBeDefined();
    const wrong = imports(file)
      .filter(({ target }) => /^(lib|components|pages|entrypoints|tests|scripts|assets)\//.test(target))
      .filter(({ target }) => room(target) !== own && !(allowed ?? []).includes(room(target)))
      .filter(({ target, typeOnly }) => !(typeOnly && CONTRACTS.test(target)));
    expect(wrong.map(({ target }) => target)).toEqual([]);
  });

  it.each(FILES.filter((file) => /^lib\/rules\/rules\//.test(file)))('%s imports no other rule', (file) => {
    expect(imports(file).filter(({ target }) => target.startsWith('lib/rules/rules/'))).toEqual([]);
  });

  it.each(FILES.filter((file) => file.startsWith('components')))(
    '%s knows neither storage nor messages',
    (file) => {
      const wrong = imports(file).filter(
        ({ target, typeOnly }) => !typeOnly && /^(wxt\/browser|idb|dexie|webextension-polyfill)/.test(target),
      );
      expect(wrong).toEqual([]);
      expect(code(file)).not.toMatch(/\b(indexedDB|localStorage|sessionStorage)\b/);
    },
  );
});

describe('globals stay in their rooms', () => {
  const mayTouchPage = /^(lib\/(form|overlay|inspect)|components|pages|entrypoints)\//;
  it.each(FILES.filter((file) => !mayTouchPage.test(file)))('%s knows no document or window', (file) => {
    // `document` as a property, a parameter or a noun of the library is fine; the global's members are not.
    expect(code(file)).not.toMatch(
      /(?<![.\w'"-])(?:document\.(?:body|documentElement|createElement|querySelector|addEventListener|activeElement)|window\.)/,
    );
  });

  const mayTouchBrowser = /^(lib\/(library|drafts|messages|overlay|settings)\/|pages\/|entrypoints\/)/;
  it.each(FILES.filter((file) => !mayTouchBrowser.test(file)))('%s knows no extension API', (file) => {
    expect(code(file)).not.toMatch(
      /(?<![.\w])(?:browser|chrome)\.(?:storage|runtime|tabs|permissions|scripting)\b/,
    );
  });

  it.each(FILES)('%s makes no markup or code out of text', (file) => {
    expect(code(file)).not.toMatch(
      /innerHTML|outerHTML\s*=|insertAdjacentHTML|dangerouslySetInnerHTML|new Function\(|\beval\(/,
    );
  });
});

describe('entrypoints compose only', () => {
  it.each(FILES.filter((file) => file.startsWith('entrypoints')))('%s is short', (file) => {
    expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThanOrEqual(61);
  });
});

describe('files stay readable', () => {
  it.each(FILES)('%s has at most 300 lines', (file) => {
    expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThanOrEqual(301);
  });
});

describe('texts', () => {
  const keys = (node: unknown, prefix = ''): string[] =>
    typeof node === 'string'
      ? [prefix]
      : Object.entries(node as object).flatMap(([key, value]) =>
          keys(value, prefix ? `${prefix}.${key}` : key),
        );
  const read = (language: string): unknown => parse(readFileSync(`locales/${language}.yml`, 'utf8'));
  const ru = read('ru');
  const en = read('en');

  it('have the same keys in both languages', () => {
    expect(keys(en).sort()).toEqual(keys(ru).sort());
  });

  it('use the same placeholders in both languages', () => {
    const flat = (tree: unknown, prefix = ''): [string, string][] =>
      typeof tree === 'string'
        ? [[prefix, tree]]
        : Object.entries(tree as object).flatMap(([key, value]) =>
            flat(value, prefix ? `${prefix}.${key}` : key),
          );
    const names = (text: string): string => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join();
    const english = new Map(flat(en));
    const differing = flat(ru).filter(([key, text]) => names(text) !== names(english.get(key) ?? ''));
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('are there for every key named in the code', () => {
    const known = new Set(keys(ru));
    const named = FILES.flatMap((file) =>
      [...code(file).matchAll(/(?<![\w.])t\(\s*'([\w.-]+)'/g)].map((match) => `${match[1]} (${file})`),
    );
    expect(named.filter((entry) => !known.has(entry.split(' ')[0] ?? ''))).toEqual([]);
  });

  it('hold no Cyrillic in components: texts belong to locales', () => {
    const wrong = FILES.filter((file) => file.startsWith('components') && /[А-Яа-яЁё]/.test(code(file)));
    expect(wrong).toEqual([]);
  });
});
