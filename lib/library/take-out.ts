import type { LibraryDocument, Use } from '../model/library.ts';
import type { OpenedLibrary } from './open.ts';

/** What a bulk action put into the library, as it was right then. */
export interface Added {
  readonly documents: readonly Pick<LibraryDocument, 'id' | 'updatedAt'>[];
  readonly uses: readonly Pick<Use, 'id' | 'updatedAt'>[];
}

/**
 * Takes out again what a bulk action added: only documents nobody has changed or used since. Ids of those removed, and
 * how many stay because they were.
 */
export async function takeOut(
  library: Pick<OpenedLibrary, 'get' | 'uses' | 'remove'>,
  added: Added,
): Promise<{ removed: readonly string[]; kept: number }> {
  const recorded = new Map(added.uses.map(({ id, updatedAt }) => [id, updatedAt]));
  const removed: string[] = [];
  let kept = 0;
  for (const { id, updatedAt } of added.documents) {
    const now = await library.get(id);
    if (!now) continue;
    const uses = await library.uses(id);
    const untouched =
      now.updatedAt === updatedAt && uses.every((use) => recorded.get(use.id) === use.updatedAt);
    if (untouched) removed.push(id);
    else kept++;
  }
  if (removed.length > 0) await library.remove(removed);
  return { removed, kept };
}
