import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../lib/library/open.ts';
import { addressKey } from '../../lib/reference/address.ts';
import { freshName, newDocument, newUse } from './make.ts';

describe('documents', () => {
  it('are there after the library is opened again', async () => {
    const name = freshName();
    const first = await openLibrary(name);
    const added = await first.add(newDocument());
    first.close();
    const second = await openLibrary(name);
    expect(await second.all()).toEqual([added]);
    expect(second.problem).toBeNull();
  });

  it('are kept as they were typed, whatever stands in the title', async () => {
    const name = freshName();
    const title = '<img src=x onerror=alert(1)> "«№ 1\u00ad-од»';
    await (await openLibrary(name)).add(newDocument({ title, address: 'javascript:alert(1)' }));
    const [document] = await (await openLibrary(name)).all();
    expect([document?.title, document?.address]).toEqual([title, 'javascript:alert(1)']);
  });

  it('keep the fields another page has changed', async () => {
    const name = freshName();
    const here = await openLibrary(name);
    const { id } = await here.add(newDocument());
    const there = await openLibrary(name);
    await here.update(id, { number: '5' });
    await there.update(id, { note: 'проверен' });
    const again = await openLibrary(name);
    expect(await again.get(id)).toMatchObject({ number: '5', note: 'проверен' });
  });

  it('come back after removing, with their uses', async () => {
    const library = await openLibrary(freshName());
    const { id } = await library.add(newDocument());
    await library.recordUse(newUse(id));
    const undo = await library.remove([id]);
    expect([await library.all(), await library.usesIn('p1')]).toEqual([[], []]);
    await undo();
    expect(await library.all()).toHaveLength(1);
    expect(await library.uses(id)).toHaveLength(1);
  });

  it('added in bulk are taken back in one step; one edited since stays', async () => {
    const library = await openLibrary(freshName());
    const { added, undo } = await library.addMany([newDocument(), newDocument(), newDocument()]);
    await library.update(added[1]?.id ?? '', { number: '7' });
    await undo();
    await undo();
    expect((await library.all()).map(({ number }) => number)).toEqual(['7']);
  });

  it('tell of a record that is gone', async () => {
    const library = await openLibrary(freshName());
    await expect(library.update('no-such-id', { note: '' })).rejects.toMatchObject({ code: 'missing' });
  });
});

describe('duplicates', () => {
  it('are found by address, however it is written, and never by an empty one', async () => {
    const library = await openLibrary(freshName());
    await library.addMany([
      newDocument({ address: 'https://Edu.example.ru/a b.pdf?utm_source=x' }),
      newDocument({ address: 'http://edu.example.ru/a%20b.pdf' }),
      newDocument({ address: '' }),
      newDocument({ address: ' ' }),
    ]);
    const groups = await library.duplicates();
    expect(groups.map((group) => group.length)).toEqual([2]);
    expect(await library.byAddress('edu.example.ru/a b.pdf')).toHaveLength(2);
  });

  it('merge into the first: nothing known is lost, uses come along, and it can be undone', async () => {
    const library = await openLibrary(freshName());
    const { added } = await library.addMany([
      newDocument({ title: 'Приказ', directions: ['1.1'] }),
      newDocument({ number: '12', pageCount: 7, directions: ['2.3'], note: 'скан' }),
    ]);
    const [first, second] = added.map(({ id }) => id) as [string, string];
    await library.recordUse(newUse(first));
    await library.recordUse(newUse(second));
    await library.recordUse(newUse(second, { positionId: 'p2' }));
    const undo = await library.merge([first, second]);
    expect(await library.all()).toMatchObject([
      { id: first, title: 'Приказ', number: '12', pageCount: 7, directions: ['1.1', '2.3'], note: 'скан' },
    ]);
    expect((await library.uses(first)).map(({ positionId }) => positionId).sort()).toEqual(['p1', 'p2']);
    await undo();
    expect(await library.all()).toHaveLength(2);
    expect(await library.uses(second)).toHaveLength(2);
  });

  it('follow a change of address', async () => {
    const library = await openLibrary(freshName());
    const { id } = await library.add(newDocument());
    expect(await library.duplicates()).toEqual([]);
    await library.update(id, { address: 'https://other.example.ru/x.pdf' });
    expect(await library.byAddress('https://edu.example.ru/prikaz.pdf')).toEqual([]);
    expect(await library.byAddress('https://other.example.ru/x.pdf')).toHaveLength(1);
  });
});

describe('facts', () => {
  it('say what rules need, by address key', async () => {
    const library = await openLibrary(freshName());
    await library.add(newDocument({ pageCount: 12, access: { kind: 'login', note: '' } }));
    const key = addressKey('https://edu.example.ru/prikaz.pdf');
    const facts = await library.facts([key, 'unknown']);
    expect(facts[key]).toMatchObject({ pageCount: 12, access: 'login', sameAddress: 1 });
    expect(Object.keys(facts)).toEqual([key]);
  });

  it('give no page count where several documents share an address', async () => {
    const library = await openLibrary(freshName());
    await library.addMany([newDocument({ pageCount: 3 }), newDocument({ pageCount: 9 })]);
    const key = addressKey('https://edu.example.ru/prikaz.pdf');
    expect((await library.facts([key]))[key]).toMatchObject({ pageCount: null, sameAddress: 2 });
  });
});

describe('uses', () => {
  it('recorded again in the same position and year are updated, in another year added', async () => {
    const library = await openLibrary(freshName());
    const { id } = await library.add(newDocument());
    await library.recordUse(newUse(id));
    await library.recordUse(newUse(id, { pages: '7' }));
    await library.recordUse(newUse(id, { year: 2023, pages: '9' }));
    expect((await library.usesIn('p1')).map(({ pages }) => pages).sort()).toEqual(['7', '9']);
    expect([...(await library.useCounts())]).toEqual([[id, 1]]);
  });

  it('are removed and brought back', async () => {
    const library = await openLibrary(freshName());
    const { id } = await library.add(newDocument());
    const use = await library.recordUse(newUse(id));
    const undo = await library.removeUse(use.id);
    expect(await library.uses(id)).toEqual([]);
    await undo();
    expect(await library.uses(id)).toMatchObject([{ id: use.id, pages: '3–5' }]);
  });
});

describe('other pages', () => {
  it('hear of a change and show it', async () => {
    const name = freshName();
    const here = await openLibrary(name);
    const there = await openLibrary(name);
    const stop = new AbortController();
    const heard = new Promise<void>((resolve) => there.onChange(resolve, stop.signal));
    const { id } = await here.add(newDocument({ title: 'Новый' }));
    await heard;
    expect(await there.get(id)).toMatchObject({ title: 'Новый' });
    stop.abort();
    here.close();
    there.close();
  });

  it('are not heard after the listener is stopped', async () => {
    const library = await openLibrary(freshName());
    let calls = 0;
    const stop = new AbortController();
    library.onChange(() => calls++, stop.signal);
    await library.add(newDocument());
    stop.abort();
    await library.add(newDocument());
    expect(calls).toBe(1);
  });
});

describe('bad storage', () => {
  it('keeps what it cannot read, apart, and goes on with the rest', async () => {
    const name = freshName();
    const library = await openLibrary(name);
    const { added } = await library.addMany(Array.from({ length: 600 }, () => newDocument()));
    library.close();
    const database = await openDB(name);
    const newer = { v: 99, items: [{ from: 'tomorrow' }] };
    const keys = await database.getAllKeys('documents');
    await database.put('documents', { v: 1, items: [{ id: 5 }, added[0]] }, keys[0]);
    await database.put('documents', newer, keys[keys.length - 1]);
    database.close();
    const again = await openLibrary(name);
    expect(await again.all()).toHaveLength(201);
    // Writing where the unreadable lies must not lose it.
    await again.update(added[0]?.id ?? '', { note: 'изменён' });
    await again.addMany([newDocument()]);
    const aside = (await again.setAside()).map(({ data }) => data);
    expect(aside).toEqual([{ v: 1, items: [{ id: 5 }] }, newer]);
    expect(await (await openLibrary(name)).all()).toHaveLength(202);
  });

  it('that cannot be opened leaves a library in memory and says so', async () => {
    const kept = globalThis.indexedDB;
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined, configurable: true, writable: true });
    try {
      const library = await openLibrary(freshName());
      await library.add(newDocument());
      expect(library.problem?.code).toBe('unavailable');
      expect(await library.all()).toHaveLength(1);
    } finally {
      Object.defineProperty(globalThis, 'indexedDB', { value: kept, configurable: true, writable: true });
    }
  });

  it('that opens but cannot be read is not written to', async () => {
    const name = freshName();
    await (await openLibrary(name)).add(newDocument());
    const read = IDBObjectStore.prototype.getAll;
    IDBObjectStore.prototype.getAll = () => {
      throw new DOMException('damaged', 'UnknownError');
    };
    try {
      const library = await openLibrary(name);
      await library.add(newDocument({ title: 'В памяти' }));
      expect([library.problem?.code, (await library.all()).length]).toEqual(['unavailable', 1]);
    } finally {
      IDBObjectStore.prototype.getAll = read;
    }
    expect((await (await openLibrary(name)).all()).map(({ title }) => title)).toEqual([
      'Приказ о мониторинге',
    ]);
  });

  it('written by a newer version is not touched', async () => {
    const name = freshName();
    (await openDB(name, 1000)).close();
    expect((await openLibrary(name)).problem?.code).toBe('newer');
  });

  it('that is full changes nothing and says so', async () => {
    const library = await openLibrary(freshName());
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      await expect(library.add(newDocument())).rejects.toMatchObject({ code: 'quota' });
      expect(await library.all()).toEqual([]);
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    await library.add(newDocument());
    expect(await library.all()).toHaveLength(1);
  });
});

describe('the saved search index', () => {
  const many = (from: number) =>
    Array.from({ length: 150 }, (_, at) => newDocument({ title: `Справка ${from + at}` }));

  it('is taken over at the next opening, with what has changed since', async () => {
    const name = freshName();
    const first = await openLibrary(name);
    const { added } = await first.addMany(many(1000));
    await first.warm();
    first.close();
    const second = await openLibrary(name);
    const [changed, removed] = added.map(({ id }) => id) as [string, string];
    await second.update(changed, { title: 'Положение о конкурсе' });
    await second.remove([removed]);
    second.close();
    const third = await openLibrary(name);
    expect((await third.search('положения конкурсов', 5)).map(({ id }) => id)).toEqual([changed]);
    expect((await third.search('1001', 5)).map(({ id }) => id)).not.toContain(removed);
    expect(await third.search('справка', 1000)).toHaveLength(148);
  });

  it.each([null, { version: 1 }, { version: 99, index: {} }, 'x'])(
    'that is spoilt (%j) is made anew',
    async (bad) => {
      const name = freshName();
      const first = await openLibrary(name);
      await first.addMany(many(0));
      await first.warm();
      first.close();
      const database = await openDB(name);
      await database.put('index', bad, 'documents');
      database.close();
      expect(await (await openLibrary(name)).search('справок', 1000)).toHaveLength(150);
    },
  );

  it('comes to a database made before there was one', async () => {
    const name = freshName();
    const old = await openDB(name, 1, {
      upgrade(db) {
        db.createObjectStore('documents');
        db.createObjectStore('uses');
        db.createObjectStore('aside', { autoIncrement: true });
      },
    });
    old.close();
    const library = await openLibrary(name);
    expect(library.problem).toBeNull();
    await library.addMany(many(0));
    await library.warm();
    expect(await library.search('справка', 1000)).toHaveLength(150);
  });
});

describe('two pages that add at once', () => {
  it('lose nothing of each other', async () => {
    const name = freshName();
    const pages = await Promise.all([openLibrary(name), openLibrary(name), openLibrary(name)]);
    await Promise.all(
      pages.flatMap((page) =>
        [1, 2, 3].map(() => page.addMany(Array.from({ length: 90 }, () => newDocument()))),
      ),
    );
    const again = await openLibrary(name);
    expect(await again.all()).toHaveLength(3 * 3 * 90);
    const { id } = (await again.all())[500] ?? { id: '' };
    await again.update(id, { note: 'найден' });
    expect(await (await openLibrary(name)).all()).toHaveLength(3 * 3 * 90);
  });
});

describe('snapshot', () => {
  it('restored gives the same state, and what came since is gone', async () => {
    const library = await openLibrary(freshName());
    const { id } = await library.add(newDocument());
    await library.recordUse(newUse(id));
    const snapshot = await library.snapshot();
    await library.update(id, { title: 'Другой' });
    await library.add(newDocument({ title: 'Лишний' }));
    await library.replaceAll(snapshot);
    expect(await library.all()).toEqual(snapshot.documents);
    expect(await library.uses(id)).toEqual(snapshot.uses);
    const other = await openLibrary(freshName());
    await other.replaceAll(snapshot);
    expect(await other.snapshot()).toEqual(snapshot);
  });
});
