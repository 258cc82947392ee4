import type { Item } from './items.ts';
import { commonDepth, type Token } from './token.ts';

/** A link with its comment; one of them may be missing. */
export interface Pair {
  readonly url: Item | null;
  readonly comment: Item | null;
}

/**
 * Pairs links with comments: by the numbers in their labels, else by order when there are as many of both, else by
 * the box or table row they share.
 */
export function pairRows(items: readonly Item[], tokens: readonly Token[]): Pair[] {
  const urls = items.filter((item) => item.role === 'url');
  const comments = chief(
    items.filter((item) => item.role === 'comment'),
    urls.length,
  );
  if (comments.length === 0) return urls.map((url) => ({ url, comment: null }));
  const numbered = byNumber(urls, comments);
  if (numbered) return numbered;
  if (urls.length === comments.length) return urls.map((url, i) => ({ url, comment: comments[i] as Item }));
  return byNearness(urls, comments, tokens);
}

/** Where a row has «Страницы» and «Комментарий» apart, the second is the comment. */
function chief(comments: readonly Item[], rows: number): readonly Item[] {
  if (comments.length <= rows) return comments;
  const named = comments.filter((item) =>
    item.evidence.some((e) => e.weight > 0 && /комм?ентар|пояснени|примечани/i.test(e.seen)),
  );
  return named.length >= rows || (named.length > 0 && named.length < comments.length) ? named : comments;
}

function byNumber(urls: readonly Item[], comments: readonly Item[]): Pair[] | null {
  const numbers = (list: readonly Item[]): Map<number, Item> | null => {
    const map = new Map<number, Item>();
    for (const item of list) {
      if (item.number === null || map.has(item.number)) return null;
      map.set(item.number, item);
    }
    return map;
  };
  const left = numbers(urls);
  const right = numbers(comments);
  if (!left || !right || urls.length < 2) return null;
  if (![...right.keys()].every((n) => left.has(n))) return null;
  return urls.map((url) => ({ url, comment: right.get(url.number as number) ?? null }));
}

/** Each comment goes to the free link it shares the deepest box with; ties go to the link before it. */
function byNearness(urls: readonly Item[], comments: readonly Item[], tokens: readonly Token[]): Pair[] {
  const only = comments.length === 1 ? comments[0] : undefined;
  // One comment for all links stands on the first.
  if (only && new Set(urls.map((url) => closeness(url, only, tokens))).size === 1)
    return urls.map((url, i) => ({ url, comment: i === 0 ? only : null }));
  const partner = new Map<Item, Item>();
  const bonds = comments.flatMap((comment) =>
    urls.map((url) => ({
      comment,
      url,
      depth: closeness(url, comment, tokens),
      before: url.at < comment.at,
    })),
  );
  bonds.sort(
    (a, b) =>
      b.depth - a.depth ||
      Number(b.before) - Number(a.before) ||
      distance(a.url, a.comment) - distance(b.url, b.comment),
  );
  const done = new Set<Item>();
  for (const { comment, url } of bonds) {
    if (partner.has(url) || done.has(comment)) continue;
    partner.set(url, comment);
    done.add(comment);
  }
  return urls.map((url) => ({ url, comment: partner.get(url) ?? null }));
}

function closeness(a: Item, b: Item, tokens: readonly Token[]): number {
  const depth = a.at < b.at ? commonDepth(tokens, a.at, b.at) : commonDepth(tokens, b.at, a.at);
  const sameRow = a.cell && b.cell && a.cell.grid === b.cell.grid && a.cell.row === b.cell.row;
  return depth + (sameRow ? 0.5 : 0);
}

function distance(a: Item, b: Item): number {
  return Math.abs(a.at - b.at);
}
