/**
 * The page as one line of tokens in document order: texts, fields, links. Each knows how deep it stands and how deep
 * its nearest common ancestor with the token before stands (`up`), so «are these two in one box?» is a question about
 * a range of numbers, never a walk through the DOM.
 */

/** A table, or a set of ARIA rows. */
export interface Grid {
  readonly element: Element;
  readonly cells: Cell[];
  /** Cell of the outer grid this one stands in. */
  readonly outer: Cell | null;
  rows: number;
  columns: number;
  /** Drawn on its side in the page: its rows here are the page's columns. */
  turned?: boolean;
}

export interface Cell {
  readonly element: Element;
  readonly grid: Grid;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** `th`, a column header by ARIA, or inside `thead`. */
  readonly header: boolean;
  /** Inside a `thead`. */
  readonly inHead: boolean;
}

/** A box that is not shown: a folded panel, a tab, or a template kept for cloning. */
export interface Hidden {
  readonly element: Element;
  readonly outer: Hidden | null;
  /** Index of the first token inside; `end` is one past the last. */
  start: number;
  end: number;
  /** Decided after the walk: its content does not count. */
  template: boolean;
}

/** What the walk knows of a place and hands down to everything inside. */
export interface Place {
  readonly hidden: Hidden | null;
  /** Menus, footers, search boxes, status lines. */
  readonly aside: boolean;
  /** Modal window (open or not). */
  readonly dialog: Element | null;
  /** 1–6 headings, 7 legend/caption/summary/panel header, 0 none. */
  readonly level: number;
  readonly label: Element | null;
  readonly link: boolean;
  readonly bold: boolean;
  readonly button: boolean;
  /** The panel this text opens. */
  readonly target: Element | null;
}

/** A run of text from one node, with the element it stands in. */
export interface Segment {
  readonly text: string;
  readonly element: Element;
}

/** What every token has. Tokens of one place share one `Place`; its parts are read through the token. */
abstract class Base<E extends Element = HTMLElement> implements Place {
  readonly element: E;
  readonly cell: Cell | null;
  /** Index in the token line. */
  readonly index: number;
  readonly depth: number;
  /** Depth of the nearest common ancestor with the token before. */
  readonly up: number;
  readonly place: Place;

  constructor(place: Place, cell: Cell | null, index: number, depth: number, up: number, element: E) {
    this.element = element;
    this.cell = cell;
    this.place = place;
    this.index = index;
    this.depth = depth;
    this.up = up;
  }
  get hidden(): Hidden | null {
    return this.place.hidden;
  }
  get aside(): boolean {
    return this.place.aside;
  }
  get dialog(): Element | null {
    return this.place.dialog;
  }
  get level(): number {
    return this.place.level;
  }
  get label(): Element | null {
    return this.place.label;
  }
  get link(): boolean {
    return this.place.link;
  }
  get bold(): boolean {
    return this.place.bold;
  }
  get button(): boolean {
    return this.place.button;
  }
  get target(): Element | null {
    return this.place.target;
  }
}

export class TextToken extends Base<Element> {
  readonly kind = 'text';
  readonly text: string;
  readonly segments: readonly Segment[];
  /** Ended by `<br>`, not by a block. */
  readonly brokenBefore: boolean;

  constructor(
    place: Place,
    cell: Cell | null,
    index: number,
    depth: number,
    up: number,
    element: Element,
    text: string,
    segments: readonly Segment[],
    brokenBefore: boolean,
  ) {
    super(place, cell, index, depth, up, element);
    this.text = text;
    this.segments = segments;
    this.brokenBefore = brokenBefore;
  }
}

export class FieldToken extends Base {
  readonly kind = 'field';
  /** `text`, `url`, `textarea`, `rich`, `number`, `select`, `radio`. */
  readonly type: string;
  /** Whether it has an attribute that names or locks it; most fields of a table have none. */
  readonly dressed: boolean;

  constructor(
    place: Place,
    cell: Cell | null,
    index: number,
    depth: number,
    up: number,
    element: HTMLElement,
    type: string,
    dressed: boolean,
  ) {
    super(place, cell, index, depth, up, element);
    this.type = type;
    this.dressed = dressed;
  }
}

/** Something pressed, with what it says. */
abstract class Said extends Base {
  readonly text: string;

  constructor(
    place: Place,
    cell: Cell | null,
    index: number,
    depth: number,
    up: number,
    element: HTMLElement,
    text: string,
  ) {
    super(place, cell, index, depth, up, element);
    this.text = text;
  }
}

/** A link to elsewhere: in the expert's view it stands for a link field. Its text is a text of the line as well. */
export class LinkToken extends Said {
  readonly kind = 'link';

  get href(): string {
    return this.element.getAttribute('href') ?? '';
  }
}

/** A button that is no heading; «Добавить ссылку» belongs to a position. */
export class ButtonToken extends Said {
  readonly kind = 'button';
}

export type Token = TextToken | FieldToken | LinkToken | ButtonToken;

/** Depth of the nearest common ancestor of two tokens, `from` < `to`. */
export function commonDepth(tokens: readonly Token[], from: number, to: number): number {
  let depth = Number.POSITIVE_INFINITY;
  for (let i = from + 1; i <= to; i++) depth = Math.min(depth, (tokens[i] as Token).up);
  return depth;
}

/** One past the last token inside the ancestor at `depth` of token `from`. */
export function rangeEnd(tokens: readonly Token[], from: number, depth: number): number {
  let i = from + 1;
  while (i < tokens.length && (tokens[i] as Token).up >= depth) i++;
  return i;
}

/** First token inside the ancestor at `depth` of token `from`. */
export function rangeStart(tokens: readonly Token[], from: number, depth: number): number {
  let i = from;
  while (i > 0 && (tokens[i] as Token).up >= depth) i--;
  return i;
}
