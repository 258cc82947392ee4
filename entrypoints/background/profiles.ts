import type { Handlers } from '../../lib/messages/listen.ts';
import type { ProfileStore } from '../../lib/settings/profiles.ts';

/** Site profiles for content scripts, which cannot read storage. A page's script keeps none for another host. */
export function profileHandlers(store: ProfileStore): Handlers<'profiles.find' | 'profiles.save'> {
  return {
    'profiles.find': async ({ site }) => ({ profile: await store.find(site) }),
    async 'profiles.save'({ profile }, sender) {
      // A frame without an address of its own belongs to the page around it.
      const url = sender.url?.startsWith('http') ? sender.url : sender.tab?.url;
      const host = url ? new URL(url).host : '';
      if (host !== profile.site) throw new Error(`a profile of ${profile.site} from ${host}`);
      await store.save(profile);
      return {};
    },
  };
}
