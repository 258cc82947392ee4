import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The parts of the content script that are loaded into the world of the first one. */
const PARTS = ['form-session', 'form-review'];
/** What the first one lends them. */
const SHARED = resolve('entrypoints/form.content/shared.ts');

const PREFIX = '\0shared:';

/** Names by module, as the first script imports them to lend them. */
function lentNames(): Map<string, string> {
  const imports = readFileSync(SHARED, 'utf8').matchAll(/^import \{([^}]+)\} from '(.+)';$/gm);
  return new Map([...imports].map(([, names = '', path = '']) => [resolve(dirname(SHARED), path), names]));
}

/**
 * Makes the further parts of the content script use the first one's modules instead of copies: what they import from
 * a module of `entrypoints/form.content/shared.ts` is taken from there at run time. Names that are not lent are copied
 * into the part, as all of its other modules are.
 */
export function sharedModules() {
  const lent = lentNames();
  let isPart = false;
  return {
    name: 'shared-modules',
    enforce: 'pre' as const,
    configResolved({ build }: { build: { lib?: { fileName?: unknown } | false } }) {
      isPart = Boolean(build.lib && PARTS.includes(String(build.lib.fileName)));
    },
    resolveId(source: string, importer: string | undefined) {
      if (!isPart || !importer || !source.startsWith('.')) return null;
      const path = resolve(dirname(importer), source);
      return lent.has(path) ? `${PREFIX}${path}` : null;
    },
    load(id: string) {
      if (!id.startsWith(PREFIX)) return null;
      const path = id.slice(PREFIX.length);
      // What is not lent is copied: the names that stand here go before those of `export *`.
      return `export * from ${JSON.stringify(path.replaceAll('\\', '/'))}; export const {${lent.get(path)}} = globalThis[Symbol.for('fis-oko.shared')];`;
    },
  };
}
