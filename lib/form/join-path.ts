import { prune } from './path.ts';
import { keyOf } from './words.ts';

/** What was joined last: neighbours share their headings. */
let last: { key: string; path: readonly string[]; keys: readonly string[] } = { key: '', path: [], keys: [] };
/** The lists it was joined from. */
let from: readonly (readonly string[])[] = [];

/** Panels and breadcrumbs stand outside the headings of the page; what is said twice is kept once. */
export function joinPath(
  around: readonly string[],
  crumbs: readonly string[],
  heads: readonly string[],
  text: string,
): readonly string[] {
  if (around !== from[0] || crumbs !== from[1] || heads !== from[2]) {
    from = [around, crumbs, heads];
    joinLists(around, crumbs, heads);
  }
  const { path, keys } = last;
  const own = keyOf(text);
  // The position itself as the last step of breadcrumbs, perhaps cut short.
  const isSame = (key: string): boolean => own === key || (key.length > 30 && own.startsWith(key));
  return keys.some(isSame) ? path.filter((_, i) => !isSame(keys[i] as string)) : path;
}

function joinLists(around: readonly string[], crumbs: readonly string[], heads: readonly string[]): void {
  // A panel named by one of the headings above has its place among them.
  const said = new Set(heads.map(keyOf));
  const parts = [...crumbs, ...around.filter((name) => !said.has(keyOf(name))), ...heads];
  const key = parts.join('\n');
  if (key === last.key) return;
  const path = prune(parts).filter(
    (entry) => !/^(?:позиция|показатель)(?: №?\s*[\d.]+)?(?: из \d+)?$/iu.test(entry) && keyOf(entry) !== '',
  );
  last = { key, path, keys: path.map(keyOf) };
}
