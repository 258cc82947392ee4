import type { LibraryDocument, Use } from '../model/library.ts';
import { RECORD_VERSION, type RecordKind, upgrade } from './migrations.ts';

/**
 * How documents and uses lie in IndexedDB: not one record each but in chunks that hold many, because a
 * structured clone of 50 big records is several times cheaper than 10,000 small ones.
 * Every chunk carries the version of its shape; items that cannot be read are handed back apart.
 */

/** Items in a chunk: 10,000 documents lie in 50 chunks, and changing one writes some 100 KB. */
export const CHUNK_SIZE = 200;

export interface Chunk {
  readonly v: number;
  readonly items: readonly unknown[];
}

/** Something kept under an id; both documents and uses are. */
export interface Identified {
  readonly id: string;
}

/** What one chunk gave: the items that could be read, and what could not, as it was stored. */
export interface ReadChunk<T> {
  readonly items: readonly T[];
  readonly unreadable: readonly unknown[];
}

/** Reads a stored chunk, bringing it to the present shape; anything foreign or damaged is set apart. */
export function readChunk<T>(
  stored: unknown,
  { kind, isItem }: { kind: RecordKind; isItem: (value: unknown) => value is T },
): ReadChunk<T> {
  if (stored === undefined) return { items: [], unreadable: [] };
  const chunk = stored as Partial<Chunk> | null;
  if (typeof chunk?.v !== 'number' || !Array.isArray(chunk.items) || chunk.v > RECORD_VERSION) {
    return { items: [], unreadable: [stored] };
  }
  const items: T[] = [];
  const unreadable: unknown[] = [];
  for (const raw of chunk.items) {
    const item = chunk.v === RECORD_VERSION ? raw : upgrade(kind, raw, chunk.v);
    if (isItem(item)) items.push(item);
    else unreadable.push({ v: chunk.v, items: [raw] });
  }
  return { items, unreadable };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function hasStamps(value: Record<string, unknown>): boolean {
  return (
    isText(value.id) &&
    value.id !== '' &&
    isText(value.createdAt) &&
    isText(value.updatedAt) &&
    (value.deletedAt === null || isText(value.deletedAt))
  );
}

/**
 * Cheap structural check of our own records: 10,000 are read at every opening, and zod would cost more than
 * reading them. What comes from outside (backup, table) is checked with the zod schema before it gets here.
 */
export function isDocument(value: unknown): value is LibraryDocument {
  if (typeof value !== 'object' || value === null) return false;
  const doc = value as Record<string, unknown>;
  return (
    hasStamps(doc) &&
    isText(doc.title) &&
    isText(doc.number) &&
    isText(doc.date) &&
    isText(doc.kind) &&
    isText(doc.address) &&
    isText(doc.note) &&
    (doc.pageCount === null || typeof doc.pageCount === 'number') &&
    Array.isArray(doc.directions) &&
    typeof doc.access === 'object' &&
    doc.access !== null &&
    isText((doc.access as Record<string, unknown>).kind)
  );
}

/** The same for uses. */
export function isUse(value: unknown): value is Use {
  if (typeof value !== 'object' || value === null) return false;
  const use = value as Record<string, unknown>;
  return (
    hasStamps(use) &&
    isText(use.documentId) &&
    isText(use.positionId) &&
    isText(use.positionText) &&
    Array.isArray(use.path) &&
    isText(use.pages) &&
    isText(use.explanation)
  );
}
