import type { Handlers } from '../../lib/messages/listen.ts';
import type { DismissalStore } from '../../lib/settings/dismissals.ts';

type DismissalMessages = 'findings.dismissals' | 'findings.dismiss' | 'findings.restore';

/** «Не замечание…», kept for all tabs. */
export function dismissalHandlers(store: DismissalStore): Handlers<DismissalMessages> {
  return {
    'findings.dismissals': async () => ({ dismissals: await store.all() }),
    'findings.dismiss': async (dismissal) => {
      await store.keep(dismissal);
      return {};
    },
    'findings.restore': async (which) => {
      await store.forget(which);
      return {};
    },
  };
}
