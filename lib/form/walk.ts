import { collapse } from '../reference/text.ts';
import { readTable } from './grid.ts';
import { announces, rankOf } from './headings.ts';
import { isBreadcrumbs, isHeadingButton, isRich, isSideHeading, tabOfBarePanel } from './landmarks.ts';
import { Line } from './line.ts';
import { Marks } from './marked.ts';
import { innerOf } from './roots.ts';
import type { Cell, Hidden, Place, Token } from './token.ts';
import { isAdd, words } from './words.ts';

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
const PLAIN = /^(?:|text|url|search|email|tel|number)$/;
const NO_FIELD =
  /^(?:hidden|checkbox|radio|submit|button|image|reset|file|password|date|color|range|datetime-local|month|week|time)$/;
const NAMED_ROLE = /^(?:group|region|treeitem|rowgroup|tabpanel|article|listitem|row)$/;
const NAMED_TAG = /^(?:section|fieldset|article|table)$/;
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
  /** Frames and shadow roots walked into: an observer has to be put on each. */
  readonly roots: readonly (Document | ShadowRoot)[];
  /** Whether any tree of its own was entered, also one a saved page declares. */
  readonly rooted: boolean;
}

export interface WalkOptions {
  /** Reads same-origin frames too; the content script runs in every frame itself and leaves them out. */
  readonly frames?: boolean;
  /** Links to elsewhere become tokens and part the text around them: for the expert's view. */
  readonly links?: boolean;
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
export class Walker {
  private readonly line = new Line();
  private readonly marks = new Marks();
  private readonly tabs: Element[] = [];
  private readonly breadcrumbs: Element[] = [];
  private readonly roots: (Document | ShadowRoot)[] = [];
  private rooted = false;
  private readonly cells = new Map<Element, Cell>();
  private readonly stack: Frame[] = [];
  private readonly frames: boolean;
  private readonly links: boolean;

  constructor(root: Document | Element, { frames = false, links = false }: WalkOptions) {
    this.frames = frames;
    this.links = links;
    const whole = root.nodeType === 9;
    const start = whole ? (root as Document).body : (root as Element);
    if (!start) return;
    this.marks.enter(root, whole ? (root as Document) : start.ownerDocument);
    this.visit(start, OUTSIDE);
  }

  get walked(): Walked {
    const { line, marks, tabs, breadcrumbs, roots } = this;
    return { tokens: line.tokens, hidden: marks.hiddenBoxes, tabs, breadcrumbs, roots, rooted: this.rooted };
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
    const inner = this.content(element, name, place, inline, marked);
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

  /** What an element itself says; the place its children stand in, or null when they are not to be read. */
  private content(
    element: Element,
    name: string,
    outer: Place,
    inline: boolean,
    marked: boolean,
  ): Place | null {
    let place = outer;
    const role = marked ? element.getAttribute('role') : null;
    if (marked) {
      const tab = role === 'tab' || role === 'tablist' ? this.tab(element, role, place) : place;
      if (!tab || role === 'tooltip') return null;
      place = tab;
      this.sayName(element, name, role, place);
      if (isRich(element)) {
        const cell = this.cells.get(element);
        if (cell) place = { ...place, cell };
        this.line.field(element as HTMLElement, 'rich', place, true);
        return null;
      }
    }
    switch (name) {
      case 'td':
      case 'th': {
        const cell = this.cells.get(element);
        return cell ? { ...place, cell } : place;
      }
      case 'input':
        this.input(element as HTMLInputElement, place);
        return null;
      case 'textarea':
      case 'select':
        if (this.saysLevel(element as HTMLTextAreaElement, place)) return null;
        this.line.field(element as HTMLElement, name, place, this.marks.isDressed(element));
        return null;
      case 'iframe':
        return this.frames ? place : null;
      case 'table':
        readTable(element, place.cell, this.cells);
        return place;
      case 'nav':
      case 'footer':
      case 'aside':
        if (isBreadcrumbs(element)) this.breadcrumbs.push(element);
        return name === 'aside' && isSideHeading(element) ? place : { ...place, aside: true };
      case 'dialog':
        return { ...place, dialog: element };
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        return { ...place, level: Number(name[1]) };
      case 'legend':
      case 'caption':
      case 'summary':
        return { ...place, level: place.level || 7 };
      case 'b':
      case 'strong':
        return { ...place, bold: true };
      case 'label':
        return { ...place, label: element };
      case 'a':
        return this.anchor(element as HTMLElement, role, place);
    }
    if (name === 'button' || role === 'button') {
      if (!isHeadingButton(element, place.level)) {
        this.line.button(element as HTMLElement, place);
        return null;
      }
      if (name === 'button')
        return this.aimed(element, '', { ...place, button: true, level: place.level || 7 });
    }
    if (!inline && marked && /^(?:ol|ul|div|p)$/.test(name) && isBreadcrumbs(element)) {
      this.breadcrumbs.push(element);
      return { ...place, aside: true };
    }
    return place;
  }

  private input(element: HTMLInputElement, place: Place): void {
    const type = (element.getAttribute('type') ?? '').toLowerCase();
    const { line } = this;
    if (PLAIN.test(type) && this.saysLevel(element, place)) return;
    if (PLAIN.test(type) || !NO_FIELD.test(type))
      line.field(
        element,
        type === 'url' || type === 'number' ? type : 'text',
        place,
        this.marks.isDressed(element),
      );
    else if (type === 'button' || type === 'submit') line.button(element, place);
    else if (type !== 'hidden') line.flush();
  }

  /** «Направление: [1.3. …]», «Позиция оценивания» in a locked field: what it holds is a text of the page. */
  private saysLevel(
    element: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement,
    place: Place,
  ): boolean {
    const { line } = this;
    line.flush();
    const before = line.tokens.at(-1);
    if (before?.kind !== 'text' || announces(before.text) === null) return false;
    const select = element.localName === 'select';
    if (!select && !element.hasAttribute('readonly') && !element.hasAttribute('disabled')) return false;
    const text = select
      ? ((element as HTMLSelectElement).selectedOptions[0]?.textContent ?? '')
      : (element as HTMLInputElement).value;
    if (words(text) < 2 || /^[^\p{L}]*(?:все|любо|не выбран|выберите)/iu.test(text)) return false;
    line.text(text, element, place);
    line.flush();
    return true;
  }

  private anchor(element: HTMLElement, role: string | null, outer: Place): Place | null {
    const href = element.getAttribute('href') ?? '';
    let place = outer;
    if (/^#|^$|^javascript:/i.test(href)) {
      if (href.length > 1 && href.startsWith('#')) this.tabs.push(element);
      const button = role === 'button' && !isHeadingButton(element, place.level);
      if (button || isAdd(collapse(element.textContent ?? ''))) {
        this.line.button(element, place);
        return null;
      }
    } else if (!/^(?:mailto|tel|data|blob):/i.test(href)) {
      if (this.links) this.line.link(element, href, place);
      place = { ...place, link: true };
    }
    return this.aimed(element, href.startsWith('#') ? href.slice(1) : '', place);
  }

  /** Tabs are kept apart; null when they are only labels of panels elsewhere. */
  private tab(element: Element, role: string, place: Place): Place | null {
    const panels = '[role="tabpanel"],input,textarea';
    if (role === 'tablist') {
      if (element.querySelector(panels)) return place;
      this.tabs.push(...element.querySelectorAll('[role="tab"]'));
      return null;
    }
    this.tabs.push(element);
    // A folding list calls its heads tabs as well; they stand at their panel.
    if (!element.closest('[role="tablist"]')?.querySelector(panels)) return null;
    return this.aimed(element, '', { ...place, level: 7 });
  }

  /** A group whose name only `aria-label` tells: as good as a heading at its beginning. */
  private sayName(element: Element, name: string, role: string | null, place: Place): void {
    if (!NAMED_ROLE.test(role ?? '') && !NAMED_TAG.test(name)) return;
    if (role === 'tabpanel') {
      const tab = tabOfBarePanel(element);
      if (tab) this.line.text(tab.textContent ?? '', tab, place);
      this.line.flush();
    }
    const text = collapse(element.getAttribute('aria-label') ?? '');
    if (words(text) < 2 && rankOf(text) === null) return;
    this.line.text(text, element, { ...place, level: 7 });
    this.line.flush();
  }

  /** A tab, or the head of a folding panel, rules over the panel it opens and over nothing else. */
  private aimed(element: Element, id: string, place: Place): Place {
    const key = id || element.getAttribute('aria-controls') || '';
    const target = key ? element.ownerDocument.getElementById(key) : null;
    if (!target || target.contains(element)) return place;
    this.line.flush();
    return { ...place, target };
  }
}
