import type { Host } from './host.ts';

/**
 * Did a person see and press this? Pages can dispatch events, put things over ours, or make ours transparent so that
 * an innocent click lands on it. What changes the page asks here first.
 */

/** Less opaque than this counts as hidden. Password managers use 0.6–0.9; ours never needs to be transparent at all. */
const LEAST_OPACITY = 0.9;

/** True for a trusted event on a control of ours that is opaque, on top and in the window. */
export function isHonest(event: Event, host: Host): boolean {
  if (!event.isTrusted) return false;
  const target = event.currentTarget instanceof Element ? event.currentTarget : null;
  return target !== null && isOpaque(host.element) && isOnTop(event, target, host);
}

/** True when neither the host nor anything around it is transparent, hidden or faded by a filter. */
export function isOpaque(element: Element): boolean {
  for (let node: Element | null = element; node; node = node.parentElement) {
    const style = getComputedStyle(node);
    if (Number(style.opacity || '1') < LEAST_OPACITY) return false;
    if (style.visibility === 'hidden' || style.visibility === 'collapse') return false;
    if (/opacity\(/.test(style.filter)) return false;
  }
  return true;
}

function isOnTop(event: Event, target: Element, host: Host): boolean {
  const box = target.getBoundingClientRect();
  const mouse = event as Partial<MouseEvent>;
  const pressed = event.type.startsWith('key') || !mouse.detail ? null : mouse;
  const x = pressed?.clientX ?? (box.left + box.right) / 2;
  const y = pressed?.clientY ?? (box.top + box.bottom) / 2;
  if (host.element.ownerDocument.elementFromPoint(x, y) !== host.element) return false;
  const top = host.root.elementFromPoint(x, y);
  return top !== null && (target.contains(top) || top.contains(target));
}
