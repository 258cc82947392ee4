import { type DBSchema, openDB } from 'idb';
import type { FillJournal } from './types.ts';

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

interface Schema extends DBSchema {
  fills: { key: 'last'; value: StoredFill };
}

const open = () =>
  openDB<Schema>('fis-oko-fill', 1, {
    upgrade(db) {
      db.createObjectStore('fills');
    },
    blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
  });

/** Keeps the filling; an earlier one is replaced. */
export async function keepFill(fill: StoredFill): Promise<void> {
  const database = await open();
  try {
    await database.put('fills', fill, 'last');
  } finally {
    database.close();
  }
}

/** The last filling; null when there was none. */
export async function lastFill(): Promise<StoredFill | null> {
  const database = await open();
  try {
    return (await database.get('fills', 'last')) ?? null;
  } finally {
    database.close();
  }
}
