import type { PageLinkPlace, Store } from '../../components/overlay/store.ts';
import type { Host } from './host.ts';
import { pageElementAt } from './measure.ts';
import type { PageLinkView } from './types.ts';

/** Longest comment looked into, in characters. */
const LONGEST = 5000;

/** Text nodes of an element, those of the page's own links and controls left out, as one text with their places. */
function textsOf(holder: Element): { text: string; nodes: readonly { node: Text; from: number }[] } {
  const nodes: { node: Text; from: number }[] = [];
  let text = '';
  const walker = holder.ownerDocument.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && text.length < LONGEST; node = walker.nextNode()) {
    if (node.parentElement?.closest('a,button,script,style,textarea,select')) continue;
    nodes.push({ node: node as Text, from: text.length });
    text += (node as Text).data;
  }
  return { text, nodes };
}

/**
 * Places the links over the page numbers that stand in plain letters on a read-only form: the page's own text is seen
 * through them, only a line below is added. What is scrolled away or lies under something of the page gets none.
 */
export function placePageLinks(store: Store, host: Host, views: Iterable<PageLinkView>): void {
  const origin = host.origin();
  const places: PageLinkPlace[] = [];
  for (const view of views) {
    const holder = view.holder();
    if (!holder?.isConnected) continue;
    const around = holder.getBoundingClientRect();
    if (around.bottom < 0 || around.top > innerHeight) continue;
    const { text, nodes } = textsOf(holder);
    const range = holder.ownerDocument.createRange();
    for (const { from, to, href, label } of view.find(text)) {
      const at = nodes.find(({ node, from: start }) => from >= start && to <= start + node.data.length);
      if (!at) continue;
      range.setStart(at.node, from - at.from);
      range.setEnd(at.node, to - at.from);
      const [box, ...more] = range.getClientRects();
      if (!box || more.length > 0 || box.width === 0) continue;
      const root = holder.getRootNode() as unknown as DocumentOrShadowRoot;
      const top = pageElementAt(root, (box.left + box.right) / 2, (box.top + box.bottom) / 2, host.element);
      if (!top || !(holder.contains(top) || top.contains(holder))) continue;
      places.push({
        key: `${view.key} ${from}`,
        href,
        label,
        left: Math.round(box.left - origin.left) - 1,
        top: Math.round(box.top - origin.top) - 2,
        width: Math.round(box.width) + 2,
        height: Math.round(box.height) + 4,
      });
    }
  }
  const same = (a: PageLinkPlace, b: PageLinkPlace | undefined): boolean =>
    JSON.stringify(a) === JSON.stringify(b);
  const now = store.pageLinks.peek();
  if (now.length === places.length && places.every((place, i) => same(place, now[i]))) return;
  store.pageLinks.value = places;
}
