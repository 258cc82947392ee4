import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FillJournal, FillRecord } from '../../lib/fill/types.ts';

type Store = typeof import('../../lib/fill/journal-store.ts');

/** A page of the extension: it remembers for itself what it kept. */
async function page(): Promise<Store> {
  vi.resetModules();
  return import('../../lib/fill/journal-store.ts');
}

function journal(count: number, id = 'j'): FillJournal {
  const records = Array.from({ length: count }, (_, index): FillRecord => {
    const item = { positionId: `p${index}`, rowIndex: 0, field: 'url', old: '', incoming: 'x' } as const;
    return {
      item: { ...item, id: `p${index}#0:url`, action: 'write' },
      status: 'waiting',
      before: '',
      after: '',
      reason: null,
    };
  });
  return { id, site: 's', startedAt: '', records, state: 'running' };
}

const written = (of: FillJournal, ...indexes: number[]): FillJournal => ({
  ...of,
  records: of.records.map((record, at) => (indexes.includes(at) ? { ...record, status: 'written' } : record)),
});

const puts: (string | number)[] = [];

beforeEach(() => {
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    puts.push(this.name === 'chunks' ? (key as number) : this.name);
    return put.call(this, value, key);
  });
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  puts.length = 0;
});

describe('the journal of a filling', () => {
  it('comes back as it was kept, and only what changed is written', async () => {
    const { keepFill, lastFill } = await page();
    const session = { positions: ['a'] };
    const first = journal(1000);
    await keepFill({ journal: first, session, title: 'Форма' });
    expect(puts).toEqual([0, 1, 2, 3, 4, 'sessions', 'fills']);
    puts.length = 0;
    const second = written(first, 0, 399);
    await keepFill({ journal: { ...second, state: 'paused' }, session, title: 'Форма' });
    expect(puts).toEqual([0, 1, 'fills']);
    const after = await (await page()).lastFill();
    expect(after).toEqual({ journal: { ...second, state: 'paused' }, session, title: 'Форма' });
    expect(await lastFill()).toEqual(after);
  });

  it('grows by what came onto the page, and a shorter one leaves nothing of the longer', async () => {
    const { keepFill, lastFill } = await page();
    const long = journal(450);
    await keepFill({ journal: long, session: null, title: '' });
    const longer = { ...long, records: [...long.records, ...journal(20, 'k').records] };
    await keepFill({ journal: longer, session: null, title: '' });
    expect((await lastFill())?.journal.records).toEqual(longer.records);
    const short = journal(10, 'other');
    await keepFill({ journal: short, session: null, title: '' });
    expect((await lastFill())?.journal).toEqual(short);
  });

  it('is never mixed with what another page kept in between', async () => {
    const here = await page();
    const there = await page();
    const mine = journal(450, 'mine');
    await here.keepFill({ journal: mine, session: 'mine', title: '' });
    await there.keepFill({ journal: written(journal(450, 'theirs'), 7), session: 'theirs', title: '' });
    const now = written(mine, 440);
    await here.keepFill({ journal: now, session: 'mine', title: '' });
    expect(await here.lastFill()).toEqual({ journal: now, session: 'mine', title: '' });
  });

  it('of an earlier version is read, and goes on', async () => {
    vi.resetModules();
    vi.stubGlobal('indexedDB', new IDBFactory());
    const old = await openDB('fis-oko-fill', 1, { upgrade: (db) => void db.createObjectStore('fills') });
    const kept = { journal: journal(30), session: { positions: [] }, title: 'Форма' };
    await old.put('fills', kept, 'last');
    old.close();
    const { keepFill, lastFill } = await page();
    expect(await lastFill()).toEqual(kept);
    const next = { ...kept, journal: written(kept.journal, 3) };
    await keepFill(next);
    expect(await lastFill()).toEqual(next);
  });
});
