import type { DocumentFacts, LibraryDocument, Use } from '../model/library.ts';
import { addressKey } from '../reference/address.ts';
import { type ChangeNotice, openChannel } from './changes.ts';
import { type Context, newShelves, queue, type Shelves } from './context.ts';
import {
  type Database,
  openDatabase,
  readAside,
  readIndex,
  readItems,
  type SetAside,
  writeIndex,
} from './database.ts';
import {
  addDocuments,
  mergeDocuments,
  removeDocuments,
  updateDocument,
  updateDocuments,
} from './documents.ts';
import { LibraryError, toLibraryError } from './errors.ts';
import { Memory } from './memory.ts';
import { isStoredIndex } from './search/saved.ts';
import { replaceAll, type Snapshot } from './snapshot.ts';
import { previousUses, suggest } from './suggest.ts';
import type { Library, NewDocument, NewUse, Undo } from './types.ts';
import { recordUses, removeUse, updateUse } from './uses.ts';

/** The library with what only the extension's own pages need. */
export interface OpenedLibrary extends Library {
  /** Why nothing is kept beyond this page (storage cannot be opened); null when all is well. */
  readonly problem: LibraryError | null;
  recordUses(uses: readonly NewUse[]): Promise<{ recorded: readonly Use[]; undo: Undo }>;
  /** Changes several documents in one transaction, with one undo. */
  updateMany(patches: ReadonlyMap<string, Partial<NewDocument>>): Promise<Undo>;
  updateUse(id: string, patch: Partial<NewUse>): Promise<Use>;
  /** Number of distinct positions each document is used in; documents without uses are absent. */
  useCounts(): Promise<ReadonlyMap<string, number>>;
  /** Everything stored, deletion marks included: for the backup. */
  snapshot(): Promise<Snapshot>;
  /** Replaces everything by a snapshot, in one transaction. */
  replaceAll(snapshot: Snapshot): Promise<void>;
  /** Data that could not be read and were set aside. */
  setAside(): Promise<readonly SetAside[]>;
  /** Brings the search index up to date in slices that leave the page responsive, and saves it for the next opening. */
  warm(signal?: AbortSignal): Promise<void>;
  close(): void;
}

/** Name of the database; tests and benchmarks give their own. */
export const LIBRARY_NAME = 'library';

/** Fewer changes than these are indexed again at the next opening faster than the index is saved now. */
const WORTH_SAVING = 100;

/** Documents indexed between two breaths: a slice stays well under 10 ms. */
const SLICE = 500;

/**
 * Opens the library: documents are read before it resolves, uses right after. When storage cannot be opened it still
 * works, in memory, and `problem` says so: the user's work of this page is not lost to an exception.
 */
export async function openLibrary(name = LIBRARY_NAME): Promise<OpenedLibrary> {
  const memory = new Memory();
  const shelves = newShelves();
  const inTurn = queue();
  // Listening begins before reading: a change made in between is heard, and read again after.
  const heard: ChangeNotice[] = [];
  let hear = (notice: ChangeNotice): void => void heard.push(notice);
  const channel = openChannel(name, (notice) => hear(notice));
  const { database, documents, problem } = await openAndRead(name, shelves);
  for (const document of documents) memory.putDocument(document);
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const usesRead = (database ? readItems(database, shelves.uses) : Promise.resolve([])).then((uses) => {
    // What was recorded while reading is newer than what was read.
    for (const use of uses) if (!memory.uses.has(use.id)) memory.putUse(use);
  });
  usesRead.catch(() => {});
  const indexRead = (database ? readIndex(database) : Promise.resolve(null))
    .then((stored) => {
      if (isStoredIndex(stored)) memory.adoptIndex(stored);
    })
    .catch(() => {});
  hear = (notice) => {
    inTurn(async () => {
      if (!database) return;
      for (const item of await readItems(database, shelves.documents, notice.documents)) {
        if (memory.documents.get(item.id)?.updatedAt !== item.updatedAt) memory.putDocument(item);
      }
      for (const item of await readItems(database, shelves.uses, notice.uses)) memory.putUse(item);
      changed();
    }).catch(() => {});
  };
  heard.forEach(hear);
  const context: Context = { database, shelves, memory, channel, usesRead, indexRead, inTurn, changed };
  return { ...reads(context), ...writes(context), ...upkeep(context, listeners), problem };
}

interface Read {
  readonly database: Database | null;
  readonly documents: readonly LibraryDocument[];
  readonly problem: LibraryError | null;
}

/** The database with its documents; when either fails, none, and the reason. */
async function openAndRead(name: string, shelves: Shelves): Promise<Read> {
  let database: Database | null = null;
  try {
    database = await openDatabase(name);
    return { database, documents: await readItems(database, shelves.documents), problem: null };
  } catch (error) {
    // Writing beside data that cannot be read might spoil them.
    database?.close();
    const known = toLibraryError(error);
    const problem = known.code === 'failed' ? new LibraryError('unavailable', error) : known;
    return { database: null, documents: [], problem };
  }
}

function reads({ memory, usesRead, indexRead }: Context) {
  return {
    all: async () => memory.shown(),
    get: async (id: string) => memory.document(id),
    byAddress: async (address: string) => {
      await indexRead;
      return memory.atAddress(addressKey(address));
    },
    duplicates: async () => {
      await indexRead;
      return memory.sharedAddresses();
    },
    search: async (query: string, limit: number): Promise<readonly LibraryDocument[]> => {
      if (query.trim() === '') return memory.recent(limit);
      await indexRead;
      return memory
        .index()
        .search(query, limit)
        .flatMap(({ id }) => memory.document(id) ?? []);
    },
    facts: async (keys: readonly string[]) => {
      await indexRead;
      const facts: Record<string, DocumentFacts> = Object.create(null);
      for (const key of keys) {
        const documents = memory.atAddress(key);
        if (documents[0]) facts[key] = factsOf(documents[0], documents);
      }
      return facts;
    },
    suggest: async (...[position, query, limit, formers]: Parameters<Library['suggest']>) => {
      await Promise.all([usesRead, indexRead]);
      return suggest(memory, position, query, limit, formers);
    },
    previousUses: async (...[position, formers, year, limit]: Parameters<Library['previousUses']>) => {
      await usesRead;
      return previousUses(memory, position, formers, year, limit);
    },
    uses: async (documentId: string) => {
      await usesRead;
      return memory.usesOfDocument(documentId);
    },
    usesIn: async (positionId: string) => {
      await usesRead;
      return memory.usesInPosition(positionId);
    },
    useCounts: async () => {
      await usesRead;
      return memory.useCounts();
    },
  };
}

/** Several documents at one address have no page count in common; closed access of any of them holds for the address. */
function factsOf(first: LibraryDocument, documents: readonly LibraryDocument[]): DocumentFacts {
  return {
    title: first.title,
    pageCount: documents.length === 1 ? first.pageCount : null,
    access: documents.find(({ access }) => access.kind !== 'open')?.access.kind ?? 'open',
    directions: [...new Set(documents.flatMap(({ directions }) => directions))],
    sameAddress: documents.length,
  };
}

function writes(context: Context) {
  return {
    add: async (document: Parameters<Library['add']>[0]) =>
      (await addDocuments(context, [document])).added[0] as LibraryDocument,
    addMany: (documents: Parameters<Library['addMany']>[0]) => addDocuments(context, documents),
    update: (...[id, patch]: Parameters<Library['update']>) => updateDocument(context, id, patch),
    updateMany: (patches: ReadonlyMap<string, Partial<NewDocument>>) => updateDocuments(context, patches),
    remove: (ids: readonly string[]) => removeDocuments(context, ids),
    merge: (ids: readonly string[]) => mergeDocuments(context, ids),
    recordUse: async (use: NewUse) => (await recordUses(context, [use])).recorded[0] as Use,
    recordUses: (uses: readonly NewUse[]) => recordUses(context, uses),
    updateUse: (id: string, patch: Partial<NewUse>) => updateUse(context, id, patch),
    removeUse: (id: string) => removeUse(context, id),
  };
}

function upkeep(context: Context, listeners: Set<() => void>) {
  const { database, memory, usesRead } = context;
  return {
    onChange(listener: () => void, signal: AbortSignal): void {
      if (signal.aborted) return;
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
    snapshot: async (): Promise<Snapshot> => {
      await usesRead;
      return { documents: [...memory.documents.values()], uses: [...memory.uses.values()] };
    },
    replaceAll: (snapshot: Snapshot) => replaceAll(context, snapshot),
    setAside: async () => (database ? readAside(database) : []),
    async warm(signal?: AbortSignal): Promise<void> {
      await context.indexRead;
      while (!signal?.aborted && !memory.refreshIndex(SLICE)) {
        await new Promise((resolve) => setTimeout(resolve));
      }
      const saved = database && !signal?.aborted && memory.indexToSave(WORTH_SAVING);
      if (database && saved) await writeIndex(database, saved);
    },
    close(): void {
      listeners.clear();
      context.channel.close();
      database?.close();
    },
  };
}
