import { ElementReader, type WalkOptions } from './elements.ts';
import { innerOf } from './roots.ts';
import type { Hidden, Place, Token } from './token.ts';

/** What a tag is to the walk: passed over, part of a line of text, a row of cells, or a box. */
const SKIP = 1;
const INLINE = 2;
const ROW = 3;
const KINDS = new Map<string, number>([
  ...'script style noscript head svg canvas object video audio datalist option colgroup embed math meter progress'
    .split(' ')
    .map((name): [string, number] => [name, SKIP]),
  ...'span b i em strong a u sub sup small font abbr mark wbr nobr s code time bdi bdo ins del q cite var acronym big tt dfn kbd strike img picture'
    .split(' ')
    .map((name): [string, number] => [name, INLINE]),
  ...'table tbody thead tfoot tr'.split(' ').map((name): [string, number] => [name, ROW]),
]);
/** Tags that can carry a shadow root by the standard; names with a hyphen can as well. */
const HOSTS = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);
/** Boxes nested deeper than this are not read. */
const DEEPEST = 400;

const OUTSIDE: Place = {
  cell: null,
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

/** An element whose children are being read. */
interface Frame {
  next: Node | null;
  /** Children out of the tree's order: nodes put into a slot. */
  list: readonly Node[] | null;
  owner: Element;
  place: Place;
  row: boolean;
  inline: boolean;
  flush: boolean;
  entered: Hidden | null;
}

/** Reads the page into a line of tokens. Pure reading: nothing is changed, focused or fetched. */
export function walk(root: Document | Element, options: WalkOptions = {}): Walked {
  const walker = new Walker(root, options);
  walker.run();
  return walker.walked;
}

/** A walk that can be stopped between two nodes and go on later. */
export class Walker extends ElementReader {
  private readonly roots: (Document | ShadowRoot)[] = [];
  private rooted = false;
  private readonly stack: Frame[] = [];

  constructor(root: Document | Element, options: WalkOptions) {
    super(options);
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

  /** Reads on until the end, or until `tired` says so; true when all is read. */
  run(tired?: () => boolean): boolean {
    const { stack, line } = this;
    let visited = 0;
    for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
      if (tired && (++visited & 127) === 0 && tired()) return false;
      const node = frame.next;
      if (!node) {
        stack.pop();
        this.leave(frame);
        continue;
      }
      if (frame.list) frame.next = frame.list[frame.list.indexOf(node) + 1] ?? null;
      else frame.next = frame.row ? (node as Element).nextElementSibling : node.nextSibling;
      const type = node.nodeType;
      if (type === 3) {
        const text = (node as Text).data;
        if (line.open || (text.length > 1 ? /\S/.test(text) : text.charCodeAt(0) > 32))
          line.text(text, frame.owner, frame.place);
      } else if (type === 1) this.visit(node as Element, frame.place);
    }
    return true;
  }

  private leave({ inline, flush, entered }: Frame): void {
    const { line } = this;
    if (flush || !inline) line.flush();
    if (entered) entered.end = line.tokens.length;
    line.depth--;
    if (line.depth < line.low) line.low = line.depth;
  }

  private visit(element: Element, outer: Place): void {
    const name = element.localName;
    const kind = KINDS.get(name);
    if (kind === SKIP || name === 'template') return;
    const { line } = this;
    if (name === 'br' || name === 'hr') {
      line.flush();
      line.broken = name === 'br';
      return;
    }
    if (line.depth > DEEPEST) return;
    line.depth++;
    const inline = kind === INLINE;
    if (!inline && name !== 'input') {
      line.flush();
      line.broken = false;
    }
    let place = outer;
    let entered: Hidden | null = null;
    const marked = this.marks.has(element);
    if (marked) {
      place = this.marks.place(element, outer, this.cells);
      if (place.hidden !== outer.hidden) {
        entered = place.hidden;
        if (entered && !inline) entered.start = line.tokens.length;
      }
    }
    const own = this.content(element, name, place, inline, marked);
    // A window one asks to read is no window beside the page.
    const inner = own?.dialog && this.stack.length === 0 ? { ...own, dialog: null } : own;
    const frame: Frame = {
      next: null,
      list: null,
      owner: element,
      place: inner ?? place,
      row: kind === ROW,
      inline,
      flush: inner !== null && ((this.links && name === 'a') || inner.target !== outer.target),
      entered,
    };
    if (!inner) {
      this.leave(frame);
      return;
    }
    this.open(frame, element, name);
    this.stack.push(frame);
  }

  /** Where an element's content is: among its children, in its shadow, in another document, or handed to a slot. */
  private open(frame: Frame, element: Element, name: string): void {
    if (frame.row) {
      frame.next = element.firstElementChild;
      if (this.turned.size > 0 && this.turned.has(element)) {
        frame.list = [...this.cells.values()].flatMap((cell) =>
          cell.grid.element === element ? [cell.element] : [],
        );
        frame.next = frame.list[0] ?? null;
      }
      return;
    }
    if (HOSTS.has(name) || name === 'slot' || name === 'iframe' || name.includes('-')) {
      const inner = innerOf(element, this.frames, this.marks.declares);
      if (inner) {
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
        return;
      }
    }
    frame.next = element.firstChild;
  }
}
