import { collapse } from '../reference/text.ts';
import { rankOf } from './headings.ts';
import { words } from './words.ts';

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
  return /bread-?crumb|хлебн|цепочк|вы здесь|навигационн\S+ путь/i.test(name);
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
