import type { DocumentFacts, LibraryDocument, Suggestion, Use } from '../model/library.ts';

export type NewDocument = Omit<LibraryDocument, 'id' | 'createdAt' | 'updatedAt' | 'deletedAt'>;
export type NewUse = Omit<Use, 'id' | 'createdAt' | 'updatedAt' | 'deletedAt'>;

/** Where an insert is about to happen: enough to rank documents. */
export interface PositionRef {
  readonly id: string;
  readonly text: string;
  readonly path: readonly string[];
}

/** How a position read and where it stood in another year. */
export type FormerRef = Omit<PositionRef, 'id'>;

/** A document that confirmed a position in another year. */
export interface PreviousUse {
  readonly year: number;
  readonly title: string;
  readonly pages: string;
}

/** Takes back what a bulk action did, once. */
export type Undo = () => Promise<void>;

/** Documents and their uses, in IndexedDB of the extension: opened by background, popup, side panel, workspace. */
export interface Library {
  all(): Promise<readonly LibraryDocument[]>;
  get(id: string): Promise<LibraryDocument | null>;
  add(document: NewDocument): Promise<LibraryDocument>;
  addMany(documents: readonly NewDocument[]): Promise<{ added: readonly LibraryDocument[]; undo: Undo }>;
  update(id: string, patch: Partial<NewDocument>): Promise<LibraryDocument>;
  remove(ids: readonly string[]): Promise<Undo>;
  /** Joins duplicates into the first: its uses become the uses of all. */
  merge(ids: readonly string[]): Promise<Undo>;
  /** Groups of documents whose addresses are the same by `addressKey`. */
  duplicates(): Promise<readonly (readonly LibraryDocument[])[]>;
  /** Inflected Russian words, typing errors, numbers; '' gives the most recently changed. */
  search(query: string, limit: number): Promise<readonly LibraryDocument[]>;
  byAddress(address: string): Promise<readonly LibraryDocument[]>;
  /** Facts for rules, by `addressKey`. */
  facts(addressKeys: readonly string[]): Promise<Readonly<Record<string, DocumentFacts>>>;
  /** `formers`: the position in other years, whose documents fit here as well. */
  suggest(
    position: PositionRef,
    query: string,
    limit: number,
    formers?: readonly FormerRef[],
  ): Promise<readonly Suggestion[]>;
  /** Documents that confirmed the position before `year`, the latest first. */
  previousUses(
    position: PositionRef,
    formers: readonly FormerRef[],
    year: number,
    limit: number,
  ): Promise<readonly PreviousUse[]>;
  uses(documentId: string): Promise<readonly Use[]>;
  usesIn(positionId: string): Promise<readonly Use[]>;
  recordUse(use: NewUse): Promise<Use>;
  removeUse(id: string): Promise<Undo>;
  /** Called after any change, also one made in another page of the extension. */
  onChange(listener: () => void, signal: AbortSignal): void;
}
