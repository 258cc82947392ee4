/** What changed in another page of the extension: numbers of the chunks to read again. */
export interface ChangeNotice {
  readonly documents: readonly number[];
  readonly uses: readonly number[];
}

function isNotice(data: unknown): data is ChangeNotice {
  if (typeof data !== 'object' || data === null) return false;
  const notice = data as Record<string, unknown>;
  return [notice.documents, notice.uses].every(
    (list) => Array.isArray(list) && list.every((chunk) => Number.isInteger(chunk)),
  );
}

/** Tells other pages of the extension about changes, and hears of theirs. One channel a database. */
export interface ChangeChannel {
  tell(notice: ChangeNotice): void;
  close(): void;
}

/** Opens the channel; where there is no BroadcastChannel, pages just do not hear of each other. */
export function openChannel(name: string, hear: (notice: ChangeNotice) => void): ChangeChannel {
  if (typeof BroadcastChannel === 'undefined') return { tell() {}, close() {} };
  const channel = new BroadcastChannel(`${name}-changes`);
  channel.onmessage = (event: MessageEvent<unknown>) => {
    if (isNotice(event.data)) hear(event.data);
  };
  // Node keeps running while a channel is open; browsers have no such thing.
  (channel as { unref?: () => void }).unref?.();
  return {
    tell: (notice) => channel.postMessage(notice),
    close: () => channel.close(),
  };
}
