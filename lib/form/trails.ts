/**
 * Trails («1.3. … › track › component») that hold for an element: a page's own, and where each card has its own, that of
 * the card. `first` is the first position's text.
 */
export function trailsFor(
  found: readonly Element[],
  first: Element | undefined,
): (element: Element) => readonly Element[] {
  // A list in a box that is called so as well is one trail.
  const trails = found.filter((trail) => !found.some((other) => other !== trail && other.contains(trail)));
  const all = (): readonly Element[] => trails;
  if (!first || trails.length < 2 || !trails.some((trail) => follows(trail, first))) return all;
  /** Trails inside each box around one. */
  const inside = new Map<Element, Element[]>();
  for (const trail of trails)
    for (let box = trail.parentElement; box; box = box.parentElement) {
      const list = inside.get(box);
      if (list) list.push(trail);
      else inside.set(box, [trail]);
    }
  const own = (element: Element): Element | undefined => {
    let box: Element | null = element;
    while (box && !inside.has(box)) box = box.parentElement;
    const near = (box && inside.get(box)) || trails;
    return near.findLast((trail) => follows(element, trail)) ?? near[0];
  };
  const ofFirst = own(first);
  const ofPage = trails.filter((trail) => trail !== ofFirst && follows(first, trail));
  return (element) => {
    const mine = own(element);
    return mine ? [...ofPage, mine] : ofPage;
  };
}

/** Whether an element stands behind another in the page. */
function follows(element: Element, other: Element): boolean {
  return (other.compareDocumentPosition(element) & 4) !== 0;
}
