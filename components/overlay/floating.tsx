import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Spot } from './store.ts';

interface FloatingProps {
  class: string;
  label: string;
  /** Measured anew when this changes. */
  subject: unknown;
  spot: (width: number, height: number) => Spot & { readonly maxHeight?: number };
  focus?: boolean;
  onEscape: () => void;
  children: ComponentChildren;
}

/** Height of a panel with all that scrolls in it, in pixels. */
function wholeHeight(panel: HTMLElement): number {
  let height = panel.offsetHeight;
  for (const inner of panel.querySelectorAll('.scroll')) height += inner.scrollHeight - inner.clientHeight;
  return height;
}

/** A panel that finds its place from its own size: before it is painted, and whenever its size or what it holds changes. */
export function Floating(props: FloatingProps) {
  const ref = useRef<HTMLDivElement>(null);
  const spot = useRef(props.spot);
  spot.current = props.spot;
  const place = () => {
    const panel = ref.current;
    if (!panel) return;
    const { left, top, maxHeight } = spot.current(panel.offsetWidth, wholeHeight(panel));
    panel.style.left = `${left}px`;
    panel.style.top = `${top}px`;
    if (maxHeight !== undefined) panel.style.maxHeight = `${maxHeight}px`;
  };
  useLayoutEffect(() => {
    const panel = ref.current;
    if (!panel) return;
    panel.style.maxHeight = '';
    place();
    const sizes = new ResizeObserver(place);
    sizes.observe(panel);
    return () => sizes.disconnect();
  }, [props.subject]);
  // What arrived since may have made it longer inside, which its own size does not tell.
  useLayoutEffect(place);
  useLayoutEffect(() => {
    if (props.focus) ref.current?.focus({ preventScroll: true });
  }, [props.subject]);
  return (
    <div
      ref={ref}
      class={`panel ${props.class}`}
      role="dialog"
      aria-label={props.label}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        props.onEscape();
      }}
    >
      {props.children}
    </div>
  );
}
