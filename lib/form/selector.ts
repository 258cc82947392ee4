/** Escapes an identifier for a selector (CSS.escape is not in Node). */
function escapeName(name: string): string {
  return name
    .replace(/[^\w\u00a0-\uffff-]/g, (c) => `\\${c.codePointAt(0)?.toString(16)} `)
    .replace(/^(-?)(\d)/, (_, dash, digit) => `${dash}\\3${digit} `);
}

/** A selector that matches exactly this element of its page: by id, by name, else by place. */
export function selectorOf(element: Element): string {
  const scope = element.getRootNode() as Document | ShadowRoot;
  const only = (selector: string): boolean => {
    try {
      const all = scope.querySelectorAll(selector);
      return all.length === 1 && all[0] === element;
    } catch {
      return false;
    }
  };
  if (element.id) {
    const selector = `#${escapeName(element.id)}`;
    if (only(selector)) return selector;
  }
  const name = element.getAttribute('name');
  if (name) {
    const selector = `${element.localName}[name="${name.replace(/["\\]/g, '\\$&')}"]`;
    if (only(selector)) return selector;
  }
  const steps: string[] = [];
  for (let node: Element | null = element; node; node = node.parentElement) {
    const anchor = node !== element && node.id ? `#${escapeName(node.id)}` : '';
    if (anchor && scope.querySelectorAll(anchor).length === 1) {
      steps.unshift(anchor);
      break;
    }
    let at = 1;
    for (let s = node.previousElementSibling; s; s = s.previousElementSibling)
      if (s.localName === node.localName) at++;
    steps.unshift(
      node.parentElement ? `${escapeName(node.localName)}:nth-of-type(${at})` : escapeName(node.localName),
    );
  }
  return steps.join(' > ');
}
