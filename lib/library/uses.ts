import type { Use } from '../model/library.ts';
import { type Context, commit, now, present } from './context.ts';
import type { Edit } from './database.ts';
import type { NewUse, Undo } from './types.ts';

/**
 * The known use of the same document in the same position, assessment and year: recording again updates it.
 * A year or assessment that is not known fits any.
 */
function knownUse(context: Context, use: NewUse): Use | undefined {
  return context.memory
    .usesInPosition(use.positionId)
    .find(
      (known) =>
        known.documentId === use.documentId &&
        fits(known.mechanism, use.mechanism) &&
        fits(known.year, use.year),
    );
}

function fits<T>(known: T | null, wanted: T | null): boolean {
  return known === null || wanted === null || known === wanted;
}

/** Records uses in one transaction. A document is used once in a position and year: later pages replace earlier. */
export async function recordUses(
  context: Context,
  uses: readonly NewUse[],
): Promise<{ recorded: readonly Use[]; undo: Undo }> {
  await context.usesRead;
  const at = now();
  const edits = new Map<string, Edit<Use>>();
  for (const use of uses) {
    const id = knownUse(context, use)?.id ?? crypto.randomUUID();
    edits.set(id, (stored) => ({
      ...use,
      id,
      createdAt: stored?.createdAt ?? at,
      updatedAt: at,
      deletedAt: null,
    }));
  }
  const { undo } = await commit(context, new Map(), edits);
  return { recorded: [...edits.keys()].map((id) => context.memory.uses.get(id) as Use), undo };
}

/** Changes pages or explanation of a use. */
export async function updateUse(context: Context, id: string, patch: Partial<NewUse>): Promise<Use> {
  await context.usesRead;
  const edit: Edit<Use> = (stored) => ({ ...present(stored), ...patch, updatedAt: now() });
  const { uses } = await commit(context, new Map(), new Map([[id, edit]]));
  return uses[0] as Use;
}

/** Marks a use as deleted. */
export async function removeUse(context: Context, id: string): Promise<Undo> {
  await context.usesRead;
  const at = now();
  const edit: Edit<Use> = (stored) => ({ ...present(stored), deletedAt: at, updatedAt: at });
  const { undo } = await commit(context, new Map(), new Map([[id, edit]]));
  return undo;
}
