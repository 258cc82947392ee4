import { isRecord } from './envelope.ts';

/**
 * How a page of the extension follows the form in a tab without asking on a timer: it opens a port, and the form
 * says through it that something changed. What changed is asked for by an ordinary message.
 */

const PORT = 'fis-oko:follow';

/** Beyond this many milliseconds of quiet after a change the follower is told; typing does not flood it. */
const QUIET_MS = 250;

interface Port {
  readonly name: string;
  postMessage(message: unknown): void;
  disconnect(): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

interface FollowApi {
  readonly runtime?: {
    /** Why a port closed; has to be looked at, else the browser complains. */
    readonly lastError?: unknown;
    readonly onConnect: {
      addListener(listener: (port: Port) => void): void;
      removeListener(listener: (port: Port) => void): void;
    };
  };
  readonly tabs?: { connect(tabId: number, info: { name: string }): Port };
}

function api(): FollowApi {
  const scope = globalThis as { browser?: FollowApi; chrome?: FollowApi };
  return scope.browser?.runtime ? scope.browser : (scope.chrome ?? {});
}

/** News of the form: nothing of its contents travels here. */
export interface News {
  /** Position whose field or marker has the focus now. */
  readonly focused: string | null;
  /** False when only the focus moved. */
  readonly changed: boolean;
}

/**
 * Content script's side: takes followers until the signal fires. The returned function tells them; it costs nothing
 * while nobody follows.
 */
export function serveFollowers(signal: AbortSignal): (news: News) => void {
  const ports = new Set<Port>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pending: News | null = null;
  const accept = (port: Port): void => {
    if (port.name !== PORT) return;
    ports.add(port);
    port.onDisconnect.addListener(() => ports.delete(port));
  };
  const onConnect = api().runtime?.onConnect;
  onConnect?.addListener(accept);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    onConnect?.removeListener(accept);
    for (const port of ports) port.disconnect();
    ports.clear();
  });
  return (news) => {
    if (ports.size === 0) return;
    pending = { focused: news.focused, changed: news.changed || (pending?.changed ?? false) };
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        for (const port of ports) port.postMessage(pending);
        pending = null;
      },
      pending.changed ? QUIET_MS : 0,
    );
  };
}

/**
 * Page's side: calls `onNews` whenever the form in the tab changed, until the signal fires. `onGone` says that the
 * tab was reloaded or went elsewhere: follow again when it is there.
 */
export function followTab(
  tabId: number,
  onNews: (news: News) => void,
  onGone: () => void,
  signal: AbortSignal,
): void {
  const port = api().tabs?.connect(tabId, { name: PORT });
  if (!port || signal.aborted) return;
  port.onMessage.addListener((message) => {
    if (!isRecord(message) || signal.aborted) return;
    const focused = typeof message.focused === 'string' ? message.focused : null;
    onNews({ focused, changed: message.changed === true });
  });
  port.onDisconnect.addListener(() => {
    void api().runtime?.lastError;
    if (!signal.aborted) onGone();
  });
  signal.addEventListener('abort', () => port.disconnect());
}
