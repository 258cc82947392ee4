import type { LibraryDocument, Use } from '../model/library.ts';
import { addressKey } from '../reference/address.ts';
import { SearchIndex } from './search/index.ts';
import { INDEX_VERSION, type StoredIndex } from './search/saved.ts';

/** Groups of ids under a key, kept as things come and go. */
class Groups {
  readonly #groups = new Map<string, Set<string>>();

  add(key: string, id: string): void {
    const group = this.#groups.get(key);
    if (group) group.add(id);
    else this.#groups.set(key, new Set([id]));
  }

  delete(key: string, id: string): void {
    const group = this.#groups.get(key);
    if (group?.delete(id) && group.size === 0) this.#groups.delete(key);
  }

  get(key: string): Iterable<string> {
    return this.#groups.get(key) ?? [];
  }

  *several(): Iterable<ReadonlySet<string>> {
    for (const group of this.#groups.values()) if (group.size > 1) yield group;
  }
}

/**
 * The library as this page holds it: every read is answered from here. Records marked as deleted are kept (for undo and
 * merging) but not shown. The search index and the addresses are made when first asked for, then kept up to date.
 */
export class Memory {
  readonly documents = new Map<string, LibraryDocument>();
  readonly uses = new Map<string, Use>();
  readonly #usesByDocument = new Groups();
  readonly #usesByPosition = new Groups();
  #addresses: Groups | null = null;
  /** Address keys by document, as far as they are known. */
  readonly #keys = new Map<string, string>();
  #index = new SearchIndex();
  /** Entries changed since the index was last saved. */
  #unsaved = 0;
  /** Documents whose entry in the index is out of date. */
  readonly #stale = new Set<string>();
  #shown: readonly LibraryDocument[] | null = null;

  putDocument(document: LibraryDocument): void {
    const known = this.documents.get(document.id);
    if (known && this.#addresses) this.#addresses.delete(this.#keyOf(known), known.id);
    if (known && known.address !== document.address) this.#keys.delete(known.id);
    this.documents.set(document.id, document);
    this.#shown = null;
    this.#stale.add(document.id);
    if (this.#addresses && document.deletedAt === null) this.#addAddress(this.#addresses, document);
  }

  #keyOf({ id, address }: LibraryDocument): string {
    const known = this.#keys.get(id);
    if (known !== undefined) return known;
    const key = addressKey(address);
    this.#keys.set(id, key);
    return key;
  }

  /** Documents without an address have none in common. */
  #addAddress(groups: Groups, document: LibraryDocument): void {
    if (document.address.trim() !== '') groups.add(this.#keyOf(document), document.id);
  }

  putUse(use: Use): void {
    const known = this.uses.get(use.id);
    if (known) {
      this.#usesByDocument.delete(known.documentId, known.id);
      this.#usesByPosition.delete(known.positionId, known.id);
    }
    this.uses.set(use.id, use);
    if (use.deletedAt !== null) return;
    this.#usesByDocument.add(use.documentId, use.id);
    this.#usesByPosition.add(use.positionId, use.id);
  }

  /** Documents that are not deleted. */
  shown(): readonly LibraryDocument[] {
    this.#shown ??= [...this.documents.values()].filter((document) => document.deletedAt === null);
    return this.#shown;
  }

  /** A document that is not deleted. */
  document(id: string): LibraryDocument | null {
    const document = this.documents.get(id);
    return document && document.deletedAt === null ? document : null;
  }

  #usesOf(ids: Iterable<string>): Use[] {
    const uses: Use[] = [];
    for (const id of ids) {
      const use = this.uses.get(id);
      if (use && this.document(use.documentId)) uses.push(use);
    }
    return uses.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0));
  }

  /** Uses of a document, latest first. */
  usesOfDocument(id: string): Use[] {
    return this.#usesOf(this.#usesByDocument.get(id));
  }

  /** Uses in a position, latest first. */
  usesInPosition(id: string): Use[] {
    return this.#usesOf(this.#usesByPosition.get(id));
  }

  /** Number of distinct positions each document is used in. */
  useCounts(): Map<string, number> {
    const positions = new Map<string, Set<string>>();
    for (const use of this.uses.values()) {
      if (use.deletedAt !== null) continue;
      const known = positions.get(use.documentId);
      if (known) known.add(use.positionId);
      else positions.set(use.documentId, new Set([use.positionId]));
    }
    return new Map([...positions].map(([id, set]) => [id, set.size]));
  }

  #addressGroups(): Groups {
    if (this.#addresses) return this.#addresses;
    const groups = new Groups();
    for (const document of this.shown()) this.#addAddress(groups, document);
    this.#addresses = groups;
    return groups;
  }

  /** Documents at an address, given its `addressKey`. */
  atAddress(key: string): LibraryDocument[] {
    return [...this.#addressGroups().get(key)].flatMap((id) => this.document(id) ?? []);
  }

  /** Groups of documents that share an address. */
  sharedAddresses(): LibraryDocument[][] {
    return [...this.#addressGroups().several()].map((ids) =>
      [...ids].flatMap((id) => this.document(id) ?? []),
    );
  }

  /** Most recently changed documents, latest first, without sorting them all. */
  recent(limit: number): LibraryDocument[] {
    const top: LibraryDocument[] = [];
    for (const document of this.shown()) {
      const last = top[top.length - 1];
      if (top.length === limit && last && document.updatedAt <= last.updatedAt) continue;
      let at = top.length;
      while (at > 0 && (top[at - 1] as LibraryDocument).updatedAt < document.updatedAt) at--;
      top.splice(at, 0, document);
      if (top.length > limit) top.pop();
    }
    return top;
  }

  /** Brings at most `most` entries of the index up to date; true when nothing is left to do. */
  refreshIndex(most = Number.POSITIVE_INFINITY): boolean {
    if (this.#index.dead > 1000 && this.#index.dead > this.#index.size) this.#startIndexAnew();
    let left = most;
    for (const id of this.#stale) {
      if (left-- <= 0) return false;
      this.#stale.delete(id);
      this.#unsaved++;
      const document = this.document(id);
      if (!document) this.#index.delete(id);
      else {
        this.#index.set({ id, strong: strongText(document), weak: weakText(document) });
      }
    }
    return true;
  }

  #startIndexAnew(): void {
    this.#index = new SearchIndex();
    for (const document of this.shown()) this.#stale.add(document.id);
  }

  /** Takes over the index saved earlier; what has changed since is brought up to date by `refreshIndex`. */
  adoptIndex({ index, changed, addresses }: StoredIndex): void {
    const loaded = new SearchIndex();
    if (this.#index.size > 0) return;
    const keys = addresses.split('\n');
    for (const [at, id] of loaded.load(index).entries()) {
      const document = this.document(id);
      if (document && Date.parse(document.updatedAt) === changed[at]) {
        this.#stale.delete(id);
        this.#keys.set(id, keys[at] as string);
      } else this.#stale.add(id);
    }
    this.#index = loaded;
    this.#unsaved = 0;
  }

  /** The index to be stored, when it has changed enough to be worth it; null else. */
  indexToSave(least: number): StoredIndex | null {
    if (this.#unsaved < least || !this.refreshIndex()) return null;
    const index = this.#index.save();
    const ids = index.ids.split('\n').filter((id) => id !== '');
    this.#unsaved = 0;
    const documents = ids.map((id) => this.documents.get(id) as LibraryDocument);
    return {
      version: INDEX_VERSION,
      index,
      changed: Float64Array.from(documents, ({ updatedAt }) => Date.parse(updatedAt)),
      // A key is one line; a text that is no address is its own key and may hold more.
      addresses: documents.map((document) => this.#keyOf(document).replaceAll('\n', ' ')).join('\n'),
    };
  }

  /** The index, up to date. */
  index(): SearchIndex {
    this.refreshIndex();
    return this.#index;
  }
}

function strongText(document: LibraryDocument): string {
  const { title, number, date } = document;
  let text = title;
  if (number !== '' && !title.includes(number)) text += ` ${number}`;
  if (date !== '' && !title.includes(date)) text += ` ${date}`;
  return text;
}

function weakText(document: LibraryDocument): string {
  return document.note === '' && document.access.note === ''
    ? ''
    : `${document.note} ${document.access.note}`;
}
