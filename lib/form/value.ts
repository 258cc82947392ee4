/** Whether a person can type into it. */
export function isEditable(element: Element): boolean {
  if (element.hasAttribute('readonly') || element.getAttribute('aria-readonly') === 'true') return false;
  if (element.getAttribute('aria-disabled') === 'true' || element.getAttribute('contenteditable') === 'false')
    return false;
  if (element.hasAttribute('disabled')) return false;
  // A disabled fieldset disables everything in it but its first legend.
  const set = element.closest('fieldset[disabled]');
  return !set || element.closest('legend')?.parentElement === set;
}

/** Elements that hold a value a person types. */
export function isField(element: Element): boolean {
  return /^(?:input|textarea|select)$/.test(element.localName) || element.hasAttribute('contenteditable');
}
