import { isAlive } from '../../lib/messages/native.ts';

/** Told in the page when a script of ours starts; the page learns no more than that by it. */
const STARTED = 'fis-oko:started';
/** The script that runs in this page's world of the extension. */
const RUNNING = Symbol.for('fis-oko.running');

/**
 * The life of the content script in one page: it ends when a newer one starts. Stands in for WXT's class of the same
 * name (wxt.config.ts), which every page would pay a kilobyte for, and which tells the page the extension's id.
 */
export class ContentScriptContext {
  readonly signal: AbortSignal;

  constructor() {
    const life = new AbortController();
    this.signal = life.signal;
    // Started again in the same world: when a site is switched on, say.
    const world = globalThis as { [RUNNING]?: AbortController };
    world[RUNNING]?.abort();
    world[RUNNING] = life;
    document.dispatchEvent(new Event(STARTED));
    // An updated extension gets a new world. What is left of the old one hears the event; the living ignores it, so that no page can end it.
    const yieldToNewer = () => isAlive() || life.abort();
    document.addEventListener(STARTED, yieldToNewer, { signal: life.signal });
  }
}
