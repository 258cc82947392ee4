import { collapse } from '../reference/text.ts';
import { rankOf } from './headings.ts';
import { isHint, isLabelText, words } from './words.ts';

/** Whether an element is edited as rich text. */
export function isRich(element: Element): boolean {
  const value = element.getAttribute('contenteditable');
  if (value === null) return false;
  return (
    value !== 'false' ||
    (element.getAttribute('role') === 'textbox' && !/^(?:input|textarea)$/.test(element.localName))
  );
}

/** Whether an element is the page's breadcrumbs, told by its class, id or label. */
export function isBreadcrumbs(element: Element): boolean {
  const name = `${element.className} ${element.id} ${element.getAttribute('aria-label') ?? ''}`;
  return /bread-?crumb|(?:^|[\s_-])crumbs?(?:$|[\s_-])|хлебн|цепочк|вы здесь|навигационн\S+ путь/i.test(name);
}

/** Buttons that open a panel are its heading; others («Добавить», «✕») are only buttons. */
export function isHeadingButton(element: Element, level: number): boolean {
  const text = collapse(element.textContent ?? '');
  const said = words(text);
  if (said === 0) return false;
  if (level > 0 && said > 1) return true;
  if (element.hasAttribute('aria-expanded')) return !/^(?:меню|ещё|подробнее|справка|помощь)$/i.test(text);
  return (
    rankOf(text) !== null || (said >= 6 && !/^(?:добав|удал|сохран|отправ|загру|показ|скры)/i.test(text))
  );
}

const CHOOSER =
  /(?:^|[\s_-])(?:dropdown(?:list)?|select2?|combo(?:box)?|chosen|picker|multiselect|selectize)(?:$|[\s_-])/i;

/** Whether a text is what a drop-down list drawn by a script shows as chosen. */
export function isChosenValue(element: Element): boolean {
  for (let box: Element | null = element, up = 0; box && up < 4; box = box.parentElement, up++) {
    if (/^(?:combobox|listbox)$/.test(box.getAttribute('role') ?? '')) return true;
    if (box.getAttribute('aria-haspopup') === 'listbox' || CHOOSER.test(box.className.toString()))
      return true;
  }
  return false;
}

/** Whether a tree only leads to other parts of the form: nothing in it can be typed into. */
export function isTreeMenu(tree: Element, shown: boolean): boolean {
  if (
    tree.querySelector(
      'textarea,[contenteditable],input:not([type="checkbox"],[type="radio"],[type="search"])',
    )
  )
    return false;
  return !shown || tree.querySelector('a[href^="http"]') === null;
}

/** What a button asks one to do: «Добавить …», «Проверить ссылки». */
const PRESS =
  /^\P{L}*(?:\p{L}*[аеиоуыюя]ть(?:ся)?|\p{L}*ти|меню|справка|помощь|ещё|еще|подробнее)(?!\p{L})/iu;

/** A box drawn as a button right above the fields or links it folds: the head of a panel, unless it says what to do. */
export function isPanelHead(element: Element): boolean {
  if (/^(?:button|a|input)$/.test(element.localName)) return false;
  const text = collapse(element.textContent ?? '');
  if (words(text) < 2 || PRESS.test(text)) return false;
  const panel = element.nextElementSibling;
  return panel !== null && panel.querySelector('input,textarea,[contenteditable],a[href]') !== null;
}

/** A column beside the fields of a block that names it (track, component), not a side bar of the page. */
export function isSideHeading(element: Element): boolean {
  const { parentElement: box } = element;
  return (
    box !== null &&
    !/^(?:body|main)$/.test(box.localName) &&
    element.querySelector('h1,h2,h3,h4,h5,h6,[role="heading"]') !== null &&
    element.querySelector('a,button,input,textarea,select') === null &&
    box.querySelector('input,textarea,[contenteditable]') !== null &&
    (element.textContent ?? '').length <= 400
  );
}

/** Whether a tab is the head of the panel that follows it in the same box. */
export function standsAtPanel(tab: Element): boolean {
  const id = tab.getAttribute('aria-controls');
  const panel = id ? tab.ownerDocument.getElementById(id) : null;
  return panel !== null && panel.parentElement === tab.parentElement;
}

/** The tab of a panel that holds fields and says nothing itself: the position's text is the tab. */
export function tabOfBarePanel(panel: Element): Element | null {
  if (!panel.querySelector('input,textarea')) return null;
  const document = panel.ownerDocument;
  const nodes = document.createTreeWalker(panel, 4);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const text = collapse((node as Text).data);
    const own = node.parentElement?.localName ?? '';
    if (
      words(text) >= 3 &&
      !isLabelText(text) &&
      !isHint(text) &&
      !/^(?:textarea|option|script|style)$/.test(own)
    )
      return null;
  }
  const by = panel.getAttribute('aria-labelledby')?.split(/\s+/)[0];
  const id = panel.id.replace(/["\\]/g, '');
  const tab = by
    ? document.getElementById(by)
    : id === ''
      ? null
      : document.querySelector(`[role="tab"][aria-controls="${id}"],[role="tab"][href="#${id}"]`);
  const text = collapse(tab?.textContent ?? '');
  return words(text) >= 2 && rankOf(text) === null ? tab : null;
}
