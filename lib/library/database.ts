import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { LibraryError, toLibraryError } from './errors.ts';
import { RECORD_VERSION } from './migrations.ts';
import { CHUNK_SIZE, type Chunk, type Identified, readChunk } from './records.ts';

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

/** What a kind of record needs to be stored: its store, its check, and which chunk holds which item. */
export interface Shelf<T extends Identified> {
  readonly store: StoreName;
  readonly kind: 'document' | 'use';
  readonly isItem: (value: unknown) => value is T;
  /** Chunk of each item, learnt by reading and writing. An item never moves to another. */
  readonly chunks: Map<string, number>;
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

/** All readable items of a store, or of the given chunks of it; the shelf learns where they lie. */
export async function readItems<T extends Identified>(
  database: Database,
  shelf: Shelf<T>,
  only?: readonly number[],
): Promise<T[]> {
  const transaction = database.transaction(shelf.store);
  const [keys, stored] = only
    ? [only, await Promise.all(only.map((chunk) => transaction.store.get(chunk)))]
    : await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
  const items: T[] = [];
  for (const [at, chunk] of stored.entries()) {
    for (const item of readChunk(chunk, shelf).items) {
      shelf.chunks.set(item.id, keys[at] as number);
      items.push(item);
    }
  }
  return items;
}

type Group<T> = [string, Edit<T>][];

function into<T>(groups: Map<number, Group<T>>, chunk: number, entry: [string, Edit<T>]): void {
  const group = groups.get(chunk);
  if (group) group.push(entry);
  else groups.set(chunk, [entry]);
}

/** What was put: new states in no particular order, and the chunks that were written. */
export interface Put<T> {
  readonly items: readonly T[];
  readonly chunks: readonly number[];
}

/** Puts edits of one shelf into a running transaction. */
type Putter = <T extends Identified>(shelf: Shelf<T>, edits: ReadonlyMap<string, Edit<T>>) => Promise<Put<T>>;

type Writing = IDBPTransaction<Schema, ('documents' | 'uses' | 'aside')[], 'readwrite'>;

/** Edits by chunk: known items where they lie, new ones at the end, where there is room and then beyond. */
async function grouped<T extends Identified>(
  transaction: Writing,
  shelf: Shelf<T>,
  edits: ReadonlyMap<string, Edit<T>>,
): Promise<Map<number, Group<T>>> {
  const groups = new Map<number, Group<T>>();
  const fresh: Group<T> = [];
  for (const entry of edits) {
    const chunk = shelf.chunks.get(entry[0]);
    if (chunk === undefined) fresh.push(entry);
    else into(groups, chunk, entry);
  }
  if (fresh.length === 0) return groups;
  const store = transaction.objectStore(shelf.store);
  let chunk = (await store.openKeyCursor(null, 'prev'))?.key ?? 0;
  let room = CHUNK_SIZE - readChunk(await store.get(chunk), shelf).items.length;
  for (const entry of fresh) {
    if (room <= 0) {
      chunk++;
      room = CHUNK_SIZE;
    }
    into(groups, chunk, entry);
    room--;
  }
  return groups;
}

async function putInto<T extends Identified>(
  transaction: Writing,
  shelf: Shelf<T>,
  edits: ReadonlyMap<string, Edit<T>>,
): Promise<Put<T>> {
  const groups = [...(await grouped(transaction, shelf, edits))];
  const store = transaction.objectStore(shelf.store);
  const stored = await Promise.all(groups.map(([chunk]) => store.get(chunk)));
  const out: T[] = [];
  const at = new Date().toISOString();
  for (const [index, [chunk, group]] of groups.entries()) {
    const { items, unreadable } = readChunk(stored[index], shelf);
    const byId = new Map(items.map((item) => [item.id, item]));
    for (const [id, edit] of group) {
      const next = edit(byId.get(id));
      byId.set(id, next);
      out.push(next);
    }
    for (const data of unreadable) {
      transaction.objectStore('aside').add({ store: shelf.store, at, data }).catch(ignore);
    }
    store.put({ v: RECORD_VERSION, items: [...byId.values()] }, chunk).catch(ignore);
  }
  // Where new items lie is told only by a transaction that succeeds.
  void transaction.done.then(() => {
    for (const [chunk, group] of groups) for (const [id] of group) shelf.chunks.set(id, chunk);
  }, ignore);
  return { items: out, chunks: groups.map(([chunk]) => chunk) };
}

/**
 * Changes items by id in one transaction: everything `work` puts is kept, or nothing is. Only the chunks concerned
 * are read and written. What cannot be read in them moves to `aside` in the same transaction.
 * Throws `LibraryError` (`quota`, `failed`, or what an edit threw).
 */
export async function change<R>(database: Database, work: (put: Putter) => Promise<R>): Promise<R> {
  const transaction: Writing = database.transaction(['documents', 'uses', 'aside'], 'readwrite');
  try {
    const result = await work((shelf, edits) => putInto(transaction, shelf, edits));
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
