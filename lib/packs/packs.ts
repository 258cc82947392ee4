import { type DBSchema, openDB } from 'idb';
import { loadPack } from '../criteria/load.ts';
import type { Pack } from '../model/pack.ts';
import { BUILTIN_PACKS, infoOf, type PackInfo } from './builtin.ts';

/**
 * All packs at hand: those that came with the extension and those the user imported, edited or received. An imported
 * pack with the id of a built-in one stands in its place until it is removed.
 */

interface Schema extends DBSchema {
  packs: { key: string; value: { readonly pack: unknown; readonly savedAt: string } };
}

const open = () =>
  openDB<Schema>('fis-oko-packs', 1, {
    upgrade(db) {
      db.createObjectStore('packs');
    },
    blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
  });

const CHANNEL = 'fis-oko-packs';

/** Tells the other pages of the extension that a pack was saved or removed. */
function announce(): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('changed');
  channel.close();
}

/** Calls `listener` when another page of the extension, or its background, has saved or removed a pack. */
export function onPacksChange(listener: () => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = () => listener();
  signal.addEventListener('abort', () => channel.close());
}

/** Reads a file that came with the extension; tests give their own. */
type ReadFile = (path: string) => Promise<unknown>;

const readOwnFile: ReadFile = async (path) => {
  const response = await fetch(`/${path}`);
  return response.json();
};

/** Packs the user imported or edited, whole. */
export async function imported(): Promise<Pack[]> {
  const database = await open();
  const stored = await database.getAll('packs');
  database.close();
  // What cannot be read stays stored: a newer version of the extension may read it.
  return stored.flatMap(({ pack }) => {
    const result = loadPack(pack);
    return result.ok ? [result.pack] : [];
  });
}

async function builtin(id: string, readFile: ReadFile): Promise<Pack | null> {
  if (!BUILTIN_PACKS.includes(id)) return null;
  const result = loadPack(await readFile(`packs/${id}.json`));
  return result.ok ? result.pack : null;
}

/** Every pack at hand, whole; imported ones first. */
export async function loadAllPacks(readFile: ReadFile = readOwnFile): Promise<readonly Pack[]> {
  const own = await imported();
  const replaced = new Set(own.map((pack) => pack.id));
  const files = await Promise.all(
    BUILTIN_PACKS.filter((id) => !replaced.has(id)).map((id) => builtin(id, readFile)),
  );
  return [...own, ...files.filter((pack) => pack !== null)];
}

/** The line of every pack at hand; imported ones first. */
export async function allPacks(readFile: ReadFile = readOwnFile): Promise<readonly PackInfo[]> {
  const own = new Set((await imported()).map((pack) => pack.id));
  return (await loadAllPacks(readFile)).map((pack) => infoOf(pack, !own.has(pack.id)));
}

/** One pack by id; null when there is none or it cannot be read. */
export async function packById(id: string, readFile: ReadFile = readOwnFile): Promise<Pack | null> {
  const own = (await imported()).find((pack) => pack.id === id);
  return own ?? builtin(id, readFile);
}

/** Keeps an imported or edited pack under its id; an earlier one of that id is replaced. `savedAt` is an ISO time. */
export async function savePack(pack: Pack, savedAt: string): Promise<void> {
  const database = await open();
  try {
    await database.put('packs', { pack, savedAt }, pack.id);
  } finally {
    database.close();
  }
  announce();
}

/** Removes an imported pack; a built-in one of the same id comes back. Gives the removed pack for an undo. */
export async function removePack(id: string): Promise<Pack | null> {
  const database = await open();
  try {
    const stored = await database.get('packs', id);
    await database.delete('packs', id);
    announce();
    const result = stored ? loadPack(stored.pack) : null;
    return result?.ok ? result.pack : null;
  } finally {
    database.close();
  }
}
