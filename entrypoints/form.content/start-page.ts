import tokens from '../../assets/styles/tokens.css?inline';
import css from '../../components/overlay/overlay.css?inline';
import { accountOf } from '../../lib/form/account.ts';
import { openForm } from '../../lib/form/open.ts';
import { serveFollowers } from '../../lib/messages/follow.ts';
import { guardRequest } from '../../lib/messages/guards.ts';
import { listen } from '../../lib/messages/listen.ts';
import { isAlive } from '../../lib/messages/native.ts';
import { send } from '../../lib/messages/send.ts';
import { createOverlay } from '../../lib/overlay/overlay.ts';
import { createEngine, describeFinding } from '../../lib/rules/index.ts';
import { startSession } from '../../lib/session/session.ts';

/** Starts the session of one page or frame; false when the form is not there (yet). */
export function startPage(doc: Document, ended: AbortSignal): boolean {
  const stop = new AbortController();
  const { signal } = stop;
  ended.addEventListener('abort', () => stop.abort());
  const handlers = startSession(
    {
      openForm: (options) => openForm(doc, options),
      createEngine,
      describe: describeFinding,
      createOverlay: (actions, life) =>
        createOverlay({
          document: doc,
          css: `${tokens}\n${css}`,
          actions,
          signal: life,
          onReplaced: () => stop.abort(),
        }),
      background: send,
      follow: serveFollowers(signal),
      owner: { site: doc.location.host, login: () => accountOf(doc) },
      onLeave(run) {
        doc.defaultView?.addEventListener('pagehide', run, { signal });
        doc.addEventListener('visibilitychange', () => doc.hidden && run(), { signal });
      },
      isAlive,
      now: () => new Date(),
      setTimer(run, ms) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
    signal,
  );
  if (!handlers) {
    stop.abort();
    return false;
  }
  listen(handlers, { allow: (_name, party) => party === 'page', check: guardRequest, signal });
  return true;
}
