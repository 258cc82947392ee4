import type { Begun } from '../form/begin.ts';
import type { Opened } from '../form/open.ts';
import type { SiteProfile } from '../model/profile.ts';

/**
 * How the parts of the content script meet: the first, which loads with every page, recognises the form and leaves it
 * here; the others are loaded when needed. Globals of the extension's own world in the page, which the page cannot
 * reach. A part that is there already is called again instead of being loaded again: a module runs only once.
 */
export const HANDOVER = Symbol.for('fis-oko.handover');
export const READING = Symbol.for('fis-oko.reading');
export const CALIBRATION = Symbol.for('fis-oko.calibration');

export interface Handover {
  readonly document: Document;
  /** Fires when the page's script ends. */
  readonly signal: AbortSignal;
  stop(): void;
  /** The form; once only, so that nobody keeps what it was read from. */
  take(): Opened | null;
}

/** What the second half of recognition is asked for: whether a page is the form, and to hand it to the session then. */
export interface Judgement {
  readonly begun: Begun;
  /** The life of the form on this page. */
  readonly stop: AbortController;
  said(isForm: boolean): void;
}

/** What the part that knows site profiles is asked for. */
export interface Calibration {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly profile: SiteProfile | null;
  /** `open`: read the page by the profile; `show`: the user points at the form's parts. */
  readonly task: 'open' | 'show';
  /** Starts the page anew: by this profile, or by recognition alone. */
  restart(profile: SiteProfile | null): void;
  /** Asks the user for the parts again, what the profile knows being kept. */
  show(): void;
}

/** Where a part waits for its work. */
export interface Desk<T> {
  work?: T | undefined;
  take?: (() => void) | undefined;
}

/** The desk of a part in this page's world. */
export function deskOf<T>(name: symbol): Desk<T> {
  const world = globalThis as { [key: symbol]: Desk<T> | undefined };
  world[name] ??= {};
  return world[name];
}

/** Gives a part its work, loading it first where it is not there yet. */
export function giveWork<T>(name: symbol, work: T, load: () => Promise<unknown>, failed: () => void): void {
  const desk = deskOf<T>(name);
  desk.work = work;
  if (desk.take) desk.take();
  else load().catch(failed);
}

/** A part's own side: does the work that waits, and whatever is given later. */
export function takeWork<T>(name: symbol, run: (work: T) => void): void {
  const desk = deskOf<T>(name);
  desk.take = () => {
    const { work } = desk;
    desk.work = undefined;
    if (work) run(work);
  };
  desk.take();
}
