import 'fake-indexeddb/auto';
import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { BUILTIN_PACKS } from '../../lib/packs/builtin.ts';
import { allPacks, packById, removePack, savePack } from '../../lib/packs/packs.ts';

const fromDisk = async (path: string): Promise<unknown> =>
  JSON.parse(await readFile(`assets/${path}`, 'utf8'));

beforeEach(async () => {
  await removePack('mum-2022');
});

describe('packs at hand', () => {
  it('are the built-in ones at first, each readable', async () => {
    const packs = await allPacks(fromDisk);
    expect(packs.map((pack) => pack.id)).toEqual([...BUILTIN_PACKS]);
    expect(packs.every((pack) => pack.builtin)).toBe(true);
  });

  it('an imported pack stands in the place of a built-in one until it is removed', async () => {
    const pack = await packById('mum-2022', fromDisk);
    if (!pack) throw new Error('no such pack');
    await savePack({ ...pack, title: 'Из официального файла', complete: true }, '2026-01-01T00:00:00Z');
    expect((await packById('mum-2022', fromDisk))?.title).toBe('Из официального файла');
    expect((await allPacks(fromDisk)).filter(({ id }) => id === 'mum-2022')).toMatchObject([
      { builtin: false },
    ]);
    expect((await removePack('mum-2022'))?.title).toBe('Из официального файла');
    expect((await packById('mum-2022', fromDisk))?.title).toBe(pack.title);
  });

  it('knows no pack of another name', async () => {
    expect(await packById('__proto__', fromDisk)).toBeNull();
  });
});
