import { readAriaGrid, readStyledTable } from './grid.ts';
import { hiddenByStyle } from './hidden.ts';
import type { Scope } from './rest.ts';
import type { Steps } from './steps.ts';
import type { Cell, Hidden, Place } from './token.ts';

/**
 * Elements that need a closer look: everything else is walked without asking for an attribute. Each is a query of its
 * own: browsers answer ten simple ones several times faster than one list of ten.
 */
const MARKS = [
  '[role]',
  '[hidden]',
  '[aria-hidden="true"]',
  '[style]',
  '[contenteditable]',
  '[aria-modal]',
  '.modal',
  '.popup',
  ...['div', 'p', 'ol', 'ul'].flatMap((tag) => [`${tag}[class*="rumb"]`, `${tag}[id*="rumb"]`]),
];
const NAMED = /^(?:section|fieldset|article|table|nav|ol|ul|div|p)$/;
/** Attributes that name or lock a field. */
const DRESSES = [
  '[aria-labelledby]',
  '[title]',
  '[placeholder]',
  '[readonly]',
  '[disabled]',
  '[aria-readonly]',
  '[aria-disabled]',
  '[contenteditable]',
];
const ASIDE =
  /^(?:navigation|search|banner|contentinfo|menu|menubar|toolbar|alert|status|log|listbox|menuitem|complementary)$/;
const MODAL = /(?:^|\s)(?:modal|popup|ui-dialog)(?:$|\s)/i;

/** Elements of a page whose attributes matter, found by a few native queries instead of a question to each. */
export class Marks {
  readonly hiddenBoxes: Hidden[] = [];
  private readonly marked = new Set<Element>();
  private readonly styled = new Set<Element>();
  private readonly dressed = new Set<Element>();
  /** A locked fieldset locks all fields in it: each has to be asked. */
  private locked = false;
  /** Whether a saved page declares shadow roots. */
  declares = false;

  /** Takes in a document, a frame or a shadow root. */
  *enter(root: Scope, document: Document): Steps<void> {
    for (const mark of MARKS) {
      for (const element of root.querySelectorAll(mark)) this.marked.add(element);
      yield;
    }
    for (const dress of DRESSES) {
      for (const element of root.querySelectorAll(dress)) this.dressed.add(element);
      yield;
    }
    for (const element of root.querySelectorAll('[aria-label]'))
      (NAMED.test(element.localName) ? this.marked : this.dressed).add(element);
    this.locked ||= root.querySelector('fieldset[disabled]') !== null;
    this.declares ||= root.querySelector('template[shadowrootmode]') !== null;
    for (const element of hiddenByStyle(root, document)) {
      this.styled.add(element);
      this.marked.add(element);
    }
  }

  /** Whether an element's attributes have to be read. */
  has(element: Element): boolean {
    return this.marked.size > 0 && this.marked.has(element);
  }

  /** Whether a field has an attribute that names or locks it. */
  isDressed(element: Element): boolean {
    return this.locked || (this.dressed.size > 0 && this.dressed.has(element));
  }

  /** Attributes that change what everything inside a marked element means. */
  place(element: Element, place: Place, cells: Map<Element, Cell>): Place {
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
      if (/^(?:grid|table|treegrid)$/.test(role)) readAriaGrid(element, place.cell, cells);
      else if (/display\s*:\s*table\s*(?:;|$)/i.test(style)) readStyledTable(element, place.cell, cells);
    }
    const cell = element.localName !== 'td' && element.localName !== 'th' ? cells.get(element) : undefined;
    if (cell) next = { ...next, cell };
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
