import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ENTRIES = ['chrome.ts', 'grid.ts', 'tabs.ts', 'dialog.ts', 'virtual.ts', 'vue.ts', 'react.tsx'];

/** A file of the site ready to be sent. */
export interface Asset {
  readonly type: string;
  readonly body: string;
}

/** Bundles the pages' scripts (React and Vue from their packages, production mode); keys are addresses. */
export async function bundleAssets(): Promise<ReadonlyMap<string, Asset>> {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const made = await build({
    entryPoints: ENTRIES.map((name) => `${here}client/${name}`),
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    outdir: '/static',
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
  });
  const assets = new Map<string, Asset>(
    made.outputFiles.map((file) => [
      `/static/${file.path.replace(/^.*[\\/]/, '')}`,
      { type: 'text/javascript; charset=utf-8', body: file.text },
    ]),
  );
  assets.set('/static/site.css', {
    type: 'text/css; charset=utf-8',
    body: await readFile(`${here}site.css`, 'utf8'),
  });
  return assets;
}
