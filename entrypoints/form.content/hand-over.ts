import type { Opened } from '../../lib/form/open.ts';
import { isAlive, native } from '../../lib/messages/native.ts';
import { giveWork, HANDOVER, type Handover } from '../../lib/session/handover.ts';

/** Gives a recognised form to the session, which is loaded for it; both end with `stop`. */
export function handOver(opened: Opened, stop: AbortController): void {
  let form: Opened | null = opened;
  const handover: Handover = {
    document: opened.document,
    signal: stop.signal,
    stop: () => stop.abort(),
    take() {
      const taken = form;
      form = null;
      return taken;
    },
  };
  giveWork(
    HANDOVER,
    handover,
    () => importPart('/form-session.js'),
    () => stop.abort(),
  );
}

/**
 * Loads a further part, as the build names it. It runs in this script's own world: the page sees neither the module nor
 * what is handed over. Fails where the extension was updated meanwhile: the file would be another version's.
 */
export async function importPart(file: string): Promise<void> {
  const api = native();
  if (!isAlive(api)) throw new Error('the extension was updated or removed');
  await import(/* @vite-ignore */ api.runtime?.getURL(file) ?? '');
}
