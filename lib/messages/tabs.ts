import { MessageError, readAnswer, wrap } from './envelope.ts';
import { type NativeApi, native } from './native.ts';
import { type ContentMessage, checkReply, type ReplyOf, type RequestOf } from './registry.ts';

/**
 * Sends to the form in a tab (whichever frame holds it) and resolves to its checked reply, or to null when the tab has
 * no form: frames without one do not answer. The reply comes out of a web page's process, so it is checked. Rejects
 * with `MessageError` when the form refused or its reply fails the schema. For popup, side panel and workspace.
 */
export async function sendToTab<N extends ContentMessage>(
  tabId: number,
  name: N,
  request: RequestOf<N>,
  api: NativeApi = native(),
): Promise<ReplyOf<N> | null> {
  let data: unknown;
  try {
    data = await api.tabs?.sendMessage(tabId, wrap(name, request));
  } catch {
    return null;
  }
  const answer = readAnswer(data);
  if (!answer) return null;
  if (!answer.ok) throw new MessageError(name, answer.refusal);
  const checked = checkReply(name, answer.reply);
  if (!checked.ok)
    throw new MessageError(name, { kind: 'schema', path: checked.path, reason: checked.reason });
  return checked.value as ReplyOf<N>;
}
