/** What the page did that may change the form. */
export interface Watched {
  /** Nodes came or went, texts changed, fields were locked: called once a frame at most, never in a hidden tab. */
  changed(records: readonly MutationRecord[]): void;
  /** A person or the page's script changed a field's value. */
  typed(target: Element): void;
  /** A form was reset: any value may have changed. */
  reset(): void;
}

/** Fields whose state decides whether they can be typed into. */
const ATTRIBUTES = ['disabled', 'readonly', 'contenteditable', 'aria-disabled', 'aria-readonly', 'open'];

/**
 * Follows a page with one observer and three listeners, no timer. Records gathered in a frame are handed over together;
 * while the tab is hidden they wait for it to be shown. Returns a function that takes in further roots (shadow roots).
 */
export function watch(
  document: Document,
  watched: Watched,
  signal: AbortSignal,
): (root: Document | ShadowRoot) => void {
  const view = document.defaultView;
  const roots = new Set<Document | ShadowRoot>();
  let waiting: MutationRecord[] = [];
  let asked = false;
  const flush = (): void => {
    asked = false;
    if (signal.aborted) return;
    if (document.hidden) return;
    const records = waiting;
    waiting = [];
    if (records.length > 0) watched.changed(records);
  };
  const ask = (): void => {
    if (asked || document.hidden || signal.aborted) return;
    asked = true;
    if (view?.requestAnimationFrame) view.requestAnimationFrame(flush);
    else queueMicrotask(flush);
  };
  // The content script's own class; a window handed in by Node has another.
  const Observer =
    typeof MutationObserver === 'undefined'
      ? (view as typeof globalThis & Window).MutationObserver
      : MutationObserver;
  const observer = new Observer((records) => {
    // Half a million records of a page that rebuilds itself in a hidden tab say no more than a few do.
    if (waiting.length < 5000) waiting.push(...records.slice(0, 5000));
    ask();
  });
  const onValue = (event: Event): void => {
    const target = event.composedPath()[0] ?? event.target;
    if (target && 'nodeType' in target) watched.typed(target as Element);
  };
  const onReset = (): void => queueMicrotask(() => !signal.aborted && watched.reset());
  const add = (root: Document | ShadowRoot): void => {
    if (roots.has(root)) return;
    roots.add(root);
    observer.observe(root, {
      childList: true,
      characterData: true,
      subtree: true,
      attributes: true,
      attributeFilter: ATTRIBUTES,
    });
    root.addEventListener('input', onValue, { capture: true, passive: true, signal });
    root.addEventListener('change', onValue, { capture: true, passive: true, signal });
    root.addEventListener('reset', onReset, { capture: true, signal });
  };
  add(document);
  document.addEventListener('visibilitychange', () => waiting.length > 0 && ask(), { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    waiting = [];
    roots.clear();
  });
  return add;
}
