/**
 * A secret that does not show itself: in logs, templates, JSON, messages and the debugger it is dots. Only `reveal`
 * gives the text, so every place that does is found by searching for that word.
 */
export class Masked {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  get empty(): boolean {
    return this.#value === '';
  }

  toString(): string {
    return this.empty ? '' : '••••';
  }

  toJSON(): string {
    return this.toString();
  }

  /** How Node shows it in logs and assertion messages. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}
