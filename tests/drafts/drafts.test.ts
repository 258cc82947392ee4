import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, fieldsOf } from '../../lib/drafts/differences.ts';
import { openDrafts } from '../../lib/drafts/open.ts';
import { draftRecordSchema, typedSchema } from '../../lib/drafts/schema.ts';
import type { Typed } from '../../lib/drafts/types.ts';
import { MOST_VERSIONS, mergeFields } from '../../lib/drafts/versions.ts';
import type { Form } from '../../lib/model/form.ts';

let clock = Date.parse('2022-07-01T10:00:00Z');
const later = (seconds: number): void => {
  clock += seconds * 1000;
};

async function open(enabled = true) {
  const name = `drafts-${crypto.randomUUID()}`;
  return openDrafts({ enabled: async () => enabled, days: 30, name, now: () => new Date(clock) });
}

const place = { site: 'lk-fisoko.obrnadzor.gov.ru', login: 'reg01_mmu_02', positionId: 'p1' };

function typed(fields: Typed['fields'], patch: Partial<Typed> = {}): Typed {
  return { place, text: 'Позиция', path: ['1.1'], fields, tab: 'tab-a', base: 0, ...patch };
}

describe('typed text', () => {
  it('is kept, key by site, municipality, position, role and row', async () => {
    const drafts = await open();
    await drafts.keep(typed({ 'url#0': 'https://a.ru', 'comment#0': 'с. 3' }));
    await drafts.keep(typed({ 'url#0': 'x' }, { place: { ...place, login: 'reg01_mmu_03' } }));
    expect((await drafts.get(place))?.versions[0]?.fields).toEqual({
      'url#0': 'https://a.ru',
      'comment#0': 'с. 3',
    });
    expect(await drafts.list(place.site, place.login)).toHaveLength(1);
    expect(draftRecordSchema.safeParse(await drafts.get(place)).success).toBe(true);
  });

  it('is not kept when switched off', async () => {
    const drafts = await open(false);
    expect(await drafts.keep(typed({ 'url#0': 'секрет' }))).toEqual({ revision: 0, conflict: null });
    expect(await drafts.all()).toEqual([]);
  });

  it('typed in one sitting is one version; a minute later, or much deleted, it is another', async () => {
    const drafts = await open();
    let base = 0;
    for (const text of ['При', 'Приказ', 'Приказ о', 'Приказ о мониторинге']) {
      base = (await drafts.keep(typed({ 'comment#0': text }, { base }))).revision;
      later(2);
    }
    expect((await drafts.get(place))?.versions).toHaveLength(1);
    base = (await drafts.keep(typed({ 'comment#0': '' }, { base }))).revision;
    expect((await drafts.get(place))?.versions.map(({ fields }) => fields['comment#0'])).toEqual([
      '',
      'Приказ о мониторинге',
    ]);
    later(90);
    await drafts.keep(typed({ 'comment#0': 'снова' }, { base }));
    expect((await drafts.get(place))?.versions).toHaveLength(3);
  });

  it(`keeps the last ${MOST_VERSIONS} versions`, async () => {
    const drafts = await open();
    let base = 0;
    for (let i = 0; i < 30; i++) {
      later(61);
      base = (await drafts.keep(typed({ 'comment#0': `версия ${i}` }, { base }))).revision;
    }
    const versions = (await drafts.get(place))?.versions ?? [];
    expect(versions).toHaveLength(MOST_VERSIONS);
    expect([versions[0], versions.at(-1)].map((version) => version?.fields['comment#0'])).toEqual([
      'версия 29',
      'версия 10',
    ]);
  });

  it('expires and is erased', async () => {
    const drafts = await open();
    await drafts.keep(typed({ 'url#0': 'a' }));
    later(20 * 86_400);
    await drafts.keep(typed({ 'url#0': 'b' }, { place: { ...place, positionId: 'p2' } }));
    later(15 * 86_400);
    expect(await drafts.expire()).toBe(1);
    expect((await drafts.all()).map(({ positionId }) => positionId)).toEqual(['p2']);
    expect(await drafts.erase({ site: 'другой' })).toBe(0);
    expect(await drafts.erase()).toBe(1);
  });
});

describe('two tabs in one position', () => {
  it('the second is told what the first typed, and both versions stay', async () => {
    const drafts = await open();
    await drafts.keep(typed({ 'comment#0': 'из первой' }, { tab: 'a' }));
    const second = await drafts.keep(typed({ 'comment#0': 'из второй' }, { tab: 'b' }));
    expect(second.conflict?.fields['comment#0']).toBe('из первой');
    const versions = (await drafts.get(place))?.versions.map(({ fields }) => fields['comment#0']);
    expect(versions).toEqual(['из второй', 'из первой']);
    const merged = await drafts.keep(typed({ 'comment#0': 'обе' }, { tab: 'b', base: second.revision }));
    expect(merged.conflict).toBeNull();
  });

  it('typing the same is no conflict', async () => {
    const drafts = await open();
    await drafts.keep(typed({ 'url#0': 'x' }, { tab: 'a' }));
    expect((await drafts.keep(typed({ 'url#0': 'x' }, { tab: 'b' }))).conflict).toBeNull();
  });

  it('hears of the other until the listener is stopped', async () => {
    const drafts = await open();
    const heard: string[] = [];
    const stop = new AbortController();
    drafts.onChange(({ tab }) => heard.push(tab), stop.signal);
    await drafts.keep(typed({ 'url#0': '1' }));
    stop.abort();
    await drafts.keep(typed({ 'url#0': '2' }));
    expect(heard).toEqual(['tab-a']);
  });
});

describe('merging fields', () => {
  const fields = fc.dictionary(
    fc.constantFrom('url#0', 'comment#0', 'url#1'),
    fc.constantFrom('', 'a', 'b', 'c'),
    {
      noNullPrototype: true,
    },
  );

  it('loses nothing: every change of either side is taken or named as a conflict', () => {
    fc.assert(
      fc.property(fields, fields, fields, (base, mine, theirs) => {
        const merged = mergeFields(base, mine, theirs);
        const named = new Set(merged.conflicts.map(({ key }) => key));
        return ['url#0', 'comment#0', 'url#1'].every((key) => {
          const [was, own, other, out] = [base, mine, theirs, merged.fields].map((one) => one[key] ?? '');
          if (own !== was && other !== was && own !== other) return named.has(key) && out === own;
          return !named.has(key) && out === (own !== was ? own : other);
        });
      }),
    );
  });
});

describe('restoring', () => {
  const row = (url: string, comment: string, index: number) => ({
    id: `p1#${index}`,
    url,
    comment,
    name: '',
    pages: '',
  });
  const form: Form = {
    mode: 'fill',
    mechanism: 'mum',
    positions: [
      {
        id: 'p1',
        path: [],
        text: 'Позиция',
        number: null,
        points: null,
        rows: [row('a', '', 0)],
        confidence: 1,
      },
    ],
  };

  it('offers what the page does not hold, with both versions', async () => {
    const drafts = await open();
    await drafts.keep(typed({ 'url#0': 'b', 'comment#0': 'с. 3', 'url#1': 'c', 'comment#1': ' ' }));
    const [found] = differences(await drafts.all(), form);
    expect(found?.fields).toEqual([
      { role: 'url', row: 0, draft: 'b', page: 'a' },
      { role: 'comment', row: 0, draft: 'с. 3', page: '' },
      { role: 'url', row: 1, draft: 'c', page: null },
    ]);
  });

  it('offers nothing where all is equal', async () => {
    const drafts = await open();
    await drafts.keep(typed(fieldsOf(form.positions[0]?.rows ?? [])));
    expect(differences(await drafts.all(), form)).toEqual([]);
  });
});

describe('what a page sends', () => {
  it.each([
    [{}, false],
    [typed({ 'url#0': 'a' }), true],
    [{ ...typed({}), tab: '' }, false],
    [{ ...typed({}), fields: { 'url#0': 5 } }, false],
  ])('is checked (%#)', (data, good) => {
    expect(typedSchema.safeParse(data).success).toBe(good);
  });
});
