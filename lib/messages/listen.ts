import { type Answer, type Checked, isRecord, type Refusal, unwrap } from './envelope.ts';
import { type NativeRuntime, native, type Sender } from './native.ts';
import type { MessageName, ReplyOf, RequestOf } from './registry.ts';

/** Who sends: a script in a page, or one of the extension's own pages (popup, side panel, workspace, background). */
export type Party = 'content' | 'page';

export type Handlers<N extends MessageName = MessageName> = {
  readonly [K in N]?: (request: RequestOf<K>, sender: Sender) => Promise<ReplyOf<K>> | ReplyOf<K>;
};

export interface ListenOptions {
  /** Which party may send which message: the command list per sender. */
  readonly allow: (name: string, party: Party) => boolean;
  /** Checks a request: zod in the background and in pages, hand-made guards in the content script. */
  readonly check: (name: string, request: unknown) => Checked<unknown>;
  /** What a handler's failure says to the person; the error's own message when left out. */
  readonly words?: (error: unknown) => string;
  readonly signal?: AbortSignal;
  readonly runtime?: NativeRuntime | undefined;
}

/** Tells a page of the extension from a content script by the sender's own address, which a web page cannot forge. */
export function partyOf(sender: Sender, runtime: Pick<NativeRuntime, 'id' | 'getURL'>): Party | null {
  if (!sender.id || sender.id !== runtime.id) return null;
  return sender.url?.startsWith(runtime.getURL('')) || (!sender.tab && !sender.url) ? 'page' : 'content';
}

/**
 * Serves messages until the signal fires. Takes unknown data; strangers and messages that are not ours or that no
 * handler here serves get no answer at all (another frame may serve them); a sender who may not send this message,
 * a request that fails its check and a handler that throws get a refusal with path and reason.
 */
export function listen(handlers: Handlers, options: ListenOptions): void {
  const runtime = options.runtime ?? native().runtime;
  if (!runtime || options.signal?.aborted) return;
  const table = new Map(Object.entries(handlers));

  const listener = (
    data: unknown,
    sender: Sender,
    respond: (answer: unknown) => void,
  ): boolean | undefined => {
    const envelope = unwrap(data);
    const party = partyOf(sender, runtime);
    if (!envelope || !party) return undefined;
    const handler = table.get(envelope.name as MessageName);
    if (!handler) return undefined;
    const refuse = (refusal: Refusal) => respond({ ok: false, refusal } satisfies Answer);
    if (!options.allow(envelope.name, party)) {
      refuse({ kind: 'sender', path: '', reason: `${party} may not send ${envelope.name}` });
      return undefined;
    }
    const checked = options.check(envelope.name, envelope.request);
    if (!checked.ok) {
      refuse({ kind: 'schema', path: checked.path, reason: checked.reason });
      return undefined;
    }
    // The name was looked up in the table, so the checked value is this handler's request.
    const serve = handler as (request: unknown, sender: Sender) => unknown;
    Promise.resolve()
      .then(() => serve(checked.value, sender))
      .then(
        (reply) => respond({ ok: true, reply } satisfies Answer),
        (error: unknown) => refuse({ kind: 'failed', path: '', reason: (options.words ?? reasonOf)(error) }),
      );
    return true;
  };

  runtime.onMessage.addListener(listener);
  options.signal?.addEventListener('abort', () => runtime.onMessage.removeListener(listener), { once: true });
}

function reasonOf(error: unknown): string {
  if (error instanceof Error) return error.message;
  return isRecord(error) && typeof error.message === 'string' ? error.message : String(error);
}
