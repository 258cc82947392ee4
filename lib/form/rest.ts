/** Where elements are looked for: a page, a box, or a page without some of its boxes. */
export interface Scope {
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): NodeListOf<Element> | readonly Element[];
}

/**
 * A page without the boxes that are passed over: looking for something in it costs what the rest of it does. Boxes
 * that hold none of them are asked as a whole, those around them one by one.
 */
export function restOf(document: Document, skip: ReadonlySet<Element>): Scope {
  const around = new Set<Element>();
  for (const box of skip)
    for (let up = box.parentElement; up && !around.has(up); up = up.parentElement) around.add(up);
  const whole: Element[] = [];
  const single: Element[] = [];
  const part = (element: Element): void => {
    if (skip.has(element)) return;
    if (!around.has(element)) {
      whole.push(element);
      return;
    }
    single.push(element);
    for (let child = element.firstElementChild; child; child = child.nextElementSibling) part(child);
  };
  part(document.documentElement);
  return {
    querySelector: (selector) =>
      single.find((one) => one.matches(selector)) ??
      whole.find((one) => one.matches(selector) || one.querySelector(selector)) ??
      null,
    querySelectorAll(selector) {
      const out = single.filter((one) => one.matches(selector));
      for (const one of whole) {
        if (one.matches(selector)) out.push(one);
        for (const inner of one.querySelectorAll(selector)) out.push(inner);
      }
      return out;
    },
  };
}
