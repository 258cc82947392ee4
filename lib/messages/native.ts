/**
 * The few functions of the browser that messages need, with promises, as both Chromium and Firefox have them in
 * Manifest V3. Not the polyfill: it would cost the content script three kilobytes.
 */

export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined; readonly url?: string | undefined } | undefined;
}

export type MessageListener = (
  data: unknown,
  sender: Sender,
  respond: (answer: unknown) => void,
) => boolean | undefined;

/** `id` goes away when the extension is updated under an open page. */
export interface NativeRuntime {
  readonly id?: string | undefined;
  getURL(path: string): string;
  sendMessage(message: unknown): Promise<unknown>;
  readonly onMessage: {
    addListener(listener: MessageListener): void;
    removeListener(listener: MessageListener): void;
  };
}

export interface NativeApi {
  readonly runtime?: NativeRuntime | undefined;
  readonly tabs?:
    | { sendMessage(tabId: number, message: unknown, options?: { frameId: number }): Promise<unknown> }
    | undefined;
}

/** The browser's own extension API; an empty object outside an extension. */
export function native(): NativeApi {
  const scope = globalThis as { browser?: NativeApi; chrome?: NativeApi };
  return scope.browser?.runtime ? scope.browser : (scope.chrome ?? {});
}

/** False once the extension was updated, switched off or removed: this script then has nobody to talk to. */
export function isAlive(api: NativeApi = native()): boolean {
  try {
    return Boolean(api.runtime?.id);
  } catch {
    return false;
  }
}
