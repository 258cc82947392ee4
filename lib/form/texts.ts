import { textKey } from '../reference/text.ts';
import { announces, rankOf } from './headings.ts';
import type { Item } from './items.ts';
import { isOutside } from './items.ts';
import type { Columns } from './labels.ts';
import type { TextToken, Token } from './token.ts';
import { isHint, isLabelText, letters, pointsOf } from './words.ts';

/** Which texts of the page say something: neither labels nor hints nor numbers nor lines repeated everywhere. */
export interface Texts {
  /** By token index: the token, if it says something. */
  says(index: number): TextToken | null;
}

/** Judges every text once. `taken` are texts that are values (the expert's view). */
export function readTexts(
  tokens: readonly Token[],
  items: readonly Item[],
  columns: Columns,
  taken: ReadonlySet<Token>,
): Texts {
  const saying = new Map<number, TextToken>();
  for (const token of tokens) {
    if (token.kind !== 'text' || taken.has(token) || isOutside(token)) continue;
    if (letters(token.text, 4) < 4 || isLabelText(token.text)) continue;
    if (token.cell && columns.isHead(token.cell)) continue;
    if (announces(token.text) || pointsOf(token.text) !== null || isHint(token.text)) continue;
    if (inHiddenInline(token)) continue;
    saying.set(token.index, token);
  }
  dropRepeated(items, saying);
  return { says: (index) => saying.get(index) ?? null };
}

/** Hidden texts beside shown fields are tooltips and messages. */
function inHiddenInline(token: TextToken): boolean {
  return token.hidden !== null && token.hidden.end - token.hidden.start <= 1;
}

/**
 * Lines that stand again and again between fields, always the same, are hints of the page. The same position text
 * in two tracks has other headings around it and stays.
 */
function dropRepeated(items: readonly Item[], saying: Map<number, TextToken>): void {
  const content = items.filter((item) => item.role === 'url' || item.role === 'comment');
  const count = new Map<string, number>();
  const alone = new Map<string, number>();
  const again = new Map<string, number>();
  let before = new Set<string>();
  const keys = new Map<number, string>();
  for (let i = 1; i < content.length; i++) {
    const now = new Set<string>();
    for (let t = (content[i - 1] as Item).end + 1; t < (content[i] as Item).at; t++) {
      const token = saying.get(t);
      if (!token) continue;
      const key = textKey(token.text.slice(0, 300));
      keys.set(t, key);
      now.add(key);
    }
    if (now.size === 0) continue;
    for (const key of now) {
      count.set(key, (count.get(key) ?? 0) + 1);
      if (now.size === 1) alone.set(key, (alone.get(key) ?? 0) + 1);
      if (before.has(key)) again.set(key, (again.get(key) ?? 0) + 1);
    }
    before = now;
  }
  const repeated = new Set<string>();
  for (const [key, n] of count)
    if (n >= 3 && ((again.get(key) ?? 0) >= 2 || (alone.get(key) ?? 0) >= 0.6 * n)) repeated.add(key);
  if (repeated.size === 0) return;
  for (const [index, token] of saying) {
    if (rankOf(token.text) !== null || /[:›»>]\s*$|›|→/.test(token.text)) continue;
    if (repeated.has(keys.get(index) ?? textKey(token.text.slice(0, 300)))) saying.delete(index);
  }
}
