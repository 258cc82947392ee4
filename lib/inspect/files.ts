import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readerOf } from './readers.ts';

/** A file to read, or why an argument gives none. */
export type Target = { file: string } | { file: string; missing: true };

/** Files named, and the readable files of folders named, in order of their names. */
export async function findFiles(names: readonly string[]): Promise<Target[]> {
  const targets: Target[] = [];
  for (const name of names) {
    try {
      if (!(await stat(name)).isDirectory()) {
        targets.push({ file: name });
        continue;
      }
      const inside = (await readdir(name, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile() && readerOf(entry.name) && !/^[~.]/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
        .sort((a, b) => a.localeCompare(b, 'ru', { numeric: true }));
      targets.push(...inside.map((file) => ({ file })));
    } catch {
      targets.push({ file: name, missing: true });
    }
  }
  return targets;
}
