import type { OverlayActions } from './types.ts';

/** Attributes of a field that opens a list of its own: ↓ belongs to the site there. */
const OWN_LIST = '[list],[role=combobox],[aria-haspopup],[aria-autocomplete=list],[aria-autocomplete=both]';

export interface PageKeys {
  /** Opens the insert menu at a field. */
  openMenu(field: HTMLElement): void;
  /** From a field to its position's card. */
  openCard(field: HTMLElement): void;
  /** Esc while the focus is in the page; true when something of ours was closed. */
  escape(): boolean;
  fieldFocused(field: HTMLElement | null): void;
}

/**
 * Listens to what the person does in the page: focus, typing, pasting and three shortcuts (↓ in an empty link field,
 * Alt+Shift+K from a field to its card, Ctrl+Z right after an insert). Events a script made do nothing.
 */
export function listenToPage(
  doc: Document,
  host: Element,
  actions: OverlayActions,
  keys: PageKeys,
  signal: AbortSignal,
): void {
  const options = { capture: true, signal } as const;
  const fieldOf = (event: Event): HTMLElement | null => {
    // First of all: a filling makes thousands of events.
    if (!event.isTrusted) return null;
    const target = event.composedPath()[0];
    return target instanceof HTMLElement && target !== host ? target : null;
  };
  let pasted = false;

  // What a script announces (a filling does, for each field) moves no focus.
  doc.addEventListener(
    'focusin',
    (event) => event.isTrusted && event.target !== host && keys.fieldFocused(fieldOf(event)),
    options,
  );
  doc.addEventListener(
    'focusout',
    (event) => event.isTrusted && event.target !== host && keys.fieldFocused(null),
    options,
  );
  doc.addEventListener(
    'paste',
    () => {
      pasted = true;
    },
    { ...options, passive: true },
  );
  doc.addEventListener(
    'input',
    (event) => {
      const field = fieldOf(event);
      const how = pasted || (event as InputEvent).inputType === 'insertFromPaste' ? 'pasted' : 'typed';
      pasted = false;
      if (field) actions.typed(field, how);
    },
    { ...options, passive: true },
  );
  doc.addEventListener(
    'keydown',
    (event) => {
      const field = fieldOf(event);
      if (!field || event.isComposing) return;
      const bare = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
      const take = () => {
        event.preventDefault();
        event.stopPropagation();
      };
      if (event.key === 'Escape' && bare) keys.escape();
      else if (event.code === 'KeyK' && event.altKey && event.shiftKey && !event.ctrlKey) {
        if (actions.positionOf(field) === null) return;
        take();
        keys.openCard(field);
      } else if (event.key === 'ArrowDown' && bare && !field.matches(OWN_LIST) && actions.insertable(field)) {
        take();
        keys.openMenu(field);
      } else if (
        event.code === 'KeyZ' &&
        (event.ctrlKey || event.metaKey) &&
        !event.shiftKey &&
        !event.altKey
      ) {
        if (actions.undoKey(field)) take();
      }
    },
    options,
  );
}
