import { openDrafts } from '../../lib/drafts/open.ts';
import type { Drafts } from '../../lib/drafts/types.ts';
import type { Handlers } from '../../lib/messages/listen.ts';
import type { SettingsStore } from '../../lib/settings/settings.ts';

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
    async 'drafts.keep'({ typed }) {
      const store = await drafts();
      const kept: { revision: number; conflict: boolean }[] = [];
      for (const one of typed) {
        const { revision, conflict } = await store.keep(one);
        kept.push({ revision, conflict: conflict !== null });
      }
      return { kept };
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
