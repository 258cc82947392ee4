import type { Box } from '../../components/calibrate/types.ts';

/** What a person points at on the page: a text node where there is one, else an element. */
export type Target = Element | Text;

export interface PickOptions {
  readonly document: Document;
  /** The overlay's own element: events over it are not the page's. */
  readonly host: Element;
  readonly signal: AbortSignal;
  /** True while the user is asked to point at something; otherwise the page gets its events as ever. */
  picking(): boolean;
  /** What can be taken at this place for the part asked for; null: nothing. */
  accept(target: Target): Target | null;
  onHover(target: Target | null): void;
  onPick(target: Target): void;
  /** A press where nothing can be taken; on a link of the page if `link`. */
  onMiss(link: boolean): void;
  /** A key pressed while the focus is in the page; true: it was one of ours. */
  onKey(event: KeyboardEvent): boolean;
}

/** What a press is made of: while the user points, the page gets none of it. */
const PRESSES = [
  'pointerdown',
  'mousedown',
  'pointerup',
  'mouseup',
  'click',
  'auxclick',
  'dblclick',
  'touchstart',
  'touchend',
];

/**
 * Lets the user point at parts of the page with the mouse. The page is left as it is; only its presses are held back,
 * and only while something is asked for. Events the page makes itself are not listened to. Gone when the signal fires.
 */
export function startPicking(options: PickOptions): void {
  const { document: doc, host, signal } = options;
  const view = doc.defaultView as Window;
  const ours = (event: Event): boolean => event.composedPath().includes(host);
  const at = (event: MouseEvent): Target | null => {
    const found = targetAt(doc, event);
    return found && options.accept(found);
  };
  const live = { capture: true, signal } as const;
  view.addEventListener(
    'pointermove',
    (event) => {
      if (!event.isTrusted || !options.picking()) return;
      options.onHover(ours(event) ? null : at(event));
    },
    { ...live, passive: true },
  );
  for (const name of PRESSES)
    view.addEventListener(
      name,
      (event) => {
        if (!event.isTrusted || !options.picking() || ours(event)) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        if (name !== 'click') return;
        const target = at(event as MouseEvent);
        if (target) options.onPick(target);
        else
          options.onMiss(
            event.composedPath().some((one) => one instanceof Element && one.matches('a[href]')),
          );
      },
      { ...live, passive: false },
    );
  view.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || !options.picking() || ours(event) || !options.onKey(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    live,
  );
}

/** The text node under the pointer where the pointer is really over it, else the innermost element. */
function targetAt(doc: Document, event: MouseEvent): Target | null {
  const { clientX: x, clientY: y } = event;
  const inner = event.composedPath()[0];
  const element = inner instanceof Element ? inner : doc.elementFromPoint(x, y);
  const caret = doc as Document & {
    caretPositionFromPoint?: (x: number, y: number) => { offsetNode: Node } | null;
    caretRangeFromPoint?: (x: number, y: number) => Range | null;
  };
  const node =
    caret.caretPositionFromPoint?.(x, y)?.offsetNode ?? caret.caretRangeFromPoint?.(x, y)?.startContainer;
  if (node?.nodeType !== 3 || !/\S/.test(node.nodeValue ?? '')) return element;
  const text = node as Text;
  if (element && !element.contains(text)) return element;
  return boxesOf(text).some((box) => within(box, x, y)) ? text : element;
}

function within(box: Box, x: number, y: number): boolean {
  const slack = 4;
  return (
    x >= box.left - slack &&
    x <= box.left + box.width + slack &&
    y >= box.top - slack &&
    y <= box.top + box.height + slack
  );
}

function boxesOf(text: Text): Box[] {
  const range = text.ownerDocument.createRange();
  range.selectNodeContents(text);
  return [...range.getClientRects()];
}

/** Where a target is in the window; null when it is not drawn. */
export function boxOf(target: Target): Box | null {
  if (target.nodeType !== 3) return seen((target as Element).getBoundingClientRect());
  const range = target.ownerDocument.createRange();
  range.selectNodeContents(target);
  return seen(range.getBoundingClientRect());
}

/** Where the contents of an element are: a text in a tall cell is no taller for it. */
export function contentBox(element: Element): Box | null {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  return seen(range.getBoundingClientRect());
}

function seen({ left, top, width, height }: DOMRect): Box | null {
  return width > 0 && height > 0 ? { left, top, width, height } : null;
}
