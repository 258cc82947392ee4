const FIELDS = 'input:not([type=hidden]), textarea, [contenteditable]';

/**
 * Whether this frame is the one to point at the form in: of the frames of a page that can see each other the one with
 * the most fields; a page without frames always, a foreign frame only if it has some.
 */
export function hasMostFields(doc: Document): boolean {
  const own = count(doc);
  const view = doc.defaultView;
  if (!view) return false;
  let most = -1;
  let best: Document | null = null;
  const look = (frame: Window): void => {
    const inner = documentOf(frame);
    if (!inner) return;
    if (count(inner) > most) {
      most = count(inner);
      best = inner;
    }
    for (let i = 0; i < frame.length && i < 50; i++) look(frame[i] as Window);
  };
  const top = documentOf(view.top ?? view) ? (view.top ?? view) : view;
  look(top);
  return best === doc && (view === view.top || own > 1);
}

function count(doc: Document): number {
  return doc.querySelectorAll(FIELDS).length;
}

/** A frame's document, or null where it belongs to another site. */
function documentOf(frame: Window): Document | null {
  try {
    return frame.document;
  } catch {
    return null;
  }
}
