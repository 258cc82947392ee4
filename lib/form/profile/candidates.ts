import type { ProfilePart } from '../../model/profile.ts';
import { isOutside } from '../items.ts';
import type { TextToken, Token } from '../token.ts';
import { walk } from '../walk.ts';
import { isLabelText, letters } from '../words.ts';

/** What can be pointed at by keyboard: the page's texts or fields in order, and where it is best to begin. */
export interface Candidates {
  readonly all: readonly (Element | Text)[];
  readonly start: number;
}

/** Candidates for a part. Fields begin with the first one behind what was pointed at before. */
export function candidatesFor(document: Document, part: ProfilePart, after: Node | null): Candidates {
  const { tokens } = walk(document);
  const inside = tokens.filter((token) => !isOutside(token) && token.hidden === null);
  if (part === 'link' || part === 'comment' || part === 'points') {
    const all = inside.flatMap((token) => (token.kind === 'field' ? [token.element] : []));
    const next = after ? all.findIndex((one) => (after.compareDocumentPosition(one) & 4) !== 0) : 0;
    return { all, start: Math.max(0, next) };
  }
  const texts = inside.filter(
    (token): token is TextToken =>
      token.kind === 'text' && letters(token.text, 4) >= 4 && !isLabelText(token.text),
  );
  return { all: texts.map(nodeOf), start: part === 'position' ? firstBeforeFields(texts, inside) : 0 };
}

/** The last text before the first two fields that stand together: most likely a position. */
function firstBeforeFields(texts: readonly TextToken[], tokens: readonly Token[]): number {
  const fields = tokens.filter((token) => token.kind === 'field');
  const first = fields.find((field, i) => {
    const next = fields[i + 1];
    return next !== undefined && next.index - field.index <= 4;
  });
  const at = first ? texts.findLastIndex((text) => text.index < first.index) : 0;
  return Math.max(0, at);
}

/** The text node that says most of a text. */
function nodeOf(token: TextToken): Element | Text {
  const main = token.segments.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  const node = Array.from(main.element.childNodes).find(
    (child) => child.nodeType === 3 && child.nodeValue === main.text,
  );
  return (node as Text | undefined) ?? main.element;
}
