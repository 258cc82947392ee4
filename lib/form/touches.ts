import { partsOf } from './narrow.ts';
import type { Found } from './read.ts';
import { isField } from './value.ts';

/** What a batch of mutations means for a form. */
export interface Touched {
  /** Records by which fields, texts or headings came, went or changed: read again. Not all of many. */
  readonly structure: readonly MutationRecord[];
  /** Known rich fields whose content changed. */
  readonly values: ReadonlySet<Element>;
}

const PARTS =
  'input,textarea,select,[contenteditable],a[href],h1,h2,h3,h4,h5,h6,legend,summary,caption,th,iframe';

/** More structural records than this mean the page is read whole anyway. */
const MANY = 40;

/**
 * Tells changes that matter from the page's own life (clocks, toasts, spinners): nodes with parts of a form, and texts
 * of positions. `own` gives the form's field a node is in, `holds` says whether a node holds a position's text.
 */
export function touches(
  records: readonly MutationRecord[],
  own: (node: Element) => Element | null,
  holds: (node: Node) => boolean,
): Touched {
  const values = new Set<Element>();
  const structure: MutationRecord[] = [];
  const seen = new Set<Node>();
  /** Nothing but nodes that came: each of them counts, however many they are. */
  let onlyCame = true;
  for (const record of records) {
    const { type, target, addedNodes, removedNodes } = record;
    const element = target.nodeType === 1 ? (target as Element) : target.parentElement;
    const field = element ? own(element) : null;
    if (field && type !== 'attributes') {
      values.add(field);
      continue;
    }
    const came = type === 'childList' && removedNodes.length === 0;
    if (structure.length > MANY && !(onlyCame && came)) {
      if (onlyCame) structure.push(record);
      onlyCame = false;
      continue;
    }
    if (type === 'attributes') {
      if (field || (/^(?:fieldset|dialog)$/.test(element?.localName ?? '') && element?.querySelector(PARTS)))
        structure.push(record);
      continue;
    }
    if (holdsPart(addedNodes) || holdsPart(removedNodes)) {
      structure.push(record);
      continue;
    }
    const said = type === 'characterData' || hasText(addedNodes) || hasText(removedNodes);
    if (!said || !element || seen.has(element)) continue;
    seen.add(element);
    if (isNear(element) && holds(element)) structure.push(record);
  }
  return { structure, values };
}

/** Whether what a page did while it was read makes the reading untrue. What fields hold is not asked here. */
export function concerns(records: readonly MutationRecord[], found: readonly Found[]): boolean {
  if (records.length === 0) return false;
  const parts = partsOf(found);
  const own = (start: Element): Element | null => {
    for (let node: Element | null = start; node; node = node.parentElement)
      if (parts.has(node) && isField(node)) return node;
    return null;
  };
  const holds = (node: Node): boolean => found.some(({ anchor }) => node.contains(anchor));
  return touches(records, own, holds).structure.length > 0;
}

function holdsPart(nodes: NodeList): boolean {
  for (const node of nodes)
    if (node.nodeType === 1 && ((node as Element).matches(PARTS) || (node as Element).querySelector(PARTS)))
      return true;
  return false;
}

function hasText(nodes: NodeList): boolean {
  return Array.from(nodes).some((node) => (node.textContent ?? '').trim() !== '');
}

/** A text changed in a small box; a box with many elements holds everything and says nothing. */
function isNear(element: Element): boolean {
  return element.getElementsByTagName('*').length < 40;
}
