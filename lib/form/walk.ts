import { collapse } from '../reference/text.ts';
import { readAriaGrid, readStyledTable, readTable } from './grid.ts';
import { announces, rankOf } from './headings.ts';
import { hiddenByStyle } from './hidden.ts';
import type { Cell, Hidden, Place, Segment, TextToken, Token } from './token.ts';
import { isAdd, isLabelText, labelRole, pointsOf, words } from './words.ts';

const INLINE = new Set(
  'span b i em strong a u sub sup small font abbr mark wbr nobr s code time bdi bdo ins del q cite var acronym big tt dfn kbd strike img picture'.split(
    ' ',
  ),
);
const SKIP = new Set(
  'script style template noscript head svg canvas object video audio datalist option colgroup embed math meter progress'.split(
    ' ',
  ),
);
const PLAIN = /^(?:|text|url|search|email|tel|number)$/;
/** Elements that need a closer look: everything else is walked without asking for an attribute. */
const MARKED =
  '[role],section[aria-label],fieldset[aria-label],article[aria-label],table[aria-label],[hidden],[aria-hidden="true"],[style*="none"],[style*="table"],[style*="hidden"],[contenteditable],[aria-modal],[class*="modal"],[class*="popup"]';
const ASIDE =
  /^(?:navigation|search|banner|contentinfo|menu|menubar|toolbar|alert|status|log|listbox|menuitem|complementary)$/;
const NAMED_ROLE = /^(?:group|region|treeitem|rowgroup|tabpanel|article|listitem|row)$/;
const NAMED_TAG = /^(?:section|fieldset|article|table)$/;
const MODAL = /(?:^|\s)(?:modal|popup|ui-dialog)(?:$|\s)/i;

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
  /** Password, file and search fields met: they speak about the page. */
  readonly foreign: readonly Element[];
  /** Frames and shadow roots walked into: an observer has to be put on each. */
  readonly roots: readonly (Document | ShadowRoot)[];
}

/**
 * Reads the page into a line of tokens. Pure reading: nothing is changed, focused or fetched. Same-origin frames are
 * read with `frames`; the content script runs in every frame itself and leaves them out. With `links`, links to
 * elsewhere become tokens and part the text around them: for the expert's view.
 */
export function walk(root: Document | Element, { frames = false, links = false } = {}): Walked {
  const tokens: Token[] = [];
  const hiddenBoxes: Hidden[] = [];
  const tabs: Element[] = [];
  const breadcrumbs: Element[] = [];
  const foreign: Element[] = [];
  const roots: (Document | ShadowRoot)[] = [];
  const cells = new Map<Element, Cell>();
  let marked = new Set<Element>();
  let hiddenStyle = new Set<Element>();
  /** Smallest depth visited since the last text or field. */
  let low = 0;
  let depth = 0;
  let block: {
    segments: Segment[];
    up: number;
    low: number;
    depth: number;
    place: Place;
    broken: boolean;
  } | null = null;
  let broken = false;

  const enterRoot = (node: ParentNode, document: Document): void => {
    for (const element of node.querySelectorAll(MARKED)) marked.add(element);
    for (const element of hiddenByStyle(node, document)) {
      hiddenStyle.add(element);
      marked.add(element);
    }
  };

  const flush = (): void => {
    const open = block;
    block = null;
    if (!open) return;
    let element = (open.segments[0] as Segment).element;
    for (let d = open.depth; d > open.low && element.parentElement; d--) element = element.parentElement;
    const pieces = separate(open.segments);
    pieces.forEach((segments, i) => {
      const text = withoutSign(collapse(segments.map((s) => s.text).join('')));
      if (text === '') return;
      const own = pieces.length > 1 ? (segments[0] as Segment).element : element;
      const token: TextToken = {
        ...open.place,
        kind: 'text',
        index: tokens.length,
        element: own,
        depth: open.low,
        up: i === 0 ? open.up : open.low,
        text,
        segments,
        brokenBefore: open.broken,
      };
      tokens.push(token);
    });
  };

  const addText = (text: string, element: Element, place: Place): void => {
    if (block && block.place.hidden !== place.hidden) return;
    if (!block) {
      block = { segments: [], up: Math.min(low, depth), low: depth, depth, place, broken };
      broken = false;
    } else block.low = Math.min(block.low, low);
    block.segments.push({ text, element });
    low = depth;
  };

  const addField = (element: HTMLElement, type: string, place: Place): void => {
    flush();
    tokens.push({
      ...place,
      kind: 'field',
      index: tokens.length,
      element,
      depth,
      up: Math.min(low, depth - 1),
      type,
    });
    low = depth - 1;
    broken = false;
  };

  const addLink = (element: HTMLElement, href: string, place: Place): void => {
    flush();
    tokens.push({
      ...place,
      kind: 'link',
      index: tokens.length,
      element,
      href,
      depth,
      up: Math.min(low, depth - 1),
      text: collapse(element.textContent ?? ''),
    });
    low = depth - 1;
  };

  /** A group whose name only `aria-label` tells: as good as a heading at its beginning. */
  const sayName = (element: Element, name: string, role: string | null, place: Place): void => {
    if (!marked.has(element) || !(NAMED_ROLE.test(role ?? '') || NAMED_TAG.test(name))) return;
    const text = collapse(element.getAttribute('aria-label') ?? '');
    if (words(text) < 2 && rankOf(text) === null) return;
    addText(text, element, { ...place, level: 7 });
    flush();
  };

  const addButton = (element: HTMLElement, place: Place): void => {
    flush();
    const label = element.getAttribute('value') || element.getAttribute('aria-label') || element.title;
    const text = collapse(element.textContent || label || '');
    tokens.push({
      ...place,
      kind: 'button',
      index: tokens.length,
      element,
      depth,
      up: Math.min(low, depth - 1),
      text,
    });
    low = depth - 1;
  };

  const children = (parent: Element | ShadowRoot, place: Place): void => {
    const owner = parent.nodeType === 11 ? (parent as ShadowRoot).host : (parent as Element);
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) {
        const text = (node as Text).data;
        if (block || /\S/.test(text)) addText(text, owner, place);
      } else if (node.nodeType === 1) visit(node as Element, place);
    }
  };

  const visit = (element: Element, outer: Place): void => {
    const name = element.localName;
    if (SKIP.has(name)) return;
    if (name === 'br' || name === 'hr') {
      flush();
      broken = name === 'br';
      return;
    }
    if (depth > 400) return;
    depth++;
    const inline = INLINE.has(name);
    if (!inline && name !== 'input') {
      flush();
      broken = false;
    }
    let place = outer;
    let entered: Hidden | null = null;
    if (marked.has(element)) {
      place = special(element, place);
      if (place.hidden !== outer.hidden) {
        entered = place.hidden;
        if (entered && !inline) entered.start = tokens.length;
      }
    }
    content(element, name, place, inline);
    if (!inline) flush();
    if (entered) entered.end = tokens.length;
    depth--;
    low = Math.min(low, depth);
  };

  /** Attributes that change what everything inside means. */
  const special = (element: Element, place: Place): Place => {
    let next = place;
    const role = element.getAttribute('role') ?? '';
    const style = element.getAttribute('style') ?? '';
    if (
      element.hasAttribute('hidden') ||
      hiddenStyle.has(element) ||
      element.getAttribute('aria-hidden') === 'true' ||
      /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
    ) {
      const box: Hidden = { element, outer: place.hidden, start: 0, end: 0, template: false };
      hiddenBoxes.push(box);
      next = { ...next, hidden: box };
    }
    if (ASIDE.test(role)) next = { ...next, aside: true };
    if (
      /^(?:alert)?dialog$/.test(role) ||
      element.getAttribute('aria-modal') === 'true' ||
      MODAL.test(element.className.toString())
    )
      next = { ...next, dialog: element };
    // A row of a tree grid says how deep it stands.
    if (role === 'row' && element.hasAttribute('aria-level'))
      next = { ...next, level: Math.min(6, Number(element.getAttribute('aria-level')) || 0) };
    if (role === 'heading') next = { ...next, level: Number(element.getAttribute('aria-level') ?? '2') || 2 };
    if (/^(?:grid|table|treegrid)$/.test(role) && element.localName !== 'table')
      readAriaGrid(element, place.cell, cells);
    else if (/display\s*:\s*table\s*(?:;|$)/i.test(style) && element.localName !== 'table')
      readStyledTable(element, place.cell, cells);
    const cell = element.localName !== 'td' && element.localName !== 'th' ? cells.get(element) : undefined;
    if (cell) next = { ...next, cell };
    return next;
  };

  const content = (element: Element, name: string, outer: Place, inline: boolean): void => {
    let place = outer;
    const role = marked.has(element) ? element.getAttribute('role') : null;
    if (role === 'tablist' && !element.querySelector('[role="tabpanel"],input,textarea')) {
      tabs.push(...element.querySelectorAll('[role="tab"]'));
      return;
    }
    if (role === 'tab') {
      tabs.push(element);
      // A folding list calls its heads tabs as well; they stand at their panel.
      if (!element.closest('[role="tablist"]')?.querySelector('[role="tabpanel"],input,textarea')) return;
      place = aimed(element, '', { ...place, level: 7 });
    }
    if (role === 'tooltip') return;
    sayName(element, name, role, place);
    if (marked.has(element) && isRich(element)) {
      addField(element as HTMLElement, 'rich', place);
      return;
    }
    switch (name) {
      case 'input': {
        const type = ((element as HTMLInputElement).getAttribute('type') ?? '').toLowerCase();
        const known =
          /^(?:hidden|checkbox|radio|submit|button|image|reset|file|password|date|color|range|datetime-local|month|week|time)$/;
        if (type === 'password' || type === 'file' || type === 'search') foreign.push(element);
        if (PLAIN.test(type) || !known.test(type))
          addField(element as HTMLElement, type === 'url' || type === 'number' ? type : 'text', place);
        else if (type === 'button' || type === 'submit') addButton(element as HTMLElement, place);
        else if (type !== 'hidden') flush();
        return;
      }
      case 'textarea':
        addField(element as HTMLElement, 'textarea', place);
        return;
      case 'select':
        addField(element as HTMLElement, 'select', place);
        return;
      case 'iframe': {
        const inner = frames ? frameDocument(element) : null;
        if (inner?.body) {
          roots.push(inner);
          enterRoot(inner, inner);
          children(inner.body, place);
        }
        return;
      }
      case 'table':
        readTable(element, place.cell, cells);
        break;
      case 'td':
      case 'th': {
        const cell = cells.get(element);
        if (cell) place = { ...place, cell };
        break;
      }
      case 'nav':
      case 'footer':
      case 'aside':
        if (isBreadcrumbs(element)) breadcrumbs.push(element);
        place = { ...place, aside: true };
        break;
      case 'dialog':
        place = { ...place, dialog: element };
        break;
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        place = { ...place, level: Number(name[1]) };
        break;
      case 'legend':
      case 'caption':
      case 'summary':
        place = { ...place, level: place.level || 7 };
        break;
      case 'b':
      case 'strong':
        place = { ...place, bold: true };
        break;
      case 'label':
        place = { ...place, label: element };
        break;
      case 'button':
        if (!isHeadingButton(element, place)) {
          addButton(element as HTMLElement, place);
          return;
        }
        place = aimed(element, '', { ...place, button: true, level: place.level || 7 });
        break;
      case 'a': {
        const href = element.getAttribute('href') ?? '';
        if (/^#|^$|^javascript:/i.test(href)) {
          if (href.length > 1 && href.startsWith('#')) tabs.push(element);
          if (
            (role === 'button' && !isHeadingButton(element, place)) ||
            isAdd(collapse(element.textContent ?? ''))
          ) {
            addButton(element as HTMLElement, place);
            return;
          }
        } else if (!/^(?:mailto|tel|data|blob):/i.test(href)) {
          if (links) addLink(element as HTMLElement, href, place);
          place = { ...place, link: true };
        }
        place = aimed(element, href.startsWith('#') ? href.slice(1) : '', place);
        break;
      }
      default:
        if (role === 'button' && !isHeadingButton(element, place)) {
          addButton(element as HTMLElement, place);
          return;
        }
        if (
          !inline &&
          (name === 'ol' || name === 'ul' || name === 'div' || name === 'p') &&
          isBreadcrumbs(element)
        ) {
          breadcrumbs.push(element);
          place = { ...place, aside: true };
        }
    }
    const shadow = openShadow(element);
    if (shadow) {
      roots.push(shadow);
      enterRoot(shadow, element.ownerDocument);
      children(shadow, place);
    } else children(element, place);
    if ((links && name === 'a') || place.target !== outer.target) flush();
  };

  /** A tab, or the head of a folding panel, rules over the panel it opens and over nothing else. */
  const aimed = (element: Element, id: string, place: Place): Place => {
    const key = id || element.getAttribute('aria-controls') || '';
    const target = key ? element.ownerDocument.getElementById(key) : null;
    if (!target || target.contains(element)) return place;
    flush();
    return { ...place, target };
  };

  const start = root.nodeType === 9 ? (root as Document).body : (root as Element);
  if (start) {
    const document = root.nodeType === 9 ? (root as Document) : (root as Element).ownerDocument;
    marked = new Set();
    hiddenStyle = new Set();
    enterRoot(root, document);
    visit(start, OUTSIDE);
  }
  return { tokens, hidden: hiddenBoxes, tabs, breadcrumbs, foreign, roots };
}

/**
 * Neighbouring inline elements that are each a column label, or that touch like «1.4Журнал», are several texts; parts of
 * one text go on in lower case or stand apart.
 */
function separate(segments: Segment[]): Segment[][] {
  if (segments.length < 2) return [segments];
  const solid = segments.filter((s) => /\S/.test(s.text));
  const labels = solid.filter(
    (s) => pointsOf(collapse(s.text)) === null && isLabelText(collapse(s.text)) && labelRole(s.text) !== null,
  );
  const rest = solid.filter((s) => !labels.includes(s) && /\p{L}/u.test(s.text));
  if (labels.length >= 2 && rest.every((s) => isLabelText(collapse(s.text)) || announces(s.text) !== null))
    return solid.map((s) => [s]);
  const pieces: Segment[][] = [[]];
  segments.forEach((segment, i) => {
    const before = segments[i - 1];
    const touch =
      before &&
      before.element !== segment.element &&
      before.element.parentElement === segment.element.parentElement &&
      /\p{L}.*[\p{Ll}\d]$/su.test(before.text) &&
      /^\p{Lu}\p{Ll}/u.test(segment.text);
    if (touch) pieces.push([segment]);
    else (pieces.at(-1) as Segment[]).push(segment);
  });
  return pieces;
}

/** A text without the arrow of the tree or panel it heads. */
function withoutSign(text: string): string {
  return text.charCodeAt(0) < 0x2190 ? text : text.replace(/^[▸▾▼▲►◄▶◀▿▹◂☰⌄⌃]+\s*(?=\S)/u, '');
}

function isRich(element: Element): boolean {
  const value = element.getAttribute('contenteditable');
  if (value !== null && value !== 'false') return true;
  return (
    element.getAttribute('role') === 'textbox' &&
    !/^(?:input|textarea)$/.test(element.localName) &&
    value !== null
  );
}

function isBreadcrumbs(element: Element): boolean {
  const name = `${element.className} ${element.id} ${element.getAttribute('aria-label') ?? ''}`;
  return /bread-?crumb|хлебн|цепочк|вы здесь|навигационн\S+ путь/i.test(name);
}

/** Buttons that open a panel are its heading; others («Добавить», «✕») are only buttons. */
function isHeadingButton(element: Element, place: Place): boolean {
  const text = collapse(element.textContent ?? '');
  if (place.level > 0 && words(text) > 1) return true;
  if (element.hasAttribute('aria-expanded') && words(text) > 0)
    return !/^(?:меню|ещё|подробнее|справка|помощь)$/i.test(text);
  return (
    rankOf(text) !== null ||
    (words(text) >= 6 && !/^(?:добав|удал|сохран|отправ|загру|показ|скры)/i.test(text))
  );
}

function frameDocument(frame: Element): Document | null {
  try {
    return (frame as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}

function openShadow(element: Element): ShadowRoot | null {
  return element.shadowRoot ?? null;
}
