import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Runs a program of node_modules/.bin with its output shown; true when it ends well. */
export function runTool(tool: string, ...args: string[]): boolean {
  const suffix = process.platform === 'win32' ? '.cmd' : '';
  const done = spawnSync(join('node_modules', '.bin', tool + suffix), args, {
    stdio: 'inherit',
    // Logs are read in files as well: colours would double them there.
    env: process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1' },
    shell: process.platform === 'win32',
  });
  return done.status === 0;
}

/** Runs a script of the project with this Node; true when it ends well. */
export function runScript(file: string, ...args: string[]): boolean {
  return spawnSync(process.execPath, [file, ...args], { stdio: 'inherit' }).status === 0;
}
