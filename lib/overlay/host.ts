/**
 * The one element the extension adds to a page: a closed shadow root outside the form. Mounting again leaves one;
 * while the page shows a modal dialog the host moves into it, because everything else is inert then.
 */

const TAG = 'fis-oko-overlay';
const LEAVE = 'fis-oko-leave';

export interface Host {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  /** Where layer coordinates (0, 0) are in the window now. */
  origin(): { left: number; top: number };
  /** Puts the host back where it belongs: into the open dialog, else under the root element. */
  settle(): void;
}

/** Styles set on the host itself, over anything the page's sheets may say about unknown elements. */
const HOST_STYLE: Readonly<Record<string, string>> = {
  all: 'initial',
  display: 'block',
  position: 'absolute',
  left: '0',
  top: '0',
  width: '0',
  height: '0',
  'z-index': '2147483647',
  'pointer-events': 'none',
};

const SPACING = ['letter-spacing', 'word-spacing', 'line-height'];

/** Events of ours that the page's own listeners have no business with. */
const OURS = [
  'keydown',
  'keyup',
  'keypress',
  'beforeinput',
  'input',
  'change',
  'paste',
  'copy',
  'cut',
  'click',
  'dblclick',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchstart',
  'focusin',
  'focusout',
  'wheel',
];

/** Adds the host to the page. `onLeave`: a newer instance took the place. Everything goes when the signal fires. */
export function mountHost(
  doc: Document,
  css: string,
  signal: AbortSignal,
  onLeave: () => void,
  tag: string = TAG,
): Host {
  for (const old of [...doc.getElementsByTagName(tag)]) {
    old.dispatchEvent(new Event(LEAVE));
    old.remove();
  }
  const element = doc.createElement(tag);
  for (const [name, value] of Object.entries(HOST_STYLE)) element.style.setProperty(name, value, 'important');
  // The style sheet sets these: inline they would stand against readers who space letters and words themselves.
  for (const name of SPACING) element.style.setProperty(name, 'normal');
  const root = element.attachShadow({ mode: 'closed' });
  addStyles(doc, root, css);

  const settle = () => {
    const modal = [...doc.getElementsByTagName('dialog')].filter((one) => one.open && isModal(one)).at(-1);
    const parent = modal ?? doc.documentElement;
    if (element.parentNode !== parent) parent.append(element);
  };
  settle();

  const dialogs = new MutationObserver(settle);
  dialogs.observe(doc, { subtree: true, attributeFilter: ['open'] });
  element.addEventListener(LEAVE, onLeave, { signal });
  for (const name of OURS)
    element.addEventListener(name, (event) => event.stopPropagation(), { signal, passive: true });
  signal.addEventListener('abort', () => {
    dialogs.disconnect();
    element.remove();
  });

  return {
    element,
    root,
    settle,
    origin() {
      const { left, top } = element.getBoundingClientRect();
      return { left, top };
    },
  };
}

function isModal(dialog: Element): boolean {
  try {
    return dialog.matches(':modal');
  } catch {
    return true;
  }
}

/** A constructed sheet where the browser lets a content script adopt one (a page's CSP cannot forbid it), else <style>. */
function addStyles(doc: Document, root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    if (root.adoptedStyleSheets.length === 1) return;
  } catch {
    // Firefox refuses sheets made in another realm than the page's.
  }
  const style = doc.createElement('style');
  style.textContent = css;
  root.append(style);
}
