/** Anything a form of this kind is made of; pages and frames without it cost one look. */
const PARTS = 'input, textarea, [contenteditable], table, a[href]';
/** A page that keeps changing is looked at again this long after it settles, in milliseconds. */
const SETTLE_MS = 250;

type Start = (said: (isForm: boolean) => void) => void;

/**
 * Calls `start` until it says, at once or later, that the form is there: once now, then whenever parts of a form were added or something
 * was pressed and the page has settled. A hidden tab waits until it is shown. Afterwards nothing is left running.
 */
export function whenForm(doc: Document, start: Start, signal: AbortSignal): void {
  if (signal.aborted) return;
  /** A look is under way; asked again meanwhile, one more follows. */
  let busy = false;
  let again = false;
  let there = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver((records) => {
    const relevant = records.some((record) =>
      [...record.addedNodes].some(
        (node) => node instanceof Element && (node.matches(PARTS) || node.querySelector(PARTS)),
      ),
    );
    if (relevant) ask();
  });
  const stop = () => {
    clearTimeout(timer);
    observer.disconnect();
    doc.removeEventListener('visibilitychange', ask);
    doc.removeEventListener('click', ask, { capture: true });
  };
  const attempt = () => {
    if (signal.aborted || doc.hidden || there) return;
    again = busy;
    if (!busy) begin();
  };
  const begin = () => {
    busy = true;
    again = false;
    start((isForm) => {
      busy = false;
      there = isForm;
      if (isForm) stop();
      else if (again) attempt();
    });
  };
  const ask = () => {
    clearTimeout(timer);
    timer = setTimeout(attempt, SETTLE_MS);
  };
  signal.addEventListener('abort', stop);
  begin();
  if (there) return;
  observer.observe(doc, { childList: true, subtree: true });
  doc.addEventListener('visibilitychange', ask);
  // A press may show what was there all the time: a tab, a panel, a dialog.
  doc.addEventListener('click', ask, { capture: true, passive: true });
}
