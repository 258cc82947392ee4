/** What the page did that may change the form. */
export interface Watched {
  /** Nodes came or went, texts changed, fields were locked: called once a frame at most, never in a hidden tab. */
  changed(records: readonly MutationRecord[]): void;
  /** A person or the page's script changed a field's value. */
  typed(target: Element): void;
  /** A form was reset: any value may have changed. */
  reset(): void;
}

/** Watches a page from before it is read, so that nothing it does is missed until somebody follows it. */
export interface Watching {
  /** Takes in a further root (a shadow root). */
  observe(root: Document | ShadowRoot): void;
  /** What was gathered so far and nobody was told of. */
  take(): readonly MutationRecord[];
  /** Tells what the page does from now on, and at once what was gathered before. Values typed before are not told. */
  follow(watched: Watched): void;
  /** Hands over at once what was gathered, also in a hidden tab, where frames do not come. */
  flush(): void;
  /** Watches no more; the signal does the same. */
  end(): void;
}

/** Fields whose state decides whether they can be typed into. */
const ATTRIBUTES = ['disabled', 'readonly', 'contenteditable', 'aria-disabled', 'aria-readonly', 'open'];

/**
 * Follows a page with one observer and three listeners, no timer. Records gathered in a frame are handed over together;
 * while the tab is hidden they wait for it to be shown or for `flush`, and before that for somebody to follow.
 */
export function watch(document: Document, ended: AbortSignal): Watching {
  const life = new AbortController();
  const { signal } = life;
  const end = (): void => life.abort();
  ended.addEventListener('abort', end, { signal });
  let watched: Watched | null = null;
  const view = document.defaultView;
  const roots = new Set<Document | ShadowRoot>();
  let waiting: MutationRecord[] = [];
  let asked = false;
  const handOver = (): void => {
    const records = waiting;
    waiting = [];
    if (records.length > 0) watched?.changed(records);
  };
  const onFrame = (): void => {
    asked = false;
    if (!signal.aborted && !document.hidden) handOver();
  };
  const ask = (): void => {
    if (!watched || asked || document.hidden || signal.aborted) return;
    asked = true;
    if (view?.requestAnimationFrame) view.requestAnimationFrame(onFrame);
    else queueMicrotask(onFrame);
  };
  // The content script's own class; a window handed in by Node has another.
  const Observer =
    typeof MutationObserver === 'undefined'
      ? (view as typeof globalThis & Window).MutationObserver
      : MutationObserver;
  const gather = (records: readonly MutationRecord[]): void => {
    // Half a million records of a page that rebuilds itself in a hidden tab say no more than a few do.
    if (waiting.length < 5000) waiting.push(...records.slice(0, 5000));
  };
  const observer = new Observer((records) => {
    gather(records);
    ask();
  });
  const onValue = (event: Event): void => {
    const target = event.composedPath()[0] ?? event.target;
    if (target && 'nodeType' in target) watched?.typed(target as Element);
  };
  const onReset = (): void => queueMicrotask(() => !signal.aborted && watched?.reset());
  const observe = (root: Document | ShadowRoot): void => {
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
  observe(document);
  document.addEventListener('visibilitychange', () => waiting.length > 0 && ask(), { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    waiting = [];
    roots.clear();
  });
  const flush = (): void => {
    if (signal.aborted || !watched) return;
    gather(observer.takeRecords());
    handOver();
  };
  return {
    observe,
    take() {
      gather(observer.takeRecords());
      const records = waiting;
      waiting = [];
      return records;
    },
    follow(one) {
      watched = one;
      flush();
    },
    flush,
    end,
  };
}
