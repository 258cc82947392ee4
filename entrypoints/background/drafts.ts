import { draftErrorKey } from '../../lib/drafts/errors.ts';
import { openDrafts } from '../../lib/drafts/open.ts';
import type { Drafts } from '../../lib/drafts/types.ts';
import { t } from '../../lib/i18n.ts';
import type { Handlers } from '../../lib/messages/listen.ts';
import type { SettingsStore } from '../../lib/settings/settings.ts';

/** Says in a sentence why a draft was not kept: the text itself is still in the form. */
function inWords(error: unknown): never {
  throw new Error(t(draftErrorKey(error)));
}

/** Typed text is kept here: content scripts cannot reach the store. Opened when first asked for. */
export function draftHandlers(settings: SettingsStore): Handlers<'drafts.keep' | 'drafts.list'> {
  const enabled = async (): Promise<boolean> => (await settings.read()).drafts;
  let opened: Promise<Drafts> | null = null;
  const drafts = (): Promise<Drafts> => {
    opened ??= openDrafts({ enabled }).then(async (store) => {
      await store.expire();
      return store;
    });
    opened.catch(() => {
      opened = null;
    });
    return opened;
  };
  return {
    async 'drafts.keep'(typed) {
      const store = await drafts().catch(inWords);
      const { revision, conflict } = await store.keep(typed).catch(inWords);
      return { revision, conflict: conflict !== null };
    },
    async 'drafts.list'({ site, login }) {
      if (!(await enabled())) return { drafts: [] };
      const records = await (await drafts()).list(site, login);
      return {
        drafts: records.flatMap(({ positionId, versions: [latest] }) =>
          latest ? [{ positionId, revision: latest.revision, fields: latest.fields }] : [],
        ),
      };
    },
  };
}
