import { collapse } from '../reference/text.ts';
import { announces } from './headings.ts';
import { memo } from './memo.ts';
import {
  ButtonToken,
  type Cell,
  FieldToken,
  LinkToken,
  type Place,
  type Segment,
  TextToken,
  type Token,
} from './token.ts';
import { isLabelText, labelRole, pointsOf } from './words.ts';

/** A text that is still being gathered. */
interface Block {
  segments: Segment[];
  readonly up: number;
  low: number;
  readonly depth: number;
  readonly place: Place;
  readonly cell: Cell | null;
  readonly broken: boolean;
}

/** The token line as it grows: texts of one block are gathered until something parts them. */
export class Line {
  readonly tokens: Token[] = [];
  /** Depth of the element being read. */
  depth = 0;
  /** Cell of a table that is being read. */
  cell: Cell | null = null;
  /** Smallest depth visited since the last text or field. */
  low = 0;
  /** The last thing read was a `<br>`. */
  broken = false;
  private block: Block | null = null;

  /** Whether a text has begun: white space inside it counts. */
  get open(): boolean {
    return this.block !== null;
  }

  /** A run of text from one node. */
  text(text: string, element: Element, place: Place): void {
    const { block } = this;
    if (block) {
      if (block.place.hidden !== place.hidden) return;
      if (this.low < block.low) block.low = this.low;
      block.segments.push({ text, element });
    } else {
      const { depth } = this;
      this.block = {
        segments: [{ text, element }],
        up: Math.min(this.low, depth),
        low: depth,
        depth,
        place,
        cell: this.cell,
        broken: this.broken,
      };
      this.broken = false;
    }
    this.low = this.depth;
  }

  /** Ends the text being gathered. */
  flush(): void {
    const { block } = this;
    if (!block) return;
    this.block = null;
    const { segments } = block;
    if (segments.length === 1) {
      this.say(block, segments, (segments[0] as Segment).element, block.up);
      return;
    }
    let element = (segments[0] as Segment).element;
    for (let d = block.depth; d > block.low && element.parentElement; d--) element = element.parentElement;
    const pieces = separate(segments);
    pieces.forEach((piece, i) => {
      const own = pieces.length > 1 ? (piece[0] as Segment).element : element;
      this.say(block, piece, own, i === 0 ? block.up : block.low);
    });
  }

  field(element: HTMLElement, type: string, place: Place, dressed: boolean): void {
    this.flush();
    const { tokens, depth } = this;
    tokens.push(new FieldToken(place, this.cell, tokens.length, depth, this.up(), element, type, dressed));
    this.low = this.depth - 1;
    this.broken = false;
  }

  link(element: HTMLElement, place: Place): void {
    this.flush();
    const { tokens, depth } = this;
    const text = collapse(element.textContent ?? '');
    tokens.push(new LinkToken(place, this.cell, tokens.length, depth, this.up(), element, text));
    this.low = this.depth - 1;
  }

  button(element: HTMLElement, place: Place): void {
    this.flush();
    const label =
      element.textContent ||
      element.getAttribute('value') ||
      element.getAttribute('aria-label') ||
      element.title;
    const { tokens, depth } = this;
    tokens.push(
      new ButtonToken(place, this.cell, tokens.length, depth, this.up(), element, collapse(label || '')),
    );
    this.low = this.depth - 1;
  }

  /** Depth of what an element that is a token itself shares with the token before. */
  private up(): number {
    return Math.min(this.low, this.depth - 1);
  }

  private say(block: Block, segments: readonly Segment[], element: Element, up: number): void {
    const raw = segments.length === 1 ? (segments[0] as Segment).text : segments.map((s) => s.text).join('');
    const text = shownText(raw);
    if (text === '') return;
    const { tokens } = this;
    tokens.push(
      new TextToken(
        block.place,
        block.cell,
        tokens.length,
        block.low,
        up,
        element,
        text,
        segments,
        block.broken,
      ),
    );
  }
}

/** A text as it is seen. Texts that are the same are one string then, which makes all later look-ups by text cheap. */
const shownText = memo((raw) => withoutSign(collapse(raw)));

/** A text without the arrow of the tree or panel it heads. */
function withoutSign(text: string): string {
  return text.charCodeAt(0) < 0x2190 ? text : text.replace(/^[▸▾▼▲►◄▶◀▿▹◂☰⌄⌃]+\s*(?=\S)/u, '');
}

/**
 * Neighbouring inline elements that are each a column label, or that touch like «1.4Журнал», are several texts; parts of
 * one text go on in lower case or stand apart.
 */
function separate(segments: Segment[]): Segment[][] {
  const solid = segments.filter((s) => /\S/.test(s.text));
  if (solid.length < 2) return [segments];
  const labels = solid.filter((s) => {
    const text = collapse(s.text);
    return pointsOf(text) === null && isLabelText(text) && labelRole(s.text) !== null;
  });
  if (labels.length >= 2) {
    const rest = solid.filter((s) => !labels.includes(s) && /\p{L}/u.test(s.text));
    if (rest.every((s) => isLabelText(collapse(s.text)) || announces(s.text) !== null))
      return solid.map((s) => [s]);
  }
  const pieces: Segment[][] = [[]];
  segments.forEach((segment, i) => {
    const before = segments[i - 1];
    const touch =
      before &&
      before.element !== segment.element &&
      /^\p{Lu}\p{Ll}/u.test(segment.text) &&
      /\p{L}.*[\p{Ll}\d]$/su.test(before.text) &&
      before.element.parentElement === segment.element.parentElement;
    if (touch) pieces.push([segment]);
    else (pieces.at(-1) as Segment[]).push(segment);
  });
  return pieces;
}
