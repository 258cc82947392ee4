/**
 * One animation frame for all measuring: whatever asks between two frames is served once. Nothing runs without a
 * change, and a hidden tab gets no frames at all.
 */
export interface Frame {
  /** Asks for a pass. `again`: things may have moved, cached measures are thrown away. */
  ask(again?: boolean): void;
}

/** Runs `pass(again)` in the next frame after it was asked for, until the signal fires. */
export function createFrame(view: Window, pass: (again: boolean) => void, signal: AbortSignal): Frame {
  let handle = 0;
  let stale = false;
  signal.addEventListener('abort', () => view.cancelAnimationFrame(handle));
  return {
    ask(again = false) {
      stale ||= again;
      if (handle !== 0 || signal.aborted) return;
      handle = view.requestAnimationFrame(() => {
        handle = 0;
        const fresh = stale;
        stale = false;
        pass(fresh);
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
  const moved = () => frame.ask();
  const changed = () => frame.ask(true);
  const quiet = { signal, passive: true, capture: true } as const;
  doc.addEventListener('scroll', moved, quiet);
  view?.addEventListener('resize', changed, quiet);
  view?.visualViewport?.addEventListener('resize', changed, { signal, passive: true });
  for (const name of ['transitionend', 'animationend', 'toggle', 'load'])
    doc.addEventListener(name, changed, quiet);
  // A press may open a panel of the page without any of the above.
  for (const name of ['click', 'keyup'])
    doc.addEventListener(name, (event) => event.target !== host && changed(), quiet);
  doc.fonts?.addEventListener?.('loadingdone', changed, { signal });
  const sizes = new ResizeObserver(changed);
  sizes.observe(doc.documentElement);
  if (doc.body) sizes.observe(doc.body);
  signal.addEventListener('abort', () => sizes.disconnect());
  return sizes;
}
