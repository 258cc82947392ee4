import type { LibraryDocument, Use } from '../model/library.ts';
import { type Context, commit } from './context.ts';
import type { Edit } from './database.ts';

/** The whole library as plain data, deletion marks included. */
export interface Snapshot {
  readonly documents: readonly LibraryDocument[];
  readonly uses: readonly Use[];
}

/**
 * Makes the library equal to a snapshot, in one transaction. Records that are not in it are marked deleted rather than
 * dropped, so that pages that hold them hear of it.
 */
export async function replaceAll(context: Context, snapshot: Snapshot): Promise<void> {
  await context.usesRead;
  const at = new Date().toISOString();
  await commit(
    context,
    edits(snapshot.documents, context.memory.documents, at),
    edits(snapshot.uses, context.memory.uses, at),
  );
}

function edits<T extends { id: string; updatedAt: string; deletedAt: string | null }>(
  wanted: readonly T[],
  known: ReadonlyMap<string, T>,
  at: string,
): Map<string, Edit<T>> {
  const out = new Map<string, Edit<T>>(wanted.map((item) => [item.id, () => item]));
  for (const [id, item] of known) {
    if (out.has(id)) continue;
    out.set(id, (stored) => {
      const current = stored ?? item;
      return current.deletedAt === null ? { ...current, deletedAt: at, updatedAt: at } : current;
    });
  }
  return out;
}
