import type { LiveForm, OpenFormOptions } from '../form/types.ts';

/**
 * How the two parts of the content script meet: the first recognises the form and leaves it here, the second takes it.
 * A global of the extension's own world in the page, which the page cannot reach.
 */
export const HANDOVER = Symbol.for('fis-oko.handover');

export interface Handover {
  readonly document: Document;
  /** Fires when the page's script ends. */
  readonly signal: AbortSignal;
  stop(): void;
  open(options: OpenFormOptions): LiveForm;
}
