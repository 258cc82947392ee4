import { isCurrent } from './context.ts';
import { rankOf } from './headings.ts';
import { commonDepth, type TextToken, type Token } from './token.ts';

/** So many headings of one rank in a box make a list of contents. */
const FEWEST = 3;

/**
 * Texts above a position that are entries of a list of contents: like headings of one rank, one after the other, in a box
 * that does not hold the position's fields (`start`). The entry marked as the present one is a heading all the same.
 */
export function contentsIn(
  above: readonly TextToken[],
  tokens: readonly Token[],
  start: number,
): ReadonlySet<TextToken> {
  const found = new Set<TextToken>();
  let run: TextToken[] = [];
  const close = (): void => {
    const [first] = run;
    const last = run.at(-1);
    if (!first || !last || run.length < FEWEST || last.index >= start) return;
    if (commonDepth(tokens, last.index, start) >= commonDepth(tokens, first.index, last.index)) return;
    for (const entry of run) if (!isPresent(entry)) found.add(entry);
  };
  for (const token of above) {
    const before = run.at(-1);
    if (before && isAlike(before, token)) {
      run.push(token);
      continue;
    }
    close();
    run = rankOf(token.text) === null ? [] : [token];
  }
  close();
  return found;
}

function isAlike(one: TextToken, other: TextToken): boolean {
  const rank = rankOf(other.text);
  return (
    rank !== null &&
    rank === rankOf(one.text) &&
    one.depth === other.depth &&
    one.element.localName === other.element.localName
  );
}

function isPresent({ element }: TextToken): boolean {
  return isCurrent(element) || (element.parentElement !== null && isCurrent(element.parentElement));
}
