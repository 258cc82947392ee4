import { CHANGES, keep, observer } from './gather.ts';

/** What the page did that may change the form. */
export interface Watched {
  /** Nodes came or went, texts changed, fields were locked: called once a frame at most, never in a hidden tab. */
  changed(records: readonly MutationRecord[]): void;
  /** A person or the page's script changed a field's value. */
  typed(target: Element): void;
  /** A form was reset: any value may have changed. */
  reset(): void;
}

export interface Watching {
  /** Takes in a further root (a shadow root). */
  observe(root: Document | ShadowRoot): void;
  /** Hands over at once what was gathered, also in a hidden tab, where frames do not come. */
  flush(): void;
}

/**
 * Follows a page with one observer and three listeners, no timer. Records gathered in a frame are handed over together;
 * while the tab is hidden they wait for it to be shown or for `flush`.
 */
export function watch(document: Document, watched: Watched, signal: AbortSignal): Watching {
  const view = document.defaultView;
  const roots = new Set<Document | ShadowRoot>();
  let waiting: MutationRecord[] = [];
  let asked = false;
  const handOver = (): void => {
    const some = waiting;
    waiting = [];
    if (some.length > 0) watched.changed(some);
  };
  const onFrame = (): void => {
    asked = false;
    if (!signal.aborted && !document.hidden) handOver();
  };
  const ask = (): void => {
    if (asked || document.hidden || signal.aborted) return;
    asked = true;
    if (view?.requestAnimationFrame) view.requestAnimationFrame(onFrame);
    else queueMicrotask(onFrame);
  };
  const gather = (some: readonly MutationRecord[]): void => keep(waiting, some);
  const records = observer(document, (some) => {
    gather(some);
    ask();
  });
  const onValue = (event: Event): void => {
    const target = event.composedPath()[0] ?? event.target;
    if (target && 'nodeType' in target) watched.typed(target as Element);
  };
  const onReset = (): void => queueMicrotask(() => !signal.aborted && watched.reset());
  const observe = (root: Document | ShadowRoot): void => {
    if (roots.has(root)) return;
    roots.add(root);
    records.observe(root, CHANGES);
    root.addEventListener('input', onValue, { capture: true, passive: true, signal });
    root.addEventListener('change', onValue, { capture: true, passive: true, signal });
    root.addEventListener('reset', onReset, { capture: true, signal });
  };
  observe(document);
  document.addEventListener('visibilitychange', () => waiting.length > 0 && ask(), { signal });
  signal.addEventListener('abort', () => {
    records.disconnect();
    waiting = [];
    roots.clear();
  });
  return {
    observe,
    flush() {
      if (signal.aborted) return;
      gather(records.takeRecords());
      handOver();
    },
  };
}
