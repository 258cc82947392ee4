import type { Scope } from './rest.ts';

/**
 * Elements the page's own style sheets hide. Only selectors that hide something are looked up, and each hit is
 * confirmed by the computed style: no question is asked of the other thousands of elements.
 */
export function hiddenByStyle(root: Scope, document: Document): Set<Element> {
  const hidden = new Set<Element>();
  const view = document.defaultView;
  const take = (rules: CSSRuleList): void => {
    for (const rule of Array.from(rules)) {
      const { selectorText, style } = rule as CSSStyleRule;
      if (!style || !selectorText || (style.display !== 'none' && style.visibility !== 'hidden')) continue;
      try {
        for (const element of root.querySelectorAll(selectorText)) {
          const shown = view?.getComputedStyle(element);
          if (!shown || shown.display === 'none' || shown.visibility === 'hidden') hidden.add(element);
        }
      } catch {
        // A selector this engine does not know hides nothing we could tell.
      }
    }
  };
  for (const sheet of Array.from(document.styleSheets ?? [])) {
    try {
      take(sheet.cssRules);
    } catch {
      // Sheets of other origins may not be read.
    }
  }
  return hidden;
}
