import { MessageError, readAnswer, wrap } from './envelope.ts';
import { isAlive, type NativeApi, native } from './native.ts';
import type { BackgroundMessage, ReplyOf, RequestOf } from './registry.ts';

/**
 * Sends to the background and resolves to its reply. Rejects with `MessageError`: kind `gone` when the extension was
 * updated under this page, else what the background refused and why. The reply is our own code's, so it is not
 * checked again: this runs in the content script, where zod does not fit.
 */
export async function send<N extends BackgroundMessage>(
  name: N,
  request: RequestOf<N>,
  api: NativeApi = native(),
): Promise<ReplyOf<N>> {
  const gone = (reason: string) => new MessageError(name, { kind: 'gone', path: '', reason });
  if (!isAlive(api) || !api.runtime) throw gone('the extension was updated or removed');
  let data: unknown;
  try {
    data = await api.runtime.sendMessage(wrap(name, request));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (!isAlive(api) || /context invalidated/i.test(reason)) throw gone(reason);
    throw new MessageError(name, { kind: 'unknown', path: '', reason });
  }
  const answer = readAnswer(data);
  if (!answer) throw new MessageError(name, { kind: 'unknown', path: '', reason: 'nobody answered' });
  if (!answer.ok) throw new MessageError(name, answer.refusal);
  return answer.reply as ReplyOf<N>;
}
