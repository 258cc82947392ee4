/**
 * Runs on any Node from 18 on with nothing installed: installs the dependencies when they are missing or old,
 * then hands over to the Node that comes with them, because the tools need a newer one than many machines have.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** True when every package of the lockfile is installed in its version; optional ones depend on the machine. */
export function isInstalled(root) {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages;
  const got = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (!wanted || !got) return false;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || entry.link || got[path]?.version === entry.version,
  );
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Path of the Node installed as a dependency, or the running one when that is new enough. */
export function modernNode(root) {
  const own = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(own)) return own;
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : null;
}

/** Installs what is missing and runs `scripts/<name>` with a modern Node; ends the process with its status. */
export function handOver(name) {
  if (!isInstalled(ROOT)) {
    console.log('Устанавливаем зависимости (npm ci) …');
    const done = spawnSync(NPM, ['ci', '--no-audit', '--no-fund'], {
      cwd: ROOT,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (done.status !== 0)
      fail('Зависимости не установились: npm ci закончился ошибкой (она выше). Проверьте сеть и повторите.');
  }
  const node = modernNode(ROOT);
  if (!node)
    fail(
      'Нет Node 24: npm-пакет «node» не поставил свою программу. Установите Node 24 или новее и повторите.',
    );
  const child = spawnSync(node, [join(ROOT, 'scripts', name), ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: `${join(ROOT, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
    },
  });
  process.exit(child.status ?? 1);
}
