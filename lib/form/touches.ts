/** What a batch of mutations means for a form. */
export interface Touched {
  /** Fields, texts or headings came, went or changed: read again. */
  readonly structure: boolean;
  /** Known rich fields whose content changed. */
  readonly values: ReadonlySet<Element>;
}

const PARTS =
  'input,textarea,select,[contenteditable],a[href],h1,h2,h3,h4,h5,h6,legend,summary,caption,th,iframe';

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
  let structure = false;
  const seen = new Set<Node>();
  for (const { type, target, addedNodes, removedNodes } of records) {
    const element = target.nodeType === 1 ? (target as Element) : target.parentElement;
    const field = element ? own(element) : null;
    if (field && type !== 'attributes') {
      values.add(field);
      continue;
    }
    if (structure) continue;
    if (type === 'attributes') {
      structure =
        field !== null || (element?.localName === 'fieldset' && element.querySelector(PARTS) !== null);
      continue;
    }
    for (const nodes of [addedNodes, removedNodes])
      for (const node of Array.from(nodes)) {
        if (node.nodeType !== 1) continue;
        const part = node as Element;
        if (part.matches(PARTS) || part.querySelector(PARTS)) structure = true;
      }
    const said = type === 'characterData' || hasText(addedNodes) || hasText(removedNodes);
    if (said && !structure && element && !seen.has(element)) {
      seen.add(element);
      structure = holds(element) && isNear(element);
    }
  }
  return { structure, values };
}

function hasText(nodes: NodeList): boolean {
  return Array.from(nodes).some((node) => (node.textContent ?? '').trim() !== '');
}

/** A text changed in a small box; a box with many elements holds everything and says nothing. */
function isNear(element: Element): boolean {
  return element.getElementsByTagName('*').length < 40;
}
