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

/** A panel that finds its place from its own size: before it is painted, and whenever its size changes. */
export function Floating(props: FloatingProps) {
  const ref = useRef<HTMLDivElement>(null);
  const spot = useRef(props.spot);
  spot.current = props.spot;
  useLayoutEffect(() => {
    const panel = ref.current;
    if (!panel) return;
    panel.style.maxHeight = '';
    const place = () => {
      const { left, top, maxHeight } = spot.current(panel.offsetWidth, panel.offsetHeight);
      panel.style.left = `${left}px`;
      panel.style.top = `${top}px`;
      if (maxHeight !== undefined) panel.style.maxHeight = `${maxHeight}px`;
    };
    place();
    const sizes = new ResizeObserver(place);
    sizes.observe(panel);
    return () => sizes.disconnect();
  }, [props.subject]);
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
