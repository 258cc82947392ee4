/** Changes that may matter to a form: nodes, texts, and the states that decide whether fields can be typed into. */
export const CHANGES: MutationObserverInit = {
  childList: true,
  characterData: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['disabled', 'readonly', 'contenteditable', 'aria-disabled', 'aria-readonly', 'open'],
};

/** Half a million records of a page that rebuilds itself say no more than so many do. */
const MOST = 5000;

/** Adds records to those that wait. */
export function keep(waiting: MutationRecord[], records: readonly MutationRecord[]): void {
  if (waiting.length < MOST) waiting.push(...records.slice(0, MOST));
}

/** An observer for a page's document: the content script's own class; a window handed in by Node has another. */
export function observer(
  { defaultView }: Document,
  run: (records: readonly MutationRecord[]) => void,
): MutationObserver {
  const Observer =
    typeof MutationObserver === 'undefined'
      ? (defaultView as typeof globalThis & Window).MutationObserver
      : MutationObserver;
  return new Observer(run);
}

/** Changes gathered for somebody who comes later. */
export interface Gathered {
  observe(root: Document | ShadowRoot): void;
  /** What was gathered since it was asked for last. */
  take(): readonly MutationRecord[];
  /** Gathers no more. */
  end(): void;
}

/** Gathers what a page does until the signal fires. */
export function gather(document: Document, signal: AbortSignal): Gathered {
  let waiting: MutationRecord[] = [];
  const records = observer(document, (some) => keep(waiting, some));
  const end = (): void => records.disconnect();
  const observe = (root: Document | ShadowRoot): void => records.observe(root, CHANGES);
  observe(document);
  signal.addEventListener('abort', end);
  return {
    observe,
    take() {
      keep(waiting, records.takeRecords());
      const taken = waiting;
      waiting = [];
      return taken;
    },
    end,
  };
}
