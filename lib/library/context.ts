import type { LibraryDocument, Use } from '../model/library.ts';
import type { ChangeChannel } from './changes.ts';
import { change, type Database, type Edit, type Shelf } from './database.ts';
import { LibraryError } from './errors.ts';
import type { Memory } from './memory.ts';
import { isDocument, isUse } from './records.ts';
import type { Undo } from './types.ts';

export interface Shelves {
  readonly documents: Shelf<LibraryDocument>;
  readonly uses: Shelf<Use>;
}

/** Shelves of one opened library: each remembers where its items lie. */
export function newShelves(): Shelves {
  return {
    documents: { store: 'documents', kind: 'document', isItem: isDocument, chunks: new Map() },
    uses: { store: 'uses', kind: 'use', isItem: isUse, chunks: new Map() },
  };
}

export type DocumentEdits = ReadonlyMap<string, Edit<LibraryDocument>>;
export type UseEdits = ReadonlyMap<string, Edit<Use>>;

/** What the operations of the library work on. `database` is null where there is none: then memory is all there is. */
export interface Context {
  readonly database: Database | null;
  readonly shelves: Shelves;
  readonly memory: Memory;
  readonly channel: ChangeChannel;
  /** Resolves when the uses have been read; they are not needed for the first list. */
  readonly usesRead: Promise<void>;
  /** Resolves when the saved search index, if there is one, has been taken over. */
  readonly indexRead: Promise<void>;
  /** Runs one thing at a time: what is read for another page's change must not overwrite what is written here. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  changed(): void;
}

export interface Committed {
  readonly documents: readonly LibraryDocument[];
  readonly uses: readonly Use[];
  /** Puts everything back as it was, once; what was edited since stays as it is. */
  readonly undo: Undo;
}

const none: ReadonlyMap<string, never> = new Map<string, never>();

/** The item as stored; the edit fails when another page has removed it for good. */
export function present<T>(stored: T | undefined): T {
  if (stored === undefined) throw new LibraryError('missing');
  return stored;
}

/** Writes edits in one transaction, then shows them in memory and tells the other pages. On failure nothing changed. */
export async function commit(
  context: Context,
  documentEdits: DocumentEdits,
  useEdits: UseEdits = none,
): Promise<Committed> {
  const documentsBefore = new Map<string, LibraryDocument | undefined>();
  const usesBefore = new Map<string, Use | undefined>();
  const documents = remembering(documentEdits, documentsBefore);
  const uses = remembering(useEdits, usesBefore);
  const result = await context.inTurn(async () => {
    const written = await write(context, documents, uses);
    for (const document of written.documents) context.memory.putDocument(document);
    for (const use of written.uses) context.memory.putUse(use);
    return written;
  });
  context.channel.tell(result.notice);
  context.changed();
  let undone = false;
  const undo = async (): Promise<void> => {
    if (undone) return;
    undone = true;
    await commit(context, restoring(result.documents, documentsBefore), restoring(result.uses, usesBefore));
  };
  return { documents: result.documents, uses: result.uses, undo };
}

async function write(context: Context, documents: DocumentEdits, uses: UseEdits) {
  const { database, memory, shelves } = context;
  if (!database) {
    return {
      documents: [...documents].map(([id, edit]) => edit(memory.documents.get(id))),
      uses: [...uses].map(([id, edit]) => edit(memory.uses.get(id))),
      notice: { documents: [], uses: [] },
    };
  }
  return change(database, async (put) => {
    const nothing = { items: [], chunks: [] };
    const first = documents.size > 0 ? await put(shelves.documents, documents) : nothing;
    const second = uses.size > 0 ? await put(shelves.uses, uses) : nothing;
    return {
      documents: first.items,
      uses: second.items,
      notice: { documents: first.chunks, uses: second.chunks },
    };
  });
}

function remembering<T>(edits: ReadonlyMap<string, Edit<T>>, before: Map<string, T | undefined>) {
  const out = new Map<string, Edit<T>>();
  for (const [id, edit] of edits) {
    out.set(id, (stored) => {
      before.set(id, stored);
      return edit(stored);
    });
  }
  return out;
}

/** Edits that put items back: a new one is marked deleted, a changed one gets its old content, edited since: kept. */
function restoring<T extends { id: string; updatedAt: string; deletedAt: string | null }>(
  written: readonly T[],
  before: ReadonlyMap<string, T | undefined>,
): ReadonlyMap<string, Edit<T>> {
  const edits = new Map<string, Edit<T>>();
  for (const item of written) {
    edits.set(item.id, (stored) => {
      const current = present(stored);
      if (current.updatedAt !== item.updatedAt) return current;
      const at = now();
      const old = before.get(item.id);
      return old ? { ...old, updatedAt: at } : { ...current, updatedAt: at, deletedAt: at };
    });
  }
  return edits;
}

let last = 0;

/** Time stamp of a change: ISO, never the same twice in a page, so that «edited since» can be told. */
export function now(): string {
  last = Math.max(Date.now(), last + 1);
  return new Date(last).toISOString();
}

/** A queue of one: each piece of work starts when the one before has ended, well or badly. */
export function queue(): Context['inTurn'] {
  let tail: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = tail.then(work, work);
    tail = result.catch(() => {});
    return result;
  };
}
