import { readAriaGrid, readStyledTable } from './grid.ts';
import { hiddenByStyle } from './hidden.ts';
import { memo } from './memo.ts';
import type { Scope } from './rest.ts';
import type { Cell, Hidden, Place } from './token.ts';

/** An element whose attributes have to be read. */
export const MARKED = 1;
/** A field that has an attribute that names or locks it. */
export const DRESSED = 2;
/** Attributes of which the value or the element's tag decides. */
const NAME = 4;
const CLASS = 8;
const ID = 16;
const HIDES = 32;
/** What the name of an attribute asks for: all other attributes ask for nothing. */
const ATTRIBUTES: ReadonlyMap<string, number> = new Map([
  ['role', MARKED],
  ['hidden', MARKED],
  ['style', MARKED],
  ['aria-modal', MARKED],
  ['contenteditable', MARKED | DRESSED],
  ['aria-labelledby', DRESSED],
  ['title', DRESSED],
  ['placeholder', DRESSED],
  ['readonly', DRESSED],
  ['disabled', DRESSED],
  ['aria-readonly', DRESSED],
  ['aria-disabled', DRESSED],
  ['aria-label', NAME],
  ['class', CLASS],
  ['id', ID],
  ['aria-hidden', HIDES],
]);
const NAMED = /^(?:section|fieldset|article|table|nav|ol|ul|div|p)$/;
/** Elements that breadcrumbs are made of. */
const CRUMBS = /^(?:div|p|ol|ul)$/;

const MODAL_CLASS = 1;
const CRUMB_CLASS = 2;
/** What a class attribute says: a page has few different ones. */
const saidByClass = memo((names): number => {
  if (/(?:^|\s)(?:modal|popup)(?:$|\s)/.test(names)) return MODAL_CLASS;
  return names.includes('rumb') ? CRUMB_CLASS : 0;
});

const ASIDE =
  /^(?:navigation|search|banner|contentinfo|menu|menubar|toolbar|alert|status|log|listbox|menuitem|complementary)$/;
const MODAL = /(?:^|\s)(?:modal|popup|ui-dialog)(?:$|\s)/i;

/** Tells which elements' attributes matter: most have none, or a class only. */
export class Marks {
  readonly hiddenBoxes: Hidden[] = [];
  private readonly styled = new Set<Element>();
  /** A locked fieldset locks all fields in it: each has to be asked. */
  private locked = false;
  /** Whether a saved page declares shadow roots. */
  declares = false;

  /** Takes in a document, a frame or a shadow root. */
  enter(root: Scope, document: Document): void {
    this.locked ||= root.querySelector('fieldset[disabled]') !== null;
    this.declares ||= root.querySelector('template[shadowrootmode]') !== null;
    for (const element of hiddenByStyle(root, document)) this.styled.add(element);
  }

  /** What an element's attributes ask for, as bits: `MARKED`, `DRESSED`. */
  look(element: Element): number {
    const base =
      (this.locked ? DRESSED : 0) | (this.styled.size > 0 && this.styled.has(element) ? MARKED : 0);
    if (!element.hasAttributes()) return base;
    let bits = 0;
    for (const name of element.getAttributeNames()) bits |= ATTRIBUTES.get(name) ?? 0;
    // Most elements stop here: they have a class, or what only their tag asks about.
    const sure = base | (bits & (MARKED | DRESSED));
    return (bits & ~(MARKED | DRESSED)) === 0 ? sure : sure | this.closer(element, bits);
  }

  /** Bits that depend on values and on the tag. */
  private closer(element: Element, bits: number): number {
    const { localName } = element;
    const said = (bits & CLASS) === 0 ? 0 : saidByClass(element.getAttribute('class') ?? '');
    if (said === MODAL_CLASS || (said === CRUMB_CLASS && CRUMBS.test(localName))) return MARKED;
    if ((bits & ID) !== 0 && CRUMBS.test(localName) && element.id.includes('rumb')) return MARKED;
    const named = (bits & NAME) === 0 ? 0 : NAMED.test(localName) ? MARKED : DRESSED;
    const hidden = (bits & HIDES) !== 0 && element.getAttribute('aria-hidden') === 'true';
    return hidden ? named | MARKED : named;
  }

  /** Attributes that change what everything inside a marked element means. */
  place(element: Element, place: Place, outer: Cell | null, cells: Map<Element, Cell>): Place {
    let next = place;
    const role = element.getAttribute('role') ?? '';
    const style = element.getAttribute('style') ?? '';
    if (this.isHidden(element, style)) {
      const box: Hidden = { element, outer: place.hidden, start: 0, end: 0, template: false };
      this.hiddenBoxes.push(box);
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
    if (element.localName !== 'table') {
      if (/^(?:grid|table|treegrid)$/.test(role)) readAriaGrid(element, outer, cells);
      else if (/display\s*:\s*table\s*(?:;|$)/i.test(style)) readStyledTable(element, outer, cells);
    }
    return next;
  }

  private isHidden(element: Element, style: string): boolean {
    return (
      element.hasAttribute('hidden') ||
      this.styled.has(element) ||
      element.getAttribute('aria-hidden') === 'true' ||
      /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
    );
  }
}
