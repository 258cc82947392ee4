import css from '../../../components/overlay/overlay.css';
import { useMessages } from '../../../lib/i18n.ts';
import { createOverlay } from '../../../lib/overlay/overlay.ts';
import type { MarkerView, OverlayActions } from '../../../lib/overlay/types.ts';

/** Markers at all positions, by the overlay itself and by the least that could be called one. */
useMessages(
  { overlay: { marker_fine: 'Критерий {name}, замечаний нет', points_short: '{points} б.' } },
  'ru',
);

const VIEW: MarkerView = { name: '1.1.1', points: 2, state: 'fine', count: 0, tip: '' };

/** No action is taken while measuring. */
const actions = new Proxy({} as OverlayActions, { get: () => () => null });

function anchors(): Element[] {
  return [...document.querySelectorAll('td.position, .card-text')];
}

function frames(count: number): Promise<void> {
  return new Promise((resolve) => {
    const next = (left: number): void => {
      if (left === 0) resolve();
      else requestAnimationFrame(() => next(left - 1));
    };
    next(count);
  });
}

let end: (() => void) | null = null;

/** The extension's overlay, from nothing to pixels. */
async function ours(): Promise<void> {
  const stop = new AbortController();
  const overlay = createOverlay({ document, css, actions, signal: stop.signal, onReplaced() {} });
  const all = anchors();
  overlay.setMarkers(all.map((anchor, i) => ({ id: String(i), anchor: () => anchor, view: () => VIEW })));
  end = () => stop.abort();
  await frames(3);
}

/** The floor: an observer that tells which anchors are in sight, and a button for each of those in one closed root. */
async function floor(): Promise<void> {
  const host = document.createElement('div');
  host.style.cssText = 'position:absolute;left:0;top:0;width:0;height:0;z-index:2147483647';
  const root = host.attachShadow({ mode: 'closed' });
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      const box = entry.boundingClientRect;
      const button = document.createElement('button');
      button.ariaLabel = 'Критерий 1.1.1, замечаний нет';
      button.textContent = '2 б. ✓';
      button.style.cssText = `position:absolute;left:${box.right - 60}px;top:${box.top + scrollY}px`;
      root.append(button);
    }
  });
  for (const anchor of anchors()) observer.observe(anchor);
  document.documentElement.append(host);
  end = () => {
    observer.disconnect();
    host.remove();
  };
  await frames(3);
}

/** Takes away what was put last. */
async function clear(): Promise<void> {
  end?.();
  end = null;
  await frames(2);
}

export default { ours, floor, clear };
