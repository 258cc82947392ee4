import { h, render } from 'preact';
import { CalibratePanel, Marks, RepairNote } from '../../components/calibrate/panel.tsx';
import type { CalibrateActions, CalibrateView, Mark } from '../../components/calibrate/types.ts';
import { createFrame, followPage } from './frame.ts';
import { mountHost } from './host.ts';

/** Tag of this overlay: beside the form's own, which gives way while the user points. */
export const CALIBRATE_TAG = 'fis-oko-calibrate';

export interface CalibrateOverlay {
  readonly host: Element;
  show(view: CalibrateView): void;
  /** Asks for the marks again: something moved or was found. */
  refresh(): void;
}

export interface CalibrateOptions {
  readonly document: Document;
  readonly css: string;
  readonly signal: AbortSignal;
  readonly actions: CalibrateActions;
  /** Rectangles to be drawn now; asked for once a frame at most. */
  marks(): readonly Mark[];
}

/** Draws the panel of «Показать форму» and the rectangles over the page, until the signal fires. */
export function createCalibrateOverlay(options: CalibrateOptions): CalibrateOverlay {
  const { document: doc, css, signal } = options;
  const view = doc.defaultView as Window;
  const host = mountHost(doc, css, signal, () => options.actions.onCancel(), CALIBRATE_TAG);
  // The panel stands over the rectangles.
  const marks = layer();
  const panel = layer();
  let shown: CalibrateView | null = null;
  let side: 'left' | 'right' = 'right';
  function layer(): HTMLElement {
    const element = doc.createElement('div');
    host.root.append(element);
    return element;
  }
  const actions = trusted(options.actions, view);
  const draw = (): void => {
    if (!shown || signal.aborted) return;
    const list = options.marks();
    render(h(Marks, { marks: list }), marks);
    const hover = list.find((mark) => mark.kind === 'hover');
    const box = panel.firstElementChild?.getBoundingClientRect();
    // The panel makes room for what is pointed at.
    if (hover && box && overlaps(hover, box)) side = side === 'right' ? 'left' : 'right';
    render(h(CalibratePanel, { view: shown, side, actions }), panel);
  };
  const frame = createFrame(view, draw, signal);
  followPage(doc, host.element, frame, signal);
  signal.addEventListener('abort', () => {
    render(null, panel);
    render(null, marks);
  });
  return {
    host: host.element,
    show(next) {
      shown = next;
      render(h(CalibratePanel, { view: next, side, actions }), panel);
      frame.ask('views');
    },
    refresh: () => frame.ask('views'),
  };
}

/** Buttons work on a person's own press only: the page cannot reach into the closed root, nor can an event it makes. */
function trusted(actions: CalibrateActions, view: Window): CalibrateActions {
  const own = (run: () => void) => (): void => {
    if (view.event === undefined || view.event.isTrusted) run();
  };
  return {
    onKey: (event) => event.isTrusted && actions.onKey(event),
    onSkip: own(actions.onSkip),
    onEnough: own(actions.onEnough),
    onBack: own(actions.onBack),
    onCancel: own(actions.onCancel),
    onSave: own(actions.onSave),
    onRefine: own(actions.onRefine),
  };
}

function overlaps(a: { left: number; top: number; width: number; height: number }, b: DOMRect): boolean {
  return a.left < b.right && b.left < a.left + a.width && a.top < b.bottom && b.top < a.top + a.height;
}

/** Says that the saved profile misses parts of the page, until it is closed or the signal fires. */
export function showRepairNote(
  doc: Document,
  css: string,
  parts: string,
  onRepair: () => void,
  signal: AbortSignal,
): void {
  const life = new AbortController();
  signal.addEventListener('abort', () => life.abort());
  const host = mountHost(doc, css, life.signal, () => life.abort(), CALIBRATE_TAG);
  const layer = doc.createElement('div');
  host.root.append(layer);
  const close = (): void => life.abort();
  const repair = (): void => {
    close();
    onRepair();
  };
  render(h(RepairNote, { parts, onRepair: repair, onClose: close }), layer);
  life.signal.addEventListener('abort', () => render(null, layer));
}
