import { textKey } from '../reference/text.ts';
import { memo } from './memo.ts';
import { prune } from './path.ts';

const keyOf = memo(textKey);

let pruned: { key: string; path: readonly string[] } = { key: '', path: [] };

/** Panels and breadcrumbs stand outside the headings of the page; what is said twice is kept once. */
export function joinPath(
  around: readonly string[],
  crumbs: readonly string[],
  heads: readonly string[],
  text: string,
): readonly string[] {
  // A panel named by one of the headings above has its place among them.
  const said = new Set(heads.map(keyOf));
  const parts = [...crumbs, ...around.filter((name) => !said.has(keyOf(name))), ...heads];
  // Neighbours share their headings.
  const key = parts.join('\n');
  if (key !== pruned.key) {
    const path = prune(parts).filter(
      (entry) =>
        !/^(?:позиция|показатель)(?: №?\s*[\d.]+)?(?: из \d+)?$/iu.test(entry) && keyOf(entry) !== '',
    );
    pruned = { key, path };
  }
  const all = pruned.path;
  const own = textKey(text);
  // The position itself as the last step of breadcrumbs, perhaps cut short.
  const isSame = (entry: string): boolean => {
    const key = keyOf(entry);
    return own === key || (key.length > 30 && own.startsWith(key));
  };
  return all.some(isSame) ? all.filter((entry) => !isSame(entry)) : all;
}
