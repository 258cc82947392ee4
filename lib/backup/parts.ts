import { z } from 'zod';
import { draftRecordSchema } from '../drafts/schema.ts';
import type { Drafts } from '../drafts/types.ts';
import { type CredentialStore, CredentialsLocked } from '../library/credentials.ts';
import type { OpenedLibrary } from '../library/open.ts';
import { libraryDocumentSchema, useSchema } from '../model/library.ts';
import { type Pack, packSchema } from '../model/pack.ts';
import { BackupError, type BackupPart } from './types.ts';

/** A part whose data have the schema's type; callers see the parts as a list of unknown ones. */
function part<T>(one: BackupPart<T>): BackupPart {
  return one as unknown as BackupPart;
}

const snapshotSchema = z.object({ documents: z.array(libraryDocumentSchema), uses: z.array(useSchema) });

/** Documents and their uses, deletion marks included. */
export function libraryPart(library: Pick<OpenedLibrary, 'snapshot' | 'replaceAll'>): BackupPart {
  return part({
    name: 'library',
    schema: snapshotSchema,
    read: async () => (await library.snapshot()) as z.infer<typeof snapshotSchema>,
    replace: (data) => library.replaceAll(data),
  });
}

/** Text typed into forms. May hold passwords from comments: the user is told where the file is saved. */
export function draftsPart(drafts: Pick<Drafts, 'all' | 'replaceAll'>): BackupPart {
  const schema = z.array(draftRecordSchema);
  return part({
    name: 'drafts',
    schema,
    read: async () => [...(await drafts.all())] as z.infer<typeof schema>,
    replace: (data) => drafts.replaceAll(data),
  });
}

/** Where imported packs are kept; `lib/packs` has the functions. */
export interface PackStore {
  /** Imported packs only. */
  imported(): Promise<readonly Pack[]>;
  save(pack: Pack): Promise<void>;
  remove(id: string): Promise<unknown>;
}

/** Criteria packs the user imported or edited. */
export function packsPart(packs: PackStore): BackupPart {
  return part({
    name: 'packs',
    schema: z.array(packSchema),
    read: async () => [...(await packs.imported())],
    async replace(data) {
      const ids = new Set(data.map(({ id }) => id));
      for (const pack of data) await packs.save(pack);
      for (const { id } of await packs.imported()) if (!ids.has(id)) await packs.remove(id);
    },
  });
}

/** The part of `storage.local` that is needed. */
export interface BackupArea {
  get(keys: string | null): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** Never in a backup: the encrypted credentials (a part of their own, when ticked) and text of an open popup. */
const NOT_SETTINGS = /^(?:credentials\.|popup\.)/;

/** Everything small that lies in `storage.local`: settings, dismissals, site profiles, remembered choices. */
export function settingsPart(area: BackupArea): BackupPart {
  const settings = async (): Promise<Record<string, unknown>> =>
    Object.fromEntries(Object.entries(await area.get(null)).filter(([key]) => !NOT_SETTINGS.test(key)));
  return part({
    name: 'settings',
    schema: z.record(z.string().max(200), z.unknown()),
    read: settings,
    async replace(data) {
      const wanted = Object.entries(data).filter(([key]) => !NOT_SETTINGS.test(key));
      await area.set(Object.fromEntries(wanted));
      const keys = new Set(wanted.map(([key]) => key));
      const gone = Object.keys(await settings()).filter((key) => !keys.has(key));
      if (gone.length > 0) await area.remove(gone);
    },
  });
}

/** Logins and passwords in plain text: put into the list of parts only when the user ticked it. */
export function credentialsPart(store: Pick<CredentialStore, 'exportAll' | 'importAll'>): BackupPart {
  const schema = z.record(z.uuid(), z.object({ login: z.string(), password: z.string() }));
  return part({
    name: 'credentials',
    schema,
    async read() {
      try {
        return { ...(await store.exportAll()) };
      } catch (error) {
        if (error instanceof CredentialsLocked) throw new BackupError('locked', '', error);
        throw error;
      }
    },
    replace: (data) => store.importAll(data),
  });
}
