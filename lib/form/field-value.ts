import type { FieldElement } from './types.ts';

/** Elements that begin a new line inside a `contenteditable`. */
const BLOCKS = new Set(['DIV', 'P', 'LI', 'PRE', 'BLOCKQUOTE']);

/**
 * What a field holds now, as plain text: the live value of inputs, text areas and lists, the lines of a
 * `contenteditable`, the text of anything else. Does not trim.
 */
export function fieldValue(element: FieldElement): string {
  const { localName } = element;
  if (localName === 'input' || localName === 'textarea' || localName === 'select')
    return (element as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement).value;
  return editableText(element);
}

/** Text of a `contenteditable` with its line breaks, whichever way the editor makes them. */
function editableText(root: Element): string {
  let out = '';
  const walk = (node: Node): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) out += child.nodeValue ?? '';
      else if (child.nodeType === 1) {
        const tag = (child as Element).tagName;
        // An editor's last <br> only keeps an empty line open.
        if (tag === 'BR') out += child.nextSibling || child.parentNode === root ? '\n' : '';
        else {
          if (BLOCKS.has(tag) && out !== '' && !out.endsWith('\n')) out += '\n';
          walk(child);
        }
      }
    }
  };
  walk(root);
  return out.replace(/\n$/, '').replaceAll('\u00a0', ' ');
}

/** Puts plain text into a `contenteditable`: text nodes parted by `<br>`, never markup. */
export function setEditableText(element: FieldElement, value: string): void {
  const nodes: Node[] = [];
  for (const [index, line] of value.split('\n').entries()) {
    if (index > 0) nodes.push(element.ownerDocument.createElement('br'));
    if (line !== '') nodes.push(element.ownerDocument.createTextNode(line));
  }
  element.replaceChildren(...nodes);
}
