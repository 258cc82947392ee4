/** How the elements of a box are made and nested, to be compared with other boxes. */
export interface Shape {
  /** Where an element stands among the box's; −1: not in it. */
  at(element: Element): number;
  /** Whether another box looks alike from outside: worth a closer look. */
  begins(roots: readonly Element[]): boolean;
  /** Whether another box, with its elements in order, is made alike. Ids, names and values may differ. */
  fits(roots: readonly Element[], elements: readonly Element[]): boolean;
}

/** Attributes that say what a part is, name it, span cells, or hide or lock it. */
const TELLING = [
  ...['hidden', 'inert', 'style', 'role', 'type', 'title', 'placeholder', 'open', 'rowspan', 'colspan'],
  ...['disabled', 'readonly', 'contenteditable', 'aria-hidden', 'aria-label', 'aria-labelledby'],
  ...['aria-readonly', 'aria-disabled', 'aria-modal', 'aria-level', 'aria-colspan', 'aria-rowspan'],
];
const TOLD = TELLING.map((name) => `[${name}]`).join(',');
/** Trees of their own are not seen from here. */
const OPAQUE = /-|^(?:iframe|frame|slot|template|object|embed)$/;
/** Boxes with more elements hold half the page. */
const MOST = 600;

/** The elements of a box, its roots included, in order. */
export function elementsOf(roots: readonly Element[]): Element[] {
  const out: Element[] = [];
  for (const root of roots) {
    out.push(root);
    for (const element of root.querySelectorAll('*')) out.push(element);
  }
  return out;
}

/** Takes a box's shape; null where it is too big or holds trees that are not seen. */
export function shapeOf(roots: readonly Element[]): Shape | null {
  const elements = elementsOf(roots);
  if (elements.length > MOST || elements.some(({ localName }) => OPAQUE.test(localName))) return null;
  const index = new Map(elements.map((element, i) => [element, i]));
  const names = elements.map(({ localName }) => localName);
  const classes = elements.map(classOf);
  const counts = elements.map(({ childElementCount }) => childElementCount);
  const telling = tellingIn(roots).map((element) => ({ at: index.get(element), says: tellOf(element) }));
  return {
    at: (element) => index.get(element) ?? -1,
    begins: ([first]) =>
      first?.localName === names[0] &&
      first?.childElementCount === counts[0] &&
      classOf(first as Element) === classes[0],
    fits(roots, others) {
      if (others.length !== names.length) return false;
      for (const [i, element] of others.entries())
        if (
          element.localName !== names[i] ||
          element.childElementCount !== counts[i] ||
          classOf(element) !== classes[i]
        )
          return false;
      const told = tellingIn(roots);
      return (
        told.length === telling.length &&
        telling.every(
          ({ at, says }, i) => told[i] === others[at as number] && tellOf(told[i] as Element) === says,
        )
      );
    },
  };
}

function classOf({ className }: Element): string {
  // A drawing's is an object.
  return typeof className === 'string' ? className : '';
}

function tellingIn(roots: readonly Element[]): Element[] {
  const out: Element[] = [];
  for (const root of roots) {
    if (root.matches(TOLD)) out.push(root);
    for (const element of root.querySelectorAll(TOLD)) out.push(element);
  }
  return out;
}

/** What an element's telling attributes say, in one string. */
function tellOf(element: Element): string {
  let out = '';
  for (const name of TELLING) {
    const value = element.getAttribute(name);
    if (value !== null) out += `${name}=${value}\n`;
  }
  return out;
}
