import { isAlive, native } from '../../lib/messages/native.ts';

/**
 * Loads further parts one after the other, as the build names them. They run in this script's own world: the page sees
 * neither them nor what is handed over. Fails where the extension was updated meanwhile: the files would be another
 * version's.
 */
export async function importParts(...files: readonly string[]): Promise<void> {
  const api = native();
  for (const file of files) {
    if (!isAlive(api)) throw new Error('the extension was updated or removed');
    await import(/* @vite-ignore */ api.runtime?.getURL(file) ?? '');
  }
}
