/**
 * Versions of the stored shape of a document and of a use. A change of shape adds one step here and one stored
 * example to tests/library/stored; a released step is never edited.
 */

export type RecordKind = 'document' | 'use';

/** Brings one stored item one version further. Takes and gives unknown data: it is checked afterwards. */
export type Step = Readonly<
  Record<RecordKind, (item: Readonly<Record<string, unknown>>) => Record<string, unknown>>
>;

/** All steps, oldest first: the first leads from version 1 to version 2. Version 1 is the first released shape. */
export const STEPS: readonly Step[] = [];

/** Version written now. */
export const RECORD_VERSION = 1 + STEPS.length;

/** Applies the steps that follow `version`; gives the item back as it is when it is no object. */
export function upgrade(kind: RecordKind, item: unknown, version: number, steps = STEPS): unknown {
  if (typeof item !== 'object' || item === null) return item;
  let current = item as Record<string, unknown>;
  for (const step of steps.slice(Math.max(0, version - 1))) current = step[kind](current);
  return current;
}
