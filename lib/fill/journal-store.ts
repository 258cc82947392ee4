import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { FillJournal, FillRecord } from './types.ts';

/**
 * The last filling, kept after each batch: what a reload or a crash leaves is where it goes on, and what «Отменить
 * заполнение» takes back. `session` is what the page of the import needs to go on; this room does not look into it.
 */
export interface StoredFill {
  readonly journal: FillJournal;
  readonly session: unknown;
  /** The form's name, to be shown. */
  readonly title: string;
}

/** What is written with each batch: everything but the records, which lie in chunks, and the session. */
interface Head {
  readonly journal: Omit<FillJournal, 'records'>;
  readonly title: string;
  readonly chunks: number;
  /** Who wrote the chunks last: another page of the extension may have kept another filling since. */
  readonly writer: string;
}

interface Schema extends DBSchema {
  /** Version 1 kept everything as one value. */
  fills: { key: 'last'; value: Head | StoredFill };
  sessions: { key: 'last'; value: unknown };
  chunks: { key: number; value: readonly FillRecord[] };
}

/** Records a chunk: about as many as a batch has. */
const CHUNK = 200;

let opened: Promise<IDBPDatabase<Schema>> | null = null;

function open(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('fis-oko-fill', 2, {
    upgrade(db, from) {
      if (from < 1) db.createObjectStore('fills');
      db.createObjectStore('sessions');
      db.createObjectStore('chunks');
    },
    blocking: (_current, _wanted, event) => {
      opened = null;
      (event.target as IDBDatabase).close();
    },
    terminated: () => {
      opened = null;
    },
  });
  opened.catch(() => {
    opened = null;
  });
  return opened;
}

/** What this page kept last, and under which name: only what differs from it is written. */
let known: { readonly writer: string; readonly fill: StoredFill } | null = null;

/**
 * Keeps the filling; an earlier one is replaced. One transaction: a crash leaves this state or the one before. Writes the
 * records that changed since this page kept it last, not all of them, so that a batch costs the same at the end of a
 * long filling as at its beginning.
 */
export async function keepFill(fill: StoredFill): Promise<void> {
  const database = await open();
  const transaction = database.transaction(['fills', 'sessions', 'chunks'], 'readwrite');
  const fills = transaction.objectStore('fills');
  const chunks = transaction.objectStore('chunks');
  const { records, ...journal } = fill.journal;
  const stored = await fills.get('last');
  const before = known && stored && 'writer' in stored && stored.writer === known.writer ? known.fill : null;
  const writer = before && known ? known.writer : crypto.randomUUID();
  const count = Math.ceil(records.length / CHUNK);
  const writes: Promise<unknown>[] = [];
  if (!before) writes.push(chunks.clear());
  for (let at = 0; at < count; at++)
    if (!before || !sameChunk(before.journal.records, records, at))
      writes.push(chunks.put(records.slice(at * CHUNK, (at + 1) * CHUNK), at));
  if (!before || before.session !== fill.session)
    writes.push(transaction.objectStore('sessions').put(fill.session, 'last'));
  writes.push(fills.put({ journal, title: fill.title, chunks: count, writer }, 'last'));
  await Promise.all([...writes, transaction.done]);
  known = { writer, fill };
}

function sameChunk(before: readonly FillRecord[], now: readonly FillRecord[], chunk: number): boolean {
  const end = (chunk + 1) * CHUNK;
  if (Math.min(end, before.length) !== Math.min(end, now.length)) return false;
  for (let at = chunk * CHUNK; at < end && at < now.length; at++) if (before[at] !== now[at]) return false;
  return true;
}

/** The last filling; null when there was none. */
export async function lastFill(): Promise<StoredFill | null> {
  const database = await open();
  const transaction = database.transaction(['fills', 'sessions', 'chunks']);
  const head = await transaction.objectStore('fills').get('last');
  if (!head) return null;
  if (!('chunks' in head)) return head;
  const [session, parts] = await Promise.all([
    transaction.objectStore('sessions').get('last'),
    transaction.objectStore('chunks').getAll(IDBKeyRange.upperBound(head.chunks, true)),
  ]);
  return { journal: { ...head.journal, records: parts.flat() }, session, title: head.title };
}
