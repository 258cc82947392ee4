import { boxAt, overlap } from './boxes.ts';
import { CONTROLS, pageElementAt } from './measure.ts';

/** About the size of a message and its distance from the edge of the window, in pixels. */
const WIDEST = 560;
const HEIGHT = 84;
const EDGE = 16;

/**
 * Messages stand at the lower edge of the window, at the upper one where the lower one is needed: there is the focused
 * field or an open card (`needed`), or a control of the site («Сохранить»), and nothing of the kind at the upper edge.
 */
export function toastGoesUp(doc: Document, host: Element, needed: readonly (Element | null)[]): boolean {
  return isNeeded(doc, host, needed, 'bottom') && !isNeeded(doc, host, needed, 'top');
}

function isNeeded(
  doc: Document,
  host: Element,
  needed: readonly (Element | null)[],
  edge: 'top' | 'bottom',
): boolean {
  const { clientWidth } = doc.documentElement;
  const height = doc.defaultView?.innerHeight ?? 0;
  const width = Math.min(WIDEST, clientWidth - EDGE);
  const top = edge === 'top' ? EDGE : height - EDGE - HEIGHT;
  const box = boxAt((clientWidth - width) / 2, top, { width, height: HEIGHT });
  if (needed.some((one) => one && overlap(one.getBoundingClientRect(), box) > 0)) return true;
  for (const y of [0.15, 0.5, 0.85])
    for (const x of [0.02, 0.15, 0.3, 0.5, 0.7, 0.85, 0.98]) {
      const element = pageElementAt(doc, box.left + width * x, top + HEIGHT * y, host);
      if (element?.closest(CONTROLS)) return true;
    }
  return false;
}
