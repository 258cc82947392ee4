import { z } from 'zod';
import type { Mechanism } from '../model/form.ts';
import type { Area } from './area.ts';

/** What the user chose, checked each time it is read. Kept in `storage.local` under one key. */

const KEY = 'settings';
const ASIDE = 'settings.unreadable';

export const settingsSchema = z.object({
  version: z.literal(1),
  /** Pack chosen by the user: by mechanism and year (`mum-2022`), or for all years of a mechanism (`mum`). */
  activePacks: z.record(z.string(), z.string()),
  /** Are there schools with low results? true: there are none; null: not said. */
  noLowSchools: z.boolean().nullable(),
  /** Whether typed text is kept on this machine. */
  drafts: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = { version: 1, activePacks: {}, noLowSchools: null, drafts: true };

export interface SettingsStore {
  read(): Promise<Settings>;
  /** Changes some settings; rejects with the path and reason when they do not fit, the old ones untouched. */
  change(patch: Partial<Omit<Settings, 'version'>>): Promise<Settings>;
}

/**
 * Opens the settings. What cannot be read (damaged, or of a newer version) is set aside under its own key, never
 * overwritten, and the defaults are used.
 */
export function openSettings(area: Area): SettingsStore {
  const read = async (): Promise<Settings> => {
    const stored = (await area.get(KEY))[KEY];
    if (stored === undefined) return DEFAULT_SETTINGS;
    const result = settingsSchema.safeParse(stored);
    if (result.success) return result.data;
    if ((await area.get(ASIDE))[ASIDE] === undefined) await area.set({ [ASIDE]: stored });
    return DEFAULT_SETTINGS;
  };
  return {
    read,
    async change(patch) {
      const result = settingsSchema.safeParse({ ...(await read()), ...patch });
      if (!result.success) {
        const issue = result.error.issues[0];
        throw new Error(`settings.${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'does not fit'}`);
      }
      await area.set({ [KEY]: result.data });
      return result.data;
    },
  };
}

/** The pack the user chose for a mechanism, the one for that year before the one for all years; null: none chosen. */
export function chosenPack(
  settings: Settings,
  mechanism: Mechanism,
  year: number | null = null,
): string | null {
  const byYear = year === null ? undefined : settings.activePacks[`${mechanism}-${year}`];
  return byYear ?? settings.activePacks[mechanism] ?? null;
}
