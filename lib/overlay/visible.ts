/** Which of many elements are in the window, without asking each of them at each scroll. */
export interface Visible {
  /** The elements to follow, by key; those no longer named are let go. */
  follow(elements: ReadonlyMap<string, Element>): void;
  has(key: string): boolean;
  /** Keys of the elements in the window, in no order. */
  keys(): Iterable<string>;
}

/** Follows elements with one IntersectionObserver (which also knows the clipping of inner containers). */
export function createVisible(onChange: () => void, signal: AbortSignal): Visible {
  const keys = new Map<Element, Set<string>>();
  const followed = new Map<string, Element>();
  const shown = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (entry.isIntersecting) shown.add(entry.target);
        else shown.delete(entry.target);
      }
      onChange();
    },
    { rootMargin: '40px' },
  );
  const drop = (key: string, element: Element) => {
    followed.delete(key);
    const rest = keys.get(element);
    rest?.delete(key);
    if (rest?.size) return;
    keys.delete(element);
    shown.delete(element);
    observer.unobserve(element);
  };
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    follow(elements) {
      for (const [key, element] of followed) if (elements.get(key) !== element) drop(key, element);
      for (const [key, element] of elements) {
        if (followed.get(key) === element) continue;
        followed.set(key, element);
        const known = keys.get(element);
        if (known) known.add(key);
        else {
          keys.set(element, new Set([key]));
          observer.observe(element);
        }
      }
    },
    *keys() {
      for (const element of shown) yield* keys.get(element) ?? [];
    },
    has(key) {
      const element = followed.get(key);
      return element !== undefined && shown.has(element);
    },
  };
}
