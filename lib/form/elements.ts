import { collapse } from '../reference/text.ts';
import { readTable } from './grid.ts';
import { announces, rankOf } from './headings.ts';
import {
  isBreadcrumbs,
  isHeadingButton,
  isPanelHead,
  isRich,
  isSideHeading,
  isTreeMenu,
  standsAtPanel,
  tabOfBarePanel,
} from './landmarks.ts';
import { Line } from './line.ts';
import { DRESSED, MARKED, Marks } from './marked.ts';
import type { Scope } from './rest.ts';
import type { Cell, Place } from './token.ts';
import { isAdd, words } from './words.ts';

const PLAIN = /^(?:|text|url|search|email|tel|number)$/;
const NO_FIELD =
  /^(?:hidden|checkbox|radio|submit|button|image|reset|file|password|date|color|range|datetime-local|month|week|time)$/;
const NAMED_ROLE = /^(?:group|region|treeitem|rowgroup|tabpanel|article|listitem|row)$/;
const NAMED_TAG = /^(?:section|fieldset|article|table)$/;

export interface WalkOptions {
  /** Boxes that are passed over. */
  readonly skip?: ReadonlySet<Element>;
  /** The page without those boxes, to look for marked elements in. */
  readonly scope?: Scope;
  /** Reads same-origin frames too; the content script runs in every frame itself and leaves them out. */
  readonly frames?: boolean;
  /** Links to elsewhere become tokens and part the text around them: for the expert's view. */
  readonly links?: boolean;
}

/** What single elements say while a page is walked: fields, buttons, headings, tabs. */
export abstract class ElementReader {
  protected readonly line = new Line();
  protected readonly marks = new Marks();
  protected readonly tabs: Element[] = [];
  protected readonly breadcrumbs: Element[] = [];
  protected readonly menus: Element[] = [];
  /** Tables on their side, whose cells are read column by column. */
  protected readonly turned = new Set<Element>();
  protected readonly cells = new Map<Element, Cell>();
  /** Name of the group of radio buttons met last. */
  private radios = '';
  /** Same-origin frames are read. */
  protected readonly frames: boolean;
  /** Links to elsewhere become tokens. */
  protected readonly links: boolean;

  constructor({ frames = false, links = false }: WalkOptions) {
    this.frames = frames;
    this.links = links;
  }

  /** What an element itself says; the place its children stand in, or null when they are not to be read. */
  protected content(
    element: Element,
    name: string,
    outer: Place,
    inline: boolean,
    look: number,
  ): Place | null {
    let place = outer;
    const marked = (look & MARKED) !== 0;
    const dressed = (look & DRESSED) !== 0;
    const role = marked ? element.getAttribute('role') : null;
    if (marked) {
      const tab = role === 'tab' || role === 'tablist' ? this.tab(element, role, place) : place;
      if (!tab || role === 'tooltip') return null;
      place = tab;
      // The name of a drawn sign («keyboard_arrow_down»), kept from screen readers: nobody reads it.
      if (
        inline &&
        element.getAttribute('aria-hidden') === 'true' &&
        /^\s*[a-z0-9_]*\s*$/.test(element.textContent ?? '')
      )
        return null;
      if (role === 'tree' && isTreeMenu(element, this.links)) {
        this.menus.push(element);
        place = { ...place, aside: true };
      }
      this.sayName(element, name, role, place);
      if (isRich(element)) {
        this.line.field(element as HTMLElement, 'rich', place, true);
        return null;
      }
    }
    switch (name) {
      case 'input':
        this.input(element as HTMLInputElement, place, dressed);
        return null;
      case 'textarea':
      case 'select':
        if (this.saysLevel(element as HTMLTextAreaElement, place)) return null;
        this.line.field(element as HTMLElement, name, place, dressed);
        return null;
      case 'iframe':
        return this.frames ? place : null;
      case 'table':
        if (readTable(element, this.line.cell, this.cells).turned) this.turned.add(element);
        return place;
      case 'nav':
      case 'footer':
      case 'aside':
        if (isBreadcrumbs(element)) this.breadcrumbs.push(element);
        else if (name === 'nav') this.menus.push(element);
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
      if (isPanelHead(element)) return { ...place, level: place.level || 7 };
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

  private input(element: HTMLInputElement, place: Place, dressed: boolean): void {
    const type = (element.getAttribute('type') ?? '').toLowerCase();
    const { line } = this;
    if (PLAIN.test(type) && this.saysLevel(element, place)) return;
    if (PLAIN.test(type) || !NO_FIELD.test(type))
      line.field(element, type === 'url' || type === 'number' ? type : 'text', place, dressed);
    else if (type === 'button' || type === 'submit') line.button(element, place);
    else if (type === 'radio') this.radio(element, place, dressed);
    else if (type !== 'hidden') line.flush();
  }

  /** Points chosen by radio buttons: the first of a group stands for it. */
  private radio(element: HTMLInputElement, place: Place, dressed: boolean): void {
    const { name } = element;
    const { line } = this;
    line.flush();
    if (name === '' || name === this.radios) return;
    this.radios = name;
    line.field(element, 'radio', place, dressed);
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
      if (this.links) this.line.link(element, place);
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
    const list = element.closest('[role="tablist"]');
    if (list ? !list.querySelector(panels) : !standsAtPanel(element)) return null;
    return this.aimed(element, '', {
      ...place,
      level: /^h[1-6]$/.test(element.localName) ? Number(element.localName[1]) : 7,
    });
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
