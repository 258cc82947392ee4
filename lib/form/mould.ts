import { collapse } from '../reference/text.ts';
import { type CleanText, cleanText } from './clean.ts';
import { CopiedItem } from './copied-item.ts';
import type { Item } from './items.ts';
import { lineIn } from './likely.ts';
import { fieldsOf } from './narrow.ts';
import type { Pair } from './pair.ts';
import type { Found } from './read.ts';
import { elementsOf, type Shape, shapeOf } from './shape.ts';
import type { Segment } from './token.ts';

/** What a box that is made like a known position's says and holds. */
export interface Cast extends CleanText {
  readonly anchor: Element;
  readonly rows: readonly Pair[];
  readonly score: Item | null;
  readonly add: HTMLElement | null;
}

/** A known position's box as a mould for others made like it. */
export interface Mould {
  readonly model: Found;
  /** So many siblings make a box. */
  readonly size: number;
  /** Null where the box differs in more than the position's text, number and points, and what its fields hold. */
  cast(roots: readonly Element[]): Cast | null;
}

/** A place whose text may differ from copy to copy. */
interface Slot {
  readonly element: number;
  /** Which of the element's nodes; −1: all the element says. */
  readonly child: number;
  /** The position's own text, a number beside it, or what a field holds. */
  readonly kind: 'own' | 'numeral' | 'value';
}

const VALUE = /^(?:textarea|select)$/;
/** A row's number or count beside the text. */
const NUMERAL = /^\s*(?:№\s*)?\d+(?:\.\d+)*[.)]?\s*$/;

/** Makes a mould of a position's box; null where it cannot be taken apart with certainty. */
export function mouldOf(model: Found, roots: readonly Element[]): Mould | null {
  const shape = shapeOf(roots);
  const line = lineIn(roots, model.anchor);
  if (!shape || !line) return null;
  const { text, number, points } = cleanText(line);
  const { position } = model;
  // A text that is put together from several places is read with the page around it.
  if (text !== position.text || number !== position.number || points !== position.points) return null;
  const parts = partsOf(roots, shape, line.segments);
  const wanted = [model.anchor, ...fieldsOf(model)];
  if (!parts || wanted.some((element) => shape.at(element) < 0)) return null;
  const own = parts.filter((part): part is Slot => typeof part !== 'string' && part.kind === 'own');
  const rows = model.rows.map(({ url, comment }) => ({
    url: placed(url, shape),
    comment: placed(comment, shape),
  }));
  const score = placed(model.score, shape);
  const anchorAt = shape.at(model.anchor);
  const addAt = model.add ? shape.at(model.add) : -1;
  return {
    model,
    size: roots.length,
    cast(copy) {
      if (!shape.begins(copy)) return null;
      const elements = elementsOf(copy);
      if (!shape.fits(copy, elements) || !saysSame(copy, elements, parts)) return null;
      const anchor = elements[anchorAt] as Element;
      const segments = own.map(
        (slot): Segment => ({
          text: said(elements, slot) ?? '',
          element: elements[slot.element] as Element,
        }),
      );
      const item = (part: Placed): Item | null =>
        part && new CopiedItem(part.item, elements[part.at] as HTMLElement);
      return {
        ...cleanText({ element: anchor, segments, text: collapse(segments.map((s) => s.text).join('')) }),
        anchor,
        rows: rows.map(({ url, comment }): Pair => ({ url: item(url), comment: item(comment) })),
        score: item(score),
        add: addAt < 0 ? null : (elements[addAt] as HTMLElement),
      };
    },
  };
}

type Placed = { readonly item: Item; readonly at: number } | null;

function placed(item: Item | null, shape: Shape): Placed {
  return item && { item, at: shape.at(item.element) };
}

/** The box's text in order: what every copy says, and the places that may differ. */
function partsOf(
  roots: readonly Element[],
  shape: Shape,
  segments: readonly Segment[],
): readonly (string | Slot)[] | null {
  const parts: (string | Slot)[] = [];
  let next = 0;
  const visit = (holder: Element): void => {
    const element = shape.at(holder);
    if (VALUE.test(holder.localName) || holder.hasAttribute('contenteditable')) {
      parts.push({ element, child: -1, kind: 'value' });
      return;
    }
    holder.childNodes.forEach((node, child) => {
      if (node.nodeType === 1) visit(node as Element);
      if (node.nodeType !== 3) return;
      const { data } = node as Text;
      const segment = segments[next];
      if (segment?.element === holder && segment.text === data) {
        next++;
        parts.push({ element, child, kind: 'own' });
      } else if (NUMERAL.test(data)) parts.push({ element, child, kind: 'numeral' });
      else parts.push(data);
    });
  };
  for (const root of roots) visit(root);
  return next === segments.length ? parts : null;
}

function said(elements: readonly Element[], { element, child }: Slot): string | null {
  const holder = elements[element] as Element;
  if (child < 0) return holder.textContent;
  const node = holder.childNodes[child];
  return node?.nodeType === 3 ? (node as Text).data : null;
}

/** Whether a copy says what its model does, but for the places that may differ. */
function saysSame(
  copy: readonly Element[],
  elements: readonly Element[],
  parts: readonly (string | Slot)[],
): boolean {
  let wanted = '';
  for (const part of parts) {
    const text = typeof part === 'string' ? part : said(elements, part);
    if (text === null || (typeof part !== 'string' && part.kind === 'numeral' && !NUMERAL.test(text)))
      return false;
    wanted += text;
  }
  let whole = '';
  for (const root of copy) whole += root.textContent;
  return whole === wanted || collapse(whole) === collapse(wanted);
}
