import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { backupName, makeBackup, readBackup, restoreBackup } from '../../lib/backup/file.ts';
import { credentialsPart, draftsPart, libraryPart, packsPart, settingsPart } from '../../lib/backup/parts.ts';
import type { BackupPart } from '../../lib/backup/types.ts';
import { openDrafts } from '../../lib/drafts/open.ts';
import { openCredentials } from '../../lib/library/credentials.ts';
import { openLibrary } from '../../lib/library/open.ts';
import type { Pack } from '../../lib/model/pack.ts';
import { freshName, newDocument, newUse } from '../library/make.ts';

const NOW = new Date('2022-07-15T10:00:00Z');

const pack = (id: string): Pack => ({
  format: 1,
  id,
  title: 'Учебный набор',
  mechanism: 'mum',
  year: 2022,
  kind: 'training',
  complete: false,
  source: { title: 'Учебный' },
  tracksTotal: null,
  max: null,
  sections: [],
  directions: [],
  calendar: [],
  harmfulPhrases: [],
});

function area() {
  const raw = new Map<string, unknown>();
  return {
    raw,
    get: async (key: string | null) =>
      key === null ? Object.fromEntries(raw) : raw.has(key) ? { [key]: raw.get(key) } : {},
    set: async (values: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(values)) raw.set(key, value);
    },
    remove: async (keys: string | string[]) => {
      for (const key of [keys].flat()) raw.delete(key);
    },
  };
}

async function machine() {
  const library = await openLibrary(freshName());
  const drafts = await openDrafts({ enabled: async () => true, name: `drafts-${crypto.randomUUID()}` });
  const local = area();
  const credentials = openCredentials(area(), local);
  const stored = new Map<string, Pack>();
  const packs = {
    imported: async () => [...stored.values()],
    save: async (one: Pack) => void stored.set(one.id, one),
    remove: async (id: string) => stored.delete(id),
  };
  const parts = [libraryPart(library), draftsPart(drafts), packsPart(packs), settingsPart(local)];
  return { library, drafts, local, credentials, packs, parts, secret: credentialsPart(credentials) };
}

async function filled() {
  const one = await machine();
  const { id } = await one.library.add(newDocument({ access: { kind: 'login', note: '' } }));
  const gone = await one.library.add(newDocument({ title: 'Удалённый' }));
  await one.library.remove([gone.id]);
  await one.library.recordUse(newUse(id));
  await one.drafts.keep({
    place: { site: 'a.ru', login: 'reg01_mmu_02', positionId: 'p1' },
    text: 'Позиция',
    path: [],
    fields: { 'url#0': 'https://a.ru' },
    tab: 't',
    base: 0,
  });
  await one.packs.save(pack('own'));
  await one.local.set({ settings: { version: 1, noLowSchools: true } });
  await one.credentials.saveCredentials(id, { login: 'l', password: 'очень-тайно' });
  return { ...one, id };
}

async function stateOf({ library, drafts, packs, local }: Awaited<ReturnType<typeof machine>>) {
  return {
    library: await library.snapshot(),
    drafts: await drafts.all(),
    packs: await packs.imported(),
    settings: [...local.raw].filter(([key]) => !key.startsWith('credentials')).sort(),
  };
}

describe('a backup', () => {
  it('restored on another machine gives the same state', async () => {
    const here = await filled();
    const there = await machine();
    await there.local.set({ extra: 1 });
    await there.packs.save(pack('other'));
    const text = await makeBackup(here.parts, NOW);
    await restoreBackup(readBackup(text, there.parts), there.parts);
    expect(await stateOf(there)).toEqual(await stateOf(here));
  });

  it('holds credentials only when ticked', async () => {
    const here = await filled();
    await here.credentials.protect('парольная фраза');
    const without = await makeBackup(here.parts, NOW);
    expect(without).not.toContain('очень-тайно');
    expect(without).not.toContain('credentials');
    const ticked = [...here.parts, here.secret];
    const text = await makeBackup(ticked, NOW);
    const there = await machine();
    await restoreBackup(readBackup(text, [...there.parts, there.secret]), [...there.parts, there.secret]);
    expect((await there.credentials.credentialsOf(here.id))?.password.reveal()).toBe('очень-тайно');
    await here.credentials.lock();
    await expect(makeBackup(ticked, NOW)).rejects.toMatchObject({ code: 'locked' });
  });

  it('is named by its day', () => {
    expect(backupName(NOW)).toBe('fis-oko-2022-07-15.json');
  });
});

describe('a file is refused, with the reason, and nothing changes', () => {
  it.each([
    ['', 'not-json'],
    ['{"format":"fis-oko-backup","ver', 'not-json'],
    ['null', 'foreign'],
    ['[]', 'foreign'],
    ['{"name":"package","version":"1.0.0"}', 'foreign'],
    ['{"format":"fis-oko-backup","version":"1"}', 'damaged'],
    ['{"format":"fis-oko-backup","version":2,"madeAt":"","parts":{}}', 'newer'],
    ['{"format":"fis-oko-backup","version":1,"madeAt":"","parts":{"plans":[]}}', 'newer'],
    [
      '{"format":"fis-oko-backup","version":1,"madeAt":"","parts":{"library":{"documents":[{}],"uses":[]}}}',
      'damaged',
    ],
    ['{"format":"fis-oko-backup","version":1,"madeAt":"","parts":{"drafts":"none"}}', 'damaged'],
  ])('%s → %s', async (text, code) => {
    const here = await filled();
    const before = await stateOf(here);
    expect(() => readBackup(text, here.parts)).toThrowError(expect.objectContaining({ code }));
    expect(await stateOf(here)).toEqual(before);
  });

  it('names the damaged field', async () => {
    const { parts } = await machine();
    const text =
      '{"format":"fis-oko-backup","version":1,"madeAt":"","parts":{"library":{"documents":[],"uses":[{"id":7}]}}}';
    expect(() => readBackup(text, parts)).toThrowError(
      expect.objectContaining({ path: 'library.uses.0.id' }),
    );
  });
});

describe('a failure in the middle', () => {
  it('leaves everything as it was', async () => {
    const here = await filled();
    const there = await filled();
    const before = await stateOf(there);
    const failing: BackupPart = {
      ...(there.parts[3] as BackupPart),
      replace: (() => {
        let calls = 0;
        return async (data: unknown) => {
          calls++;
          if (calls === 1) throw new DOMException('full', 'QuotaExceededError');
          return (there.parts[3] as BackupPart).replace(data);
        };
      })(),
    };
    const parts = [...there.parts.slice(0, 3), failing];
    const backup = readBackup(await makeBackup(here.parts, NOW), parts);
    await expect(restoreBackup(backup, parts)).rejects.toMatchObject({ code: 'failed' });
    const shown = async () => (await there.library.all()).map(({ id }) => id);
    expect(await shown()).toEqual(
      before.library.documents.filter((d) => d.deletedAt === null).map((d) => d.id),
    );
    expect((await stateOf(there)).drafts).toEqual(before.drafts);
    expect((await stateOf(there)).settings).toEqual(before.settings);
  });
});
