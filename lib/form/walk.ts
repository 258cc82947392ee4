import { ElementReader, type WalkOptions } from './elements.ts';
import { MARKED } from './marked.ts';
import type { Scope } from './rest.ts';
import { innerOf } from './roots.ts';
import { complete, type Steps } from './steps.ts';
import type { Cell, Hidden, Place, Token } from './token.ts';

/** What a tag is to the walk, as bits: passed over, part of a line of text, a row of cells, the end of a line … */
const SKIP = 1;
const INLINE = 2;
const ROW = 4;
const BREAK = 8;
/** It can carry a shadow root, or its content stands elsewhere. */
const HOST = 16;
/** It says nothing by itself: only its attributes could. */
const PLAIN = 32;
/** A cell of a table. */
const CELL = 64;
const TAGS = new Map<string, number>();
for (const [bits, names] of [
  [
    SKIP,
    'script style noscript head svg canvas object video audio datalist option colgroup embed math meter progress template',
  ],
  [
    INLINE,
    'span b i em strong a u sub sup small font abbr mark wbr nobr s code time bdi bdo ins del q cite var acronym big tt dfn kbd strike img picture',
  ],
  [ROW, 'table tbody thead tfoot tr'],
  [BREAK, 'br hr'],
  // Tags that can carry a shadow root by the standard; names with a hyphen can as well.
  [
    HOST,
    'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span slot iframe',
  ],
  [
    PLAIN,
    'article blockquote body center dd div dl dt em fieldset figure form header i li main ol p section small span tbody td thead th tfoot tr u ul',
  ],
  [CELL, 'td th'],
] as const)
  for (const name of names.split(' ')) TAGS.set(name, (TAGS.get(name) ?? 0) | bits);

function bitsOf(name: string): number {
  return TAGS.get(name) ?? (name.includes('-') ? HOST : 0);
}

/** Nodes read between two pauses. */
const BATCH = 300;
/** Boxes nested deeper than this are not read. */
const DEEPEST = 400;

const OUTSIDE: Place = {
  hidden: null,
  aside: false,
  dialog: null,
  level: 0,
  label: null,
  link: false,
  bold: false,
  button: false,
  target: null,
};

/** What one walk over the page gives. */
export interface Walked {
  readonly tokens: Token[];
  readonly hidden: readonly Hidden[];
  /** Tabs and other labels that stand apart from what they name: element → its label. */
  readonly tabs: readonly Element[];
  readonly breadcrumbs: readonly Element[];
  readonly menus: readonly Element[];
  /** Frames and shadow roots walked into: an observer has to be put on each. */
  readonly roots: readonly (Document | ShadowRoot)[];
  /** Whether any tree of its own was entered, also one a saved page declares. */
  readonly rooted: boolean;
}

/** An element whose children are being read. Used again and again: one for each depth. */
interface Frame {
  next: Node | null;
  /** Children out of the tree's order: nodes put into a slot. */
  list: readonly Node[] | null;
  owner: Element;
  place: Place;
  cell: Cell | null;
  row: boolean;
  inline: boolean;
  flush: boolean;
  entered: Hidden | null;
}

/** Reads the page into a line of tokens. Pure reading: nothing is changed, focused or fetched. */
export function walk(root: Document | Element, options: WalkOptions = {}): Walked {
  return complete(walkInSteps(root, options));
}

/** The same in steps. */
export function* walkInSteps(root: Document | Element, options: WalkOptions = {}): Steps<Walked> {
  const walker = new Walker(root, options);
  walker.begin();
  yield;
  while (!walker.run(BATCH)) yield;
  return walker.walked;
}

/** A walk that can be stopped between two nodes and go on later. */
export class Walker extends ElementReader {
  private readonly roots: (Document | ShadowRoot)[] = [];
  private rooted = false;
  /** Frames in use are the first `height`. */
  private readonly stack: Frame[] = [];
  private height = 0;
  private readonly skip: ReadonlySet<Element> | undefined;
  private readonly scope: Scope | undefined;
  private readonly root: Document | Element;

  constructor(root: Document | Element, options: WalkOptions) {
    super(options);
    this.skip = options.skip;
    this.scope = options.scope;
    this.root = root;
  }

  /** Finds what needs a closer look, and stands at the beginning then. */
  begin(): void {
    const { root } = this;
    const whole = root.nodeType === 9;
    const start = whole ? (root as Document).body : (root as Element);
    if (!start) return;
    this.marks.enter(root, whole ? (root as Document) : start.ownerDocument);
    this.visit(start, OUTSIDE);
  }

  get walked(): Walked {
    const { line, marks, tabs, breadcrumbs, menus, roots, rooted } = this;
    return { tokens: line.tokens, hidden: marks.hiddenBoxes, tabs, breadcrumbs, menus, roots, rooted };
  }

  /** Reads on until the end, or for so many nodes; true when all is read. */
  run(most = Number.POSITIVE_INFINITY): boolean {
    const { stack, line } = this;
    let visited = 0;
    while (this.height > 0) {
      const frame = stack[this.height - 1] as Frame;
      if (++visited > most) return false;
      const node = frame.next;
      line.cell = frame.cell;
      if (!node) {
        this.height--;
        this.leave(frame.inline, frame.flush, frame.entered);
        continue;
      }
      if (frame.list) frame.next = frame.list[frame.list.indexOf(node) + 1] ?? null;
      else frame.next = frame.row ? (node as Element).nextElementSibling : node.nextSibling;
      const type = node.nodeType;
      if (type === 1) this.visit(node as Element, frame.place);
      else if (type === 3) {
        const text = (node as Text).data;
        if (line.open || (text.length > 1 ? /\S/.test(text) : text.charCodeAt(0) > 32))
          line.text(text, frame.owner, frame.place);
      }
    }
    // Nothing of the page is held by frames that wait for another walk.
    stack.length = 0;
    return true;
  }

  private leave(inline: boolean, flush: boolean, entered: Hidden | null): void {
    const { line } = this;
    if (flush || !inline) line.flush();
    if (entered) entered.end = line.tokens.length;
    line.depth--;
    if (line.depth < line.low) line.low = line.depth;
  }

  private visit(element: Element, outer: Place): void {
    const name = element.localName;
    const bits = bitsOf(name);
    if ((bits & SKIP) !== 0 || this.skip?.has(element)) return;
    const { line, marks } = this;
    if ((bits & BREAK) !== 0) {
      line.flush();
      line.broken = name === 'br';
      return;
    }
    if (line.depth > DEEPEST) return;
    line.depth++;
    const inline = (bits & INLINE) !== 0;
    if (!inline && name !== 'input') {
      line.flush();
      line.broken = false;
    }
    let place = outer;
    let entered: Hidden | null = null;
    // The box one asks to read is read whatever it says of itself.
    const look = element === this.root ? 0 : marks.look(element);
    const marked = (look & MARKED) !== 0;
    if (marked) {
      place = marks.place(element, outer, line.cell, this.cells);
      if (place.hidden !== outer.hidden) {
        entered = place.hidden;
        if (entered && !inline) entered.start = line.tokens.length;
      }
    }
    if (marked || (bits & CELL) !== 0) line.cell = this.cells.get(element) ?? line.cell;
    let flush = false;
    if (marked || (bits & PLAIN) === 0) {
      const own = this.content(element, name, place, inline, look);
      if (!own) {
        this.leave(inline, false, entered);
        return;
      }
      flush = (this.links && name === 'a') || own.target !== outer.target;
      // A window one asks to read is no window beside the page.
      place = own.dialog && this.height === 0 ? { ...own, dialog: null } : own;
    }
    const frame = this.frame(element, place);
    frame.row = (bits & ROW) !== 0;
    frame.inline = inline;
    frame.flush = flush;
    frame.entered = entered;
    if (frame.row) {
      frame.next = element.firstElementChild;
      if (this.turned.size > 0 && this.turned.has(element)) {
        frame.list = [...this.cells.values()].flatMap((cell) =>
          cell.grid.element === element ? [cell.element] : [],
        );
        frame.next = frame.list[0] ?? null;
      }
    } else if (
      (bits & HOST) !== 0 &&
      (name === 'slot' || name === 'iframe' || marks.declares || element.shadowRoot)
    )
      this.open(frame, element, name);
    else frame.next = element.firstChild;
  }

  /** A frame for an element, put on the stack. */
  private frame(owner: Element, place: Place): Frame {
    const known = this.stack[this.height];
    this.height++;
    if (known) {
      known.list = null;
      known.owner = owner;
      known.place = place;
      known.cell = this.line.cell;
      return known;
    }
    const frame: Frame = {
      next: null,
      list: null,
      owner,
      place,
      cell: this.line.cell,
      row: false,
      inline: false,
      flush: false,
      entered: null,
    };
    this.stack.push(frame);
    return frame;
  }

  /** Where an element's content is: among its children, in its shadow, in another document, or handed to a slot. */
  private open(frame: Frame, element: Element, name: string): void {
    frame.next = element.firstChild;
    const inner = innerOf(element, this.frames, this.marks.declares);
    if (!inner) return;
    if (inner.root) {
      this.rooted = true;
      if (inner.watch) this.roots.push(inner.watch);
      this.marks.enter(
        inner.root,
        inner.watch?.nodeType === 9 ? (inner.watch as Document) : element.ownerDocument,
      );
    }
    if (name === 'iframe' && inner.first) frame.owner = inner.first.parentNode as Element;
    frame.list = inner.list;
    frame.next = inner.list ? (inner.list[0] ?? null) : inner.first;
  }
}
