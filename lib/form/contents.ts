import { isCurrent } from './context.ts';
import { rankOf } from './headings.ts';
import { commonDepth, type TextToken, type Token } from './token.ts';

/** So many headings of one rank in a box make a list of contents. */
const FEWEST = 3;

/**
 * Texts above a position that stand in a list of contents: like headings of one rank in a box that does not hold the
 * position's fields (`start`), and what stands among them. The entry marked as the present one is a heading all the same.
 */
export function contentsIn(
  above: readonly TextToken[],
  tokens: readonly Token[],
  start: number,
): ReadonlySet<TextToken> {
  const lists = new Map<string, TextToken[]>();
  for (const token of above) {
    const rank = token.index < start ? rankOf(token.text) : null;
    if (rank === null) continue;
    const key = `${rank}/${token.depth}/${token.element.localName}`;
    const list = lists.get(key);
    if (list) list.push(token);
    else lists.set(key, [token]);
  }
  const found = new Set<TextToken>();
  for (const list of lists.values()) {
    const [first] = list;
    const last = list.at(-1);
    if (!first || !last || list.length < FEWEST) continue;
    if (commonDepth(tokens, last.index, start) >= commonDepth(tokens, first.index, last.index)) continue;
    for (const token of above)
      if (token.index >= first.index && token.index <= last.index && !isPresent(token)) found.add(token);
  }
  return found;
}

function isPresent({ element }: TextToken): boolean {
  return isCurrent(element) || (element.parentElement !== null && isCurrent(element.parentElement));
}
