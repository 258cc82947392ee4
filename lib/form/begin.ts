import { type Gathered, gather } from './gather.ts';
import { type Looked, look } from './look.ts';
import { inSlices, type Steps } from './steps.ts';

/** A page that may be the form, looked at by half. */
export interface Begun {
  readonly document: Document;
  readonly looked: Looked;
  readonly since: Gathered;
}

/**
 * Looks in slices whether a page may be the form, so that a big one goes on answering; null when it cannot. A page that
 * takes one slice is handed to `done` before this returns. Not called when the signal fires first. Frames are not
 * entered: the content script runs in each of them.
 */
export function lookInSlices(
  document: Document,
  signal: AbortSignal,
  done: (begun: Begun | null) => void,
): void {
  if (signal.aborted) return;
  const since = gather(document, signal);
  slices(look(document), signal, (looked) => {
    if (looked) for (const root of looked.walked.roots) since.observe(root);
    else since.end();
    done(looked && { document, looked, since });
  });
}

/** Does steps in slices until the signal fires. */
export function slices<T>(steps: Steps<T>, signal: AbortSignal, done: (value: T) => void): void {
  if (signal.aborted) return;
  const run = inSlices(steps, done);
  if (run) signal.addEventListener('abort', () => run.cancel());
}
