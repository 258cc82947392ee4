/** Values of positions whose fields are not in the page now, sent with the form all the same. */
export interface Kept {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
}

/** Keeps values as hidden fields inside `host`, one a name. */
export function createKept(host: Element): Kept {
  const find = (name: string): HTMLInputElement | null =>
    host.querySelector<HTMLInputElement>(`input[name="${CSS.escape(name)}"]`);
  return {
    get: (name) => find(name)?.value,
    set(name, value) {
      let field = find(name);
      if (!field) {
        field = document.createElement('input');
        field.type = 'hidden';
        field.name = name;
        host.append(field);
      }
      field.value = value;
    },
  };
}
