import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { atMost, type Figure } from './figure.ts';

const BUILD = '.output/chrome-mv3';

/** Parts of the content script that come only where there are links or fields to judge, where the form is, and where it is shown. */
const LATER = ['form-read.js', 'form-session.js', 'form-profile.js'];

/** A size without a bound of its own. */
function told(name: string, value: number): Figure {
  return { name, value, unit: 'KB', target: 'on demand', ok: true };
}

interface Manifest {
  content_scripts?: { js?: string[]; css?: string[] }[];
}

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
}

/** Sizes of what is shipped: the content script with its styles as it loads with the page, and the packed extension. */
export async function run(): Promise<readonly Figure[]> {
  if (!existsSync(`${BUILD}/manifest.json`))
    throw new Error(`${BUILD} is not there: run npm run build first`);
  const manifest = JSON.parse(readFileSync(`${BUILD}/manifest.json`, 'utf8')) as Manifest;
  const loaded = (manifest.content_scripts ?? []).flatMap((script) => [
    ...(script.js ?? []),
    ...(script.css ?? []),
  ]);
  const zipped = (name: string): number => gzipSync(readFileSync(join(BUILD, name)), { level: 9 }).length;
  const content = loaded.reduce((sum, name) => sum + zipped(name), 0);
  const packed = zipSync(
    Object.fromEntries(files(BUILD).map((name) => [name, new Uint8Array(readFileSync(join(BUILD, name)))])),
    { level: 9 },
  );
  return [
    atMost('content script with styles, gzip', content / 1024, 'KB', 30),
    ...LATER.map((name) => told(`${name}, gzip`, zipped(name) / 1024)),
    atMost('whole extension, packed', packed.length / 1024 / 1024, 'MB', 3),
  ];
}
