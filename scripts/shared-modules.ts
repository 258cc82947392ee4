import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** What the first script shares with both further parts, and the second with the session alone. */
const FIRST = 'entrypoints/form.content/shared.ts';
const READING = 'entrypoints/form.content/shared-reading.ts';
/** The parts of the content script that are loaded into the world of others, and what is shared with each. */
const PARTS: Record<string, readonly string[]> = { 'form-read': [FIRST], 'form-session': [FIRST, READING] };

const PREFIX = '\0shared:';

/** Names by module, as a script imports them to share them. */
function namesIn(file: string): [path: string, names: string][] {
  const imports = readFileSync(file, 'utf8').matchAll(/^import \{([^}]+)\} from '(.+)';$/gm);
  return [...imports].map(([, names = '', path = '']) => [resolve(dirname(file), path), names]);
}

/**
 * Makes the further parts of the content script use the first one's modules instead of copies: what they import from
 * a shared module is taken from there at run time. Names that are not lent are copied
 * into the part, as all of its other modules are.
 */
export function sharedModules() {
  let lent = new Map<string, string>();
  return {
    name: 'shared-modules',
    enforce: 'pre' as const,
    configResolved({ build }: { build: { lib?: { fileName?: unknown } | false } }) {
      const files = (build.lib && PARTS[String(build.lib.fileName)]) || [];
      lent = new Map(files.flatMap(namesIn));
    },
    resolveId(source: string, importer: string | undefined) {
      // Of a shared module nothing runs again for its own sake.
      if (importer?.startsWith(PREFIX)) return { id: source, moduleSideEffects: false };
      if (!importer || !source.startsWith('.')) return null;
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
