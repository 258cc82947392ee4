import { profileSchema, type SiteProfile } from '../model/profile.ts';
import type { Area } from './area.ts';

/** Site profiles by host, in `storage.local`. */

const KEY = 'siteProfiles';

export interface ProfileStore {
  all(): Promise<readonly SiteProfile[]>;
  /** The profile of a host; null when there is none that can be read. */
  find(site: string): Promise<SiteProfile | null>;
  /** Keeps a profile; the one of the same host is replaced. */
  save(profile: SiteProfile): Promise<void>;
  remove(site: string): Promise<void>;
}

/** Opens the profiles. Entries that cannot be read stay where they are and are left out. Writes follow one another. */
export function openProfiles(area: Area): ProfileStore {
  let queue: Promise<unknown> = Promise.resolve();
  const raw = async (): Promise<Record<string, unknown>> => {
    const stored = (await area.get(KEY))[KEY];
    return typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? { ...stored } : {};
  };
  const edit = (change: (entries: Record<string, unknown>) => void): Promise<void> => {
    const next = queue.then(async () => {
      const entries = await raw();
      change(entries);
      await area.set({ [KEY]: entries });
    });
    queue = next.catch(() => undefined);
    return next;
  };
  return {
    async all() {
      return Object.values(await raw()).flatMap((entry) => {
        const read = profileSchema.safeParse(entry);
        return read.success ? [read.data] : [];
      });
    },
    async find(site) {
      const entries = await raw();
      const read = Object.hasOwn(entries, site) ? profileSchema.safeParse(entries[site]) : null;
      return read?.success ? read.data : null;
    },
    save: (profile) =>
      edit((entries) => {
        entries[profile.site] = profile;
      }),
    remove: (site) =>
      edit((entries) => {
        delete entries[site];
      }),
  };
}
