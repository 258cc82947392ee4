import type { DraftFields, DraftRecord, DraftVersion, Kept, Typed } from './types.ts';

/** How many versions of a position are kept (issue: «the last 20 versions»). */
export const MOST_VERSIONS = 20;

/** Typing that goes on within this time is one version: else two seconds of typing would push out an hour of work. */
const ONE_SITTING_MS = 60_000;

/** Equal fields; an absent field is an empty one. */
export function sameFields(a: DraftFields, b: DraftFields): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every(
    (key) => (a[key] ?? '') === (b[key] ?? ''),
  );
}

function weight(fields: DraftFields): number {
  return Object.values(fields).reduce((sum, value) => sum + value.trim().length, 0);
}

/** True when a version goes on with the one before: same tab, same sitting, and nothing much was deleted. */
function continues(last: DraftVersion, typed: Typed, now: Date): boolean {
  if (last.tab !== typed.tab || last.revision !== typed.base) return false;
  if (now.getTime() - Date.parse(last.since) > ONE_SITTING_MS) return false;
  return weight(typed.fields) * 2 >= weight(last.fields);
}

/**
 * Adds what a tab typed to what is known of the position. What another tab typed meanwhile becomes a version of its
 * own and is handed back as a conflict: nothing is overwritten.
 */
export function withTyped(
  stored: DraftRecord | undefined,
  typed: Typed,
  now: Date,
): { record: DraftRecord; kept: Kept } {
  const at = now.toISOString();
  const versions = stored?.versions ?? [];
  const last = versions[0];
  const head = { v: 1 as const, ...typed.place, text: typed.text, path: typed.path };
  if (last && sameFields(last.fields, typed.fields)) {
    return { record: { ...head, versions }, kept: { revision: last.revision, conflict: null } };
  }
  const going = last !== undefined && continues(last, typed, now);
  const version: DraftVersion = {
    revision: (last?.revision ?? 0) + 1,
    tab: typed.tab,
    since: going ? last.since : at,
    at,
    fields: typed.fields,
  };
  const unseen = last !== undefined && last.tab !== typed.tab && last.revision > typed.base;
  return {
    record: {
      ...head,
      versions: [version, ...(going ? versions.slice(1) : versions)].slice(0, MOST_VERSIONS),
    },
    kept: { revision: version.revision, conflict: unseen ? last : null },
  };
}

export interface Merged {
  readonly fields: DraftFields;
  /** Fields both have changed, each in its own way: the user chooses. `fields` holds mine there. */
  readonly conflicts: readonly { key: string; mine: string; theirs: string }[];
}

/** Joins two tabs' work on one position, field by field, given the state both began with. */
export function mergeFields(base: DraftFields, mine: DraftFields, theirs: DraftFields): Merged {
  const fields: Record<string, string> = {};
  const conflicts: { key: string; mine: string; theirs: string }[] = [];
  for (const key of new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])) {
    const [was, own, other] = [base[key] ?? '', mine[key] ?? '', theirs[key] ?? ''];
    fields[key] = own === was ? other : own;
    if (own !== was && other !== was && own !== other) conflicts.push({ key, mine: own, theirs: other });
  }
  return { fields, conflicts };
}
