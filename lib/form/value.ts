import { collapse } from '../reference/text.ts';
import type { FieldToken } from './token.ts';

/** What a field holds now; of a `contenteditable`, its text. */
export function valueOf(element: Element): string {
  if (
    'value' in element &&
    typeof element.value === 'string' &&
    element.localName !== 'button' &&
    element.localName !== 'li'
  )
    return element.value;
  const lines: string[] = [];
  // Blocks and <br> inside a rich field are line ends.
  const visit = (node: Node): void => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) lines[lines.length - 1] += (child as Text).data;
      else if (child.nodeType === 1) {
        const block = /^(?:br|div|p|li)$/.test((child as Element).localName);
        if (block && lines[lines.length - 1] !== '') lines.push('');
        visit(child);
      }
    }
  };
  lines.push('');
  visit(element);
  return lines.map(collapse).join('\n').trim();
}

/** Whether a person can type into it. */
export function isEditable(element: Element): boolean {
  if (element.hasAttribute('readonly') || element.getAttribute('aria-readonly') === 'true') return false;
  if (element.getAttribute('aria-disabled') === 'true' || element.getAttribute('contenteditable') === 'false')
    return false;
  if (element.hasAttribute('disabled')) return false;
  // A disabled fieldset disables everything in it but its first legend.
  const set = element.closest('fieldset[disabled]');
  return !set || element.closest('legend')?.parentElement === set;
}

/** Elements that hold a value a person types. */
export function isField(element: Element): boolean {
  return /^(?:input|textarea|select)$/.test(element.localName) || element.hasAttribute('contenteditable');
}

/** `1` multi-line, `0` one line: comments are mostly the first. */
export function isMultiline(field: FieldToken): boolean {
  return field.type === 'textarea' || field.type === 'rich';
}
