import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import tokens from '../assets/styles/tokens.css?inline';
import css from '../components/overlay/overlay.css?inline';
import { accountOf } from '../lib/form/account.ts';
import { createLiveForm } from '../lib/form/live.ts';
import { serveFollowers } from '../lib/messages/follow.ts';
import { guardRequest } from '../lib/messages/guards.ts';
import { listen } from '../lib/messages/listen.ts';
import { isAlive } from '../lib/messages/native.ts';
import { send } from '../lib/messages/send.ts';
import { createOverlay } from '../lib/overlay/overlay.ts';
import { createEngine, describeFinding } from '../lib/rules/index.ts';
import { HANDOVER, type Handover, takeWork } from '../lib/session/handover.ts';
import { startSession } from '../lib/session/session.ts';

/** The second part of the content script: loaded where the form was recognised, takes it over and starts the session. */
export default defineUnlistedScript(() => takeWork<Handover>(HANDOVER, startOn));

function startOn({ document: doc, signal, stop, take }: Handover): void {
  if (signal.aborted) return;
  const handlers = startSession(
    {
      openForm(options) {
        const form = take();
        return form && createLiveForm(form, options);
      },
      createEngine,
      describe: describeFinding,
      createOverlay: (actions, life) =>
        createOverlay({
          document: doc,
          css: `${tokens}\n${css}`,
          actions,
          signal: life,
          onReplaced: stop,
        }),
      background: send,
      follow: serveFollowers(signal),
      owner: { site: doc.location.host, login: () => accountOf(doc) },
      page: String(performance.timeOrigin),
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
  if (handlers) listen(handlers, { allow: (_name, party) => party === 'page', check: guardRequest, signal });
}
