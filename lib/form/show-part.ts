import { headingKey } from '../reference/identity.ts';
import { labelText } from './context.ts';
import { cleanHeading } from './headings.ts';
import { isEditable } from './value.ts';

/** What may open a part of the form: tabs, and what pages use in their place. */
const CONTROLS = '[role="tab"], [data-toggle], [data-bs-toggle], [aria-controls], button, a';
/** Attributes that say of themselves that a part of the same page is shown. */
const SHOWS =
  '[role="tab"], [data-toggle="tab"], [data-toggle="pill"], [data-bs-toggle="tab"], [data-bs-toggle="pill"]';
/** «1.2. Система …»: the code of a direction at the beginning of a heading. */
const CODE = /^(?:\p{L}+\s+)?([12]\.\s?[1-9])\.?(?!\s?\.?\d)/u;

/**
 * Presses the page's own control that shows one of these headings (a direction, a track) and gives its label; null
 * where there is none that is safe to press. Nothing that submits, saves or leads to another page is ever pressed, and
 * nothing that is open already. Headings match by words or by a direction's code.
 */
export function showPart(document: Document, wanted: readonly string[]): string | null {
  const keys = new Set(wanted.map((heading) => headingKey(cleanHeading(heading))).filter(Boolean));
  const codes = new Set(wanted.map(codeOf).filter(Boolean));
  const controls = [...document.querySelectorAll<HTMLElement>(CONTROLS)].filter(isSafe);
  for (const control of controls) {
    if (isOpen(control)) continue;
    const label = labelText(control);
    const names = [label, control.title, control.getAttribute('aria-label') ?? ''];
    const fits = names.some((name) => keys.has(headingKey(cleanHeading(name))) || codes.has(codeOf(name)));
    if (!fits || !showsPart(control, controls)) continue;
    press(control);
    return label;
  }
  return null;
}

function codeOf(heading: string): string {
  return (CODE.exec(heading.trim())?.[1] ?? '').replace(/\s/g, '');
}

/** Stays on the page and sends nothing. */
function isSafe(control: HTMLElement): boolean {
  if (!isEditable(control)) return false;
  if (control.localName === 'button') {
    const button = control as HTMLButtonElement;
    return button.type === 'button' || button.form === null;
  }
  const link = control.closest('a');
  const href = link?.getAttribute('href');
  if (link && href != null && href !== '' && !href.startsWith('#'))
    return /^javascript:\s*(?:void\s*\(?\s*0\s*\)?)?\s*;?\s*$/i.test(href);
  return control.localName !== 'input';
}

function isOpen(control: HTMLElement): boolean {
  return ['aria-selected', 'aria-expanded', 'aria-current', 'aria-pressed'].some((name) => {
    const value = control.getAttribute(name);
    return value !== null && value !== 'false';
  });
}

/** A tab by its own word, or one of several like it: buttons side by side that each name a part. */
function showsPart(control: HTMLElement, controls: readonly HTMLElement[]): boolean {
  if (control.matches(SHOWS)) return true;
  const list = control.parentElement?.localName === 'li' ? control.closest('ul, ol') : control.parentElement;
  return controls.some(
    (other) =>
      other !== control &&
      other.localName === control.localName &&
      list?.contains(other) === true &&
      labelText(other) !== labelText(control),
  );
}

/** As a person presses: some pages open a tab on the way down already. */
function press(control: HTMLElement): void {
  const view = control.ownerDocument.defaultView as (Window & typeof globalThis) | null;
  const event = { bubbles: true, cancelable: true, composed: true, button: 0 };
  if (view?.PointerEvent) control.dispatchEvent(new view.PointerEvent('pointerdown', event));
  if (view) control.dispatchEvent(new view.MouseEvent('mousedown', event));
  if (view?.PointerEvent) control.dispatchEvent(new view.PointerEvent('pointerup', event));
  if (view) control.dispatchEvent(new view.MouseEvent('mouseup', event));
  control.click();
}
