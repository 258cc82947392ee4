import type { LibraryDocument, Use } from '../model/library.ts';
import { type Context, commit, now, present } from './context.ts';
import type { Edit } from './database.ts';
import { LibraryError } from './errors.ts';
import type { NewDocument, Undo } from './types.ts';

function made(document: NewDocument, at: string): LibraryDocument {
  return { ...document, id: crypto.randomUUID(), createdAt: at, updatedAt: at, deletedAt: null };
}

/** Adds documents in one transaction. */
export async function addDocuments(
  context: Context,
  documents: readonly NewDocument[],
): Promise<{ added: readonly LibraryDocument[]; undo: Undo }> {
  const at = now();
  const edits = new Map<string, Edit<LibraryDocument>>();
  for (const document of documents) {
    const record = made(document, at);
    edits.set(record.id, () => record);
  }
  const { undo } = await commit(context, edits);
  return { added: [...edits.keys()].map((id) => context.memory.documents.get(id) as LibraryDocument), undo };
}

/** Changes some fields of a document; fields another page changed meanwhile stay as they are there. */
export async function updateDocument(
  context: Context,
  id: string,
  patch: Partial<NewDocument>,
): Promise<LibraryDocument> {
  const edit: Edit<LibraryDocument> = (stored) => ({ ...present(stored), ...patch, updatedAt: now() });
  const { documents } = await commit(context, new Map([[id, edit]]));
  return documents[0] as LibraryDocument;
}

/** Changes several documents in one transaction, with one undo. */
export async function updateDocuments(
  context: Context,
  patches: ReadonlyMap<string, Partial<NewDocument>>,
): Promise<Undo> {
  const at = now();
  const edits = new Map<string, Edit<LibraryDocument>>();
  for (const [id, patch] of patches)
    edits.set(id, (stored) => ({ ...present(stored), ...patch, updatedAt: at }));
  return (await commit(context, edits)).undo;
}

/** Marks documents and their uses as deleted. */
export async function removeDocuments(context: Context, ids: readonly string[]): Promise<Undo> {
  await context.usesRead;
  const at = now();
  const gone = <T extends { deletedAt: string | null; updatedAt: string }>(stored: T | undefined): T => ({
    ...present(stored),
    deletedAt: at,
    updatedAt: at,
  });
  const uses = ids.flatMap((id) => context.memory.usesOfDocument(id));
  const { undo } = await commit(
    context,
    new Map(ids.map((id) => [id, gone<LibraryDocument>])),
    new Map(uses.map((use) => [use.id, gone<Use>])),
  );
  return undo;
}

/** The first of several words that says something. */
function firstOf(values: readonly string[]): string {
  return values.find((value) => value.trim() !== '') ?? '';
}

/** One document out of several: what the first does not know is taken from the others, nothing is lost. */
export function joined(documents: readonly LibraryDocument[]): LibraryDocument {
  const first = documents[0];
  if (!first) throw new LibraryError('missing');
  const notes = new Set(documents.map((document) => document.note.trim()).filter((note) => note !== ''));
  return {
    ...first,
    title: firstOf(documents.map((document) => document.title)),
    number: firstOf(documents.map((document) => document.number)),
    date: firstOf(documents.map((document) => document.date)),
    kind: documents.find((document) => document.kind !== 'other')?.kind ?? 'other',
    pageCount: documents.find((document) => document.pageCount !== null)?.pageCount ?? null,
    access: documents.find((document) => document.access.kind !== 'open')?.access ?? first.access,
    directions: [...new Set(documents.flatMap((document) => document.directions))].sort(),
    note: [...notes].join('\n'),
  };
}

/** Joins documents into the first: its uses become the uses of all, the others are marked deleted. */
export async function mergeDocuments(context: Context, ids: readonly string[]): Promise<Undo> {
  await context.usesRead;
  const documents = [...new Set(ids)].map((id) => present(context.memory.document(id) ?? undefined));
  const [first, ...others] = documents;
  if (!first || others.length === 0) return async () => {};
  const at = now();
  const record = joined(documents);
  const edits = new Map<string, Edit<LibraryDocument>>([
    [first.id, (stored) => ({ ...record, createdAt: present(stored).createdAt, updatedAt: at })],
    ...others.map(({ id }): [string, Edit<LibraryDocument>] => [
      id,
      (stored) => ({ ...present(stored), deletedAt: at, updatedAt: at }),
    ]),
  ]);
  const { undo } = await commit(context, edits, movedUses(context, first.id, others, at));
  return undo;
}

function movedUses(context: Context, target: string, others: readonly LibraryDocument[], at: string) {
  const sameUse = (use: Use) =>
    [use.positionId, use.pages, use.explanation, use.mechanism, use.year].join('\n');
  const known = new Set(context.memory.usesOfDocument(target).map(sameUse));
  const edits = new Map<string, Edit<Use>>();
  for (const use of others.flatMap(({ id }) => context.memory.usesOfDocument(id))) {
    // The same document in the same position on the same pages, said twice, is said once.
    const deletedAt = known.has(sameUse(use)) ? at : null;
    known.add(sameUse(use));
    edits.set(use.id, (stored) => ({
      ...present(stored),
      documentId: target,
      updatedAt: at,
      deletedAt: deletedAt ?? present(stored).deletedAt,
    }));
  }
  return edits;
}
