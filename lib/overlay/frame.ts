/**
 * How much a pass has to look at: what markers say, where things are on the screen, everything anew, or also what the
 * page may have opened over it.
 */
export type Reason = 'views' | 'moved' | 'changed' | 'opened';

const REASONS: readonly Reason[] = ['views', 'moved', 'changed', 'opened'];

/**
 * One animation frame for all measuring: whatever asks between two frames is served once. Nothing runs without a
 * change, and a hidden tab gets no frames at all.
 */
export interface Frame {
  /** Asks for a pass; of several reasons the farthest-reaching one counts. */
  ask(reason: Reason): void;
}

/** Runs `pass(reason)` in the next frame after it was asked for, until the signal fires. */
export function createFrame(view: Window, pass: (reason: Reason) => void, signal: AbortSignal): Frame {
  let handle = 0;
  let farthest = 0;
  signal.addEventListener('abort', () => view.cancelAnimationFrame(handle));
  return {
    ask(reason) {
      farthest = Math.max(farthest, REASONS.indexOf(reason));
      if (handle !== 0 || signal.aborted) return;
      handle = view.requestAnimationFrame(() => {
        handle = 0;
        const now = REASONS[farthest] ?? 'changed';
        farthest = 0;
        pass(now);
      });
    },
  };
}

/**
 * Asks for passes when the page moves: scrolling of any container, window and zoom, layout, panels that open, fonts,
 * transitions that end. Cheap: each listener only asks for a frame.
 */
export function followPage(doc: Document, host: Element, frame: Frame, signal: AbortSignal): ResizeObserver {
  const view = doc.defaultView;
  const moved = () => frame.ask('moved');
  const changed = () => frame.ask('changed');
  const opened = () => frame.ask('opened');
  const quiet = { signal, passive: true, capture: true } as const;
  doc.addEventListener('scroll', moved, quiet);
  view?.addEventListener('resize', changed, quiet);
  view?.visualViewport?.addEventListener('resize', changed, { signal, passive: true });
  for (const name of ['transitionend', 'animationend', 'toggle', 'load'])
    doc.addEventListener(name, opened, quiet);
  // A press may open a panel of the page without any of the above.
  doc.addEventListener('click', (event) => event.target !== host && opened(), quiet);
  doc.fonts?.addEventListener?.('loadingdone', changed, { signal });
  // The first call only tells the sizes things have now.
  const known = new WeakSet<Element>();
  const sizes = new ResizeObserver((entries) => {
    const fresh = entries.filter((entry) => !known.has(entry.target));
    for (const entry of fresh) known.add(entry.target);
    if (fresh.length < entries.length) changed();
  });
  sizes.observe(doc.documentElement);
  if (doc.body) sizes.observe(doc.body);
  signal.addEventListener('abort', () => sizes.disconnect());
  return sizes;
}
