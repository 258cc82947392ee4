import type { MessageListener, NativeApi, Sender } from '../../lib/messages/native.ts';

/** A browser with one extension in it: messages sent reach every listener, as the given sender. */
export function fakeRuntime(sender: Sender = { id: 'ours', url: 'https://form.example/', tab: { id: 1 } }) {
  const listeners = new Set<MessageListener>();
  const deliver = (message: unknown, from: Sender) =>
    new Promise<unknown>((resolve) => {
      let pending = false;
      for (const listener of listeners) if (listener(message, from, resolve) === true) pending = true;
      if (!pending) setTimeout(() => resolve(undefined), 0);
    });
  const state: { id: string | undefined } = { id: 'ours' };
  const runtime = {
    get id() {
      return state.id;
    },
    getURL: (path: string) => `chrome-extension://ours/${path}`,
    sendMessage: (message: unknown) => deliver(structuredClone(message), sender),
    onMessage: {
      addListener: (listener: MessageListener) => void listeners.add(listener),
      removeListener: (listener: MessageListener) => void listeners.delete(listener),
    },
  };
  const api: NativeApi = {
    runtime,
    tabs: { sendMessage: (_tab: number, message: unknown) => deliver(structuredClone(message), sender) },
  };
  return { api, runtime, deliver, listeners, state };
}
