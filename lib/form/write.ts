import { fieldValue, setEditableText } from './field-value.ts';
import type { FieldElement, WriteOutcome } from './types.ts';

/** What became of one value; `WriteResult` without the names of row and field. */
export interface FieldWrite {
  readonly outcome: WriteOutcome;
  readonly before: string;
  readonly after: string;
  /** Locale key when rejected, else null. */
  readonly reason: string | null;
}

/** How long a page may take to put its own value back before a write counts, in milliseconds. */
export const SETTLE_MS = 500;

/**
 * Writes a value as a person would (focus, beforeinput, native setter, input, change, blur) and reads it back
 * on the next frame and after 500 ms. Only what was read back counts as written.
 * `target` may be a function: a page that re-renders replaces the element, so it is found again before each reading.
 * Nothing is cut to fit: a value the field cannot hold is rejected and the field stays as it was.
 */
export async function writeField(
  target: FieldElement | (() => FieldElement | null),
  value: string,
  signal?: AbortSignal,
): Promise<FieldWrite> {
  const find = typeof target === 'function' ? target : () => target;
  const element = find();
  if (!element?.isConnected) return { outcome: 'missing', before: '', after: '', reason: null };
  const wanted = heldValue(element, value);
  const before = fieldValue(element);
  if (before === wanted) return { outcome: 'unchanged', before, after: before, reason: null };
  const reason = refusal(element, wanted) ?? setAsTyped(element, wanted);
  if (reason) return { outcome: 'rejected', before, after: fieldValue(element), reason };

  await nextFrame(element);
  const early = find();
  if (early && fieldValue(early) === wanted && !signal?.aborted) await pause(SETTLE_MS, signal);
  const late = find();
  if (!late?.isConnected) return { outcome: 'missing', before, after: '', reason: null };
  const after = fieldValue(late);
  return after === wanted
    ? { outcome: 'written', before, after, reason: null }
    : { outcome: 'rejected', before, after, reason: 'write.changedBack' };
}

/** Why the field cannot take the value, as a locale key; null when it can. */
export function refusal(element: FieldElement, value: string): string | null {
  if (element.matches(':disabled') || element.getAttribute('aria-disabled') === 'true')
    return 'write.disabled';
  if (!isTextControl(element)) return isEditable(element) ? null : 'write.readonly';
  if (element.readOnly || element.getAttribute('aria-readonly') === 'true') return 'write.readonly';
  if (element.maxLength >= 0 && value.length > element.maxLength) return 'write.maxlength';
  const pattern = element.getAttribute('pattern');
  if (pattern && value !== '' && element.tagName === 'INPUT' && !matchesPattern(pattern, value))
    return 'write.pattern';
  return null;
}

/** Sets the value and fires what typing fires. Returns a locale key when the page cancelled the input. */
export function setAsTyped(element: FieldElement, value: string): string | null {
  const view = element.ownerDocument.defaultView ?? window;
  const focused = element.ownerDocument.activeElement === element;
  if (!focused) fire(element, view, 'focus');
  const input = { bubbles: true, composed: true, data: value, inputType: 'insertReplacementText' };
  const allowed = element.dispatchEvent(new view.InputEvent('beforeinput', { ...input, cancelable: true }));
  if (allowed) {
    if (isTextControl(element)) nativeSetter(element, view).call(element, value);
    else setEditableText(element, value);
    element.dispatchEvent(new view.InputEvent('input', input));
    element.dispatchEvent(new view.Event('change', { bubbles: true }));
  }
  if (!focused) fire(element, view, 'blur');
  return allowed ? null : 'write.refused';
}

type View = Window & typeof globalThis;

/** Focus is announced, not moved: the caret of the user stays where it is while other fields are filled. */
function fire(element: FieldElement, view: View, kind: 'focus' | 'blur'): void {
  element.dispatchEvent(new view.FocusEvent(kind, { composed: true }));
  const bubbling = kind === 'focus' ? 'focusin' : 'focusout';
  element.dispatchEvent(new view.FocusEvent(bubbling, { bubbles: true, composed: true }));
}

function isTextControl(element: FieldElement): element is HTMLInputElement | HTMLTextAreaElement {
  return element.tagName === 'INPUT' || element.tagName === 'TEXTAREA';
}

/** jsdom knows no `isContentEditable`; the nearest attribute says the same. */
function isEditable(element: FieldElement): boolean {
  const host = element.closest('[contenteditable]');
  return host !== null && host.getAttribute('contenteditable')?.toLowerCase() !== 'false';
}

/** React puts its own `value` on each element to notice changes; the prototype's setter passes it by. */
function nativeSetter(element: HTMLInputElement | HTMLTextAreaElement, view: View): (value: string) => void {
  const prototype =
    element.tagName === 'INPUT' ? view.HTMLInputElement.prototype : view.HTMLTextAreaElement.prototype;
  return Object.getOwnPropertyDescriptor(prototype, 'value')?.set as (value: string) => void;
}

/** What the field will give back for a value: one-line fields drop line breaks, text areas normalise them. */
export function heldValue(element: FieldElement, value: string): string {
  if (element.tagName === 'INPUT') {
    const line = value.replace(/\s*[\r\n]+\s*/g, ' ');
    return (element as HTMLInputElement).type === 'url' ? line.trim() : line;
  }
  return value.replace(/\r\n?/g, '\n');
}

function matchesPattern(pattern: string, value: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'v').test(value);
  } catch {
    // A pattern the browser cannot read is ignored by the browser as well.
    return true;
  }
}

/** A frame, or 50 ms where the tab is hidden and no frames come. */
function nextFrame(element: FieldElement): Promise<void> {
  const view = element.ownerDocument.defaultView ?? window;
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 50);
    view.requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
    signal?.addEventListener('abort', done);
  });
}
