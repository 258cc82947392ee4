import { describe, expect, it } from 'vitest';
import type { SiteProfile } from '../../lib/model/profile.ts';
import { openProfiles } from '../../lib/settings/profiles.ts';

const way = {
  chain: ['p'],
  level: 0,
  bold: false,
  dress: '',
  column: null,
  numbered: false,
  sample: 'Наличие',
};
const profile = (site: string): SiteProfile => ({
  kind: 'fis-oko-site-profile',
  format: 1,
  site,
  title: 'Форма',
  made: '2022-06-01T10:00:00.000Z',
  position: [{ ...way, side: 'before', gap: 0, unit: 'box', up: 1 }],
  link: [
    {
      shape: 'input:text',
      labels: [],
      name: '',
      chain: ['input'],
      branch: 1,
      column: null,
      turn: 0,
      period: 2,
      alone: true,
    },
  ],
  comment: [],
  points: [],
  headings: [],
});

function area(values: Record<string, unknown> = {}) {
  return {
    values,
    get: async (key: string) => ({ [key]: values[key] }),
    set: async (more: Record<string, unknown>) => void Object.assign(values, more),
  };
}

describe('site profiles', () => {
  it('are kept, replaced and removed by host', async () => {
    const store = openProfiles(area());
    await Promise.all([store.save(profile('a.ru')), store.save(profile('b.ru'))]);
    await store.save({ ...profile('a.ru'), title: 'Новая' });
    expect((await store.all()).map((one) => [one.site, one.title])).toEqual([
      ['a.ru', 'Новая'],
      ['b.ru', 'Форма'],
    ]);
    await store.remove('a.ru');
    expect(await store.find('a.ru')).toBeNull();
    expect((await store.find('b.ru'))?.site).toBe('b.ru');
  });

  it('that cannot be read are left out and left alone', async () => {
    const place = area({ siteProfiles: { 'c.ru': { format: 2 } } });
    const store = openProfiles(place);
    expect(await store.find('c.ru')).toBeNull();
    expect(await store.all()).toEqual([]);
    await store.save(profile('a.ru'));
    expect(Object.keys(place.values.siteProfiles as object)).toEqual(['c.ru', 'a.ru']);
  });
});
