import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { LibraryError, toLibraryError } from './errors.ts';
import { RECORD_VERSION } from './migrations.ts';
import { type Chunk, chunkOf, type Identified, readChunk } from './records.ts';

/** Stores that hold chunks. */
export type StoreName = 'documents' | 'uses';

/** Something that could not be read, kept as it was found. */
export interface SetAside {
  readonly store: StoreName;
  readonly at: string;
  readonly data: unknown;
}

interface Schema extends DBSchema {
  documents: { key: number; value: Chunk };
  uses: { key: number; value: Chunk };
  /** Data nobody could read: never overwritten, never thrown away. */
  aside: { key: number; value: SetAside };
  /** The search index under one key: made of the documents, so losing it loses nothing. */
  index: { key: 'documents'; value: unknown };
}

export type Database = IDBPDatabase<Schema>;

/** What a kind of record needs to be stored: its store and its check. */
export interface Shelf<T extends Identified> {
  readonly store: StoreName;
  readonly kind: 'document' | 'use';
  readonly isItem: (value: unknown) => value is T;
}

/** New state of an item, given the stored one: another page may have changed it since it was read. */
export type Edit<T> = (stored: T | undefined) => T;

/** Layout of the object stores. The shape of items has its own version (migrations.ts). */
const LAYOUT = 2;

/** Opens the database; failures come as `LibraryError` (`unavailable`, `newer`). */
export async function openDatabase(name: string): Promise<Database> {
  if (typeof indexedDB === 'undefined') throw new LibraryError('unavailable');
  try {
    return await openDB<Schema>(name, LAYOUT, {
      upgrade(db, from) {
        if (from < 1) {
          db.createObjectStore('documents');
          db.createObjectStore('uses');
          db.createObjectStore('aside', { autoIncrement: true });
        }
        if (from < 2) db.createObjectStore('index');
      },
      // A newer version of the extension wants to upgrade in another page: let it.
      blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
    });
  } catch (error) {
    const known = toLibraryError(error);
    throw known.code === 'failed' ? new LibraryError('unavailable', error) : known;
  }
}

/** All readable items of a store, or of the given chunks of it. */
export async function readItems<T extends Identified>(
  database: Database,
  shelf: Shelf<T>,
  chunks?: readonly number[],
): Promise<T[]> {
  const stored = chunks
    ? await Promise.all(chunks.map((chunk) => database.get(shelf.store, chunk)))
    : await database.getAll(shelf.store);
  const items: T[] = [];
  for (const chunk of stored) for (const item of readChunk(chunk, shelf).items) items.push(item);
  return items;
}

/** Edits grouped by the chunk that holds the item. */
function byChunk<T>(edits: ReadonlyMap<string, Edit<T>>): Map<number, [string, Edit<T>][]> {
  const groups = new Map<number, [string, Edit<T>][]>();
  for (const entry of edits) {
    const chunk = chunkOf(entry[0]);
    const group = groups.get(chunk);
    if (group) group.push(entry);
    else groups.set(chunk, [entry]);
  }
  return groups;
}

/** Puts edits of one shelf into a running transaction. */
type Put = <T extends Identified>(shelf: Shelf<T>, edits: ReadonlyMap<string, Edit<T>>) => Promise<T[]>;

/**
 * Changes items by id in one transaction: everything `work` puts is kept, or nothing is. Only the chunks concerned
 * are read and written. What cannot be read in them moves to `aside` in the same transaction.
 * Throws `LibraryError` (`quota`, `failed`, or what an edit threw).
 */
export async function change<R>(database: Database, work: (put: Put) => Promise<R>): Promise<R> {
  const transaction = database.transaction(['documents', 'uses', 'aside'], 'readwrite');
  const put: Put = async (shelf, edits) => {
    const store = transaction.objectStore(shelf.store);
    const groups = [...byChunk(edits)];
    const stored = await Promise.all(groups.map(([chunk]) => store.get(chunk)));
    const out: Parameters<typeof shelf.isItem>[0][] = [];
    groups.forEach(([number, group], index) => {
      const { items, unreadable } = readChunk(stored[index], shelf);
      const byId = new Map(items.map((item) => [item.id, item]));
      for (const [id, edit] of group) {
        const next = edit(byId.get(id));
        byId.set(id, next);
        out.push(next);
      }
      const at = new Date().toISOString();
      for (const data of unreadable) {
        transaction.objectStore('aside').add({ store: shelf.store, at, data }).catch(ignore);
      }
      store.put({ v: RECORD_VERSION, items: [...byId.values()] }, number).catch(ignore);
    });
    return out as never;
  };
  try {
    const result = await work(put);
    await transaction.done;
    return result;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has failed by itself already.
    }
    transaction.done.catch(ignore);
    throw toLibraryError(transaction.error ?? error);
  }
}

/** A failed request makes the transaction fail, which is where it is reported. */
function ignore(): void {}

/** The search index as it was saved; unchecked. */
export function readIndex(database: Database): Promise<unknown> {
  return database.get('index', 'documents');
}

/** Saves the search index. Failing to is no loss: it is made anew from the documents. */
export async function writeIndex(database: Database, index: unknown): Promise<void> {
  await database.put('index', index, 'documents').catch(ignore);
}

/** Everything set aside so far. */
export function readAside(database: Database): Promise<SetAside[]> {
  return database.getAll('aside');
}
