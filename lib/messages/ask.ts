import { type Answer, wrap } from './envelope.ts';
import { native } from './native.ts';
import type { BackgroundMessage, ReplyOf, RequestOf } from './registry.ts';

/**
 * Asks the background for something one can do without: null when it does not answer, for whatever reason. For the
 * script that loads with every page; `send` tells what went wrong.
 */
export async function ask<N extends BackgroundMessage>(
  name: N,
  request: RequestOf<N>,
): Promise<ReplyOf<N> | null> {
  try {
    const answer = (await native().runtime?.sendMessage(wrap(name, request))) as Answer | undefined;
    return answer?.ok ? (answer.reply as ReplyOf<N>) : null;
  } catch {
    return null;
  }
}
