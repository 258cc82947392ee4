import type { Row } from '../model/form.ts';
import type { Found } from './read.ts';
import { isEditable } from './value.ts';

/** Frames a page may take to show the row it was asked for: about two seconds. */
const FRAMES = 120;

/**
 * Presses the page's own «add a link» of one position and waits until the form has the new row. Null when there is no
 * such button, it is locked, or no row came.
 */
export async function addRow(
  found: () => Found | null,
  rows: () => readonly Row[],
  document: Document,
  signal: AbortSignal,
): Promise<string | null> {
  const button = found()?.add;
  if (!button?.isConnected || !isEditable(button) || signal.aborted) return null;
  const before = new Set(found()?.rows.map((pair) => pair.url?.element));
  button.click();
  const view = document.defaultView;
  for (let frame = 0; frame < FRAMES && !signal.aborted && !document.hidden; frame++) {
    await new Promise<void>((done) => {
      if (view?.requestAnimationFrame) view.requestAnimationFrame(() => done());
      else setTimeout(done, 16);
    });
    const at = found()?.rows.findIndex((pair) => pair.url && !before.has(pair.url.element)) ?? -1;
    if (at >= 0) return rows()[at]?.id ?? null;
  }
  return null;
}
