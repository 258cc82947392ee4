import { unwrap } from '../../lib/messages/envelope.ts';
import { partyOf } from '../../lib/messages/listen.ts';
import { type MessageListener, native } from '../../lib/messages/native.ts';
import { hasMostFields } from './most-fields.ts';

/**
 * Waits for «Показать форму» from one of the extension's pages. It reaches every frame of the tab; only the one with
 * the most fields answers and starts, also where nothing was recognised.
 */
export function onCalibrate(doc: Document, start: () => void, signal: AbortSignal): void {
  const runtime = native().runtime;
  if (!runtime) return;
  const listener: MessageListener = (data, sender, respond) => {
    if (unwrap(data)?.name !== 'form.calibrate' || partyOf(sender, runtime) !== 'page') return undefined;
    if (!hasMostFields(doc)) return undefined;
    respond({ ok: true, reply: { started: true } });
    start();
    return undefined;
  };
  runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => runtime.onMessage.removeListener(listener));
}
