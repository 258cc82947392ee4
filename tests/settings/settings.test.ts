import { describe, expect, it } from 'vitest';
import { openDismissals } from '../../lib/settings/dismissals.ts';
import { chosenPack, DEFAULT_SETTINGS, openSettings } from '../../lib/settings/settings.ts';

function memory(start: Record<string, unknown> = {}) {
  const data = { ...start };
  return {
    data,
    get: async (key: string) => (key in data ? { [key]: data[key] } : {}),
    set: async (values: Record<string, unknown>) => void Object.assign(data, values),
  };
}

describe('settings', () => {
  it('start with the defaults and keep what is changed', async () => {
    const area = memory();
    const settings = openSettings(area);
    expect(await settings.read()).toEqual(DEFAULT_SETTINGS);
    await settings.change({ noLowSchools: true });
    expect(await openSettings(area).read()).toEqual({ ...DEFAULT_SETTINGS, noLowSchools: true });
  });

  it('set unreadable data aside instead of overwriting it', async () => {
    const area = memory({ settings: { version: 9, future: true } });
    const settings = openSettings(area);
    await settings.change({ drafts: false });
    expect(area.data['settings.unreadable']).toEqual({ version: 9, future: true });
    expect((await settings.read()).drafts).toBe(false);
  });

  it('refuse what does not fit, with the path, and stay as they were', async () => {
    const settings = openSettings(memory());
    await expect(settings.change({ noLowSchools: 'yes' as never })).rejects.toThrow('settings.noLowSchools');
    expect(await settings.read()).toEqual(DEFAULT_SETTINGS);
  });

  it('prefer the pack of the year', () => {
    const settings = { ...DEFAULT_SETTINGS, activePacks: { mum: 'a', 'mum-2022': 'b' } };
    expect(chosenPack(settings, 'mum', 2022)).toBe('b');
    expect(chosenPack(settings, 'mum', 2021)).toBe('a');
    expect(chosenPack(settings, 'rum')).toBeNull();
  });
});

describe('dismissals', () => {
  const one = {
    rule: 'news-link',
    positionId: 'p',
    rowIndex: 0,
    subject: 'x',
    reason: 'r',
    at: '2022-01-01',
  };

  it('replace an earlier one about the same thing and can be taken back', async () => {
    const store = openDismissals(memory());
    await Promise.all([
      store.keep(one),
      store.keep({ ...one, subject: 'y' }),
      store.keep({ ...one, rowIndex: 1 }),
    ]);
    expect((await store.all()).map((entry) => entry.subject)).toEqual(['y', 'x']);
    await store.forget(one);
    expect((await store.all()).map((entry) => entry.rowIndex)).toEqual([1]);
  });

  it('leave unreadable entries where they are', async () => {
    const area = memory({ dismissals: [{ from: 'the future' }, one] });
    const store = openDismissals(area);
    expect(await store.all()).toEqual([one]);
    await store.keep({ ...one, rowIndex: 2 });
    expect((area.data.dismissals as unknown[]).length).toBe(3);
  });
});
