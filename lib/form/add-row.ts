import type { Row } from '../model/form.ts';
import { breathe } from './breathe.ts';
import type { Found } from './read.ts';
import { isEditable } from './value.ts';

/** Frames a page may take to show the row it was asked for: about two seconds. */
const FRAMES = 120;
/** Turns it may take in a hidden tab, where no frames come; then a few slow timers. */
const TURNS = 60;
const SLOW = 4;

/**
 * Presses the page's own «add a link» of one position and waits until the form has the new row. Null when there is no
 * such button, it is locked, or no row came. Works in a hidden tab, too: `refresh` reads what the page did.
 */
export async function addRow(
  found: () => Found | null,
  rows: () => readonly Row[],
  document: Document,
  refresh: () => void,
  signal: AbortSignal,
): Promise<string | null> {
  const button = found()?.add;
  if (!button?.isConnected || !isEditable(button) || signal.aborted) return null;
  const before = new Set(found()?.rows.map((pair) => pair.url?.element));
  const fresh = (): string | null => {
    const at = found()?.rows.findIndex((pair) => pair.url && !before.has(pair.url.element)) ?? -1;
    return at >= 0 ? (rows()[at]?.id ?? null) : null;
  };
  button.click();
  for (let turn = 0; turn < TURNS + SLOW && document.hidden && !signal.aborted; turn++) {
    await (turn < TURNS ? breathe() : pause(100));
    refresh();
    const id = fresh();
    if (id !== null) return id;
  }
  for (let frame = 0; frame < FRAMES && !document.hidden && !signal.aborted; frame++) {
    await nextFrame(document);
    const id = fresh();
    if (id !== null) return id;
  }
  return null;
}

function nextFrame(document: Document): Promise<void> {
  const view = document.defaultView;
  return new Promise((done) => {
    // The tab may be hidden before the frame comes.
    const timer = setTimeout(done, view?.requestAnimationFrame ? 250 : 16);
    view?.requestAnimationFrame?.(() => {
      clearTimeout(timer);
      done();
    });
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
