import Dexie from 'dexie';
import { deleteDB, openDB } from 'idb';
import { openLibrary } from '../../../lib/library/open.ts';
import type { LibraryDocument } from '../../../lib/model/library.ts';
import { documents } from '../library-corpus.ts';

/** Times of one way to store, in ms. */
export interface StoreTimes {
  readonly writeAll: number[];
  readonly readAll: number[];
  readonly changeOne: number[];
}

export interface StorageTimes {
  readonly stores: Readonly<Record<string, StoreTimes>>;
  /** Operations of the library a user waits for, by name. */
  readonly library: Readonly<Record<string, number[]>>;
}

const COUNT = 10_000;
const made = documents(COUNT);
const records = (): LibraryDocument[] =>
  made.map((document) => ({
    ...document,
    id: crypto.randomUUID(),
    createdAt: '2022-06-20T08:00:00.000Z',
    updatedAt: '2022-06-20T08:00:00.000Z',
    deletedAt: null,
  }));

async function timed<T>(times: number[], work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  times.push(performance.now() - start);
  return result;
}

const empty = (): StoreTimes => ({ writeAll: [], readAll: [], changeOne: [] });

async function withDexie(times: StoreTimes, list: readonly LibraryDocument[]): Promise<void> {
  const database = new Dexie('bench-dexie');
  database.version(1).stores({ documents: 'id' });
  await database.open();
  const table = database.table<LibraryDocument, string>('documents');
  await timed(times.writeAll, () => table.bulkPut([...list]));
  database.close();
  await database.open();
  await timed(times.readAll, () => table.toArray());
  await timed(times.changeOne, () => table.update(list[5]?.id ?? '', { note: 'другая' }));
  database.close();
  await Dexie.delete('bench-dexie');
}

async function withIdb(times: StoreTimes, list: readonly LibraryDocument[]): Promise<void> {
  const open = () =>
    openDB('bench-idb', 1, { upgrade: (db) => void db.createObjectStore('documents', { keyPath: 'id' }) });
  let database = await open();
  await timed(times.writeAll, async () => {
    const transaction = database.transaction('documents', 'readwrite');
    for (const record of list) void transaction.store.put(record);
    await transaction.done;
  });
  database.close();
  database = await open();
  await timed(times.readAll, () => database.getAll('documents'));
  await timed(times.changeOne, () => database.put('documents', { ...list[5], note: 'другая' }));
  database.close();
  await deleteDB('bench-idb');
}

async function withLibrary(
  times: StoreTimes,
  library: Record<string, number[]>,
  list: readonly LibraryDocument[],
): Promise<void> {
  const name = 'bench-library';
  const log = (what: string): number[] => {
    library[what] ??= [];
    return library[what];
  };
  let opened = await openLibrary(name);
  await timed(times.writeAll, () => opened.replaceAll({ documents: list, uses: [] }));
  await opened.warm();
  opened.close();
  opened = await timed(times.readAll, () => openLibrary(name));
  const id = list[5]?.id ?? '';
  await timed(log('first search after opening'), () => opened.search('приказа о мониторинге', 20));
  await timed(times.changeOne, () => opened.update(id, { note: 'другая' }));
  const position = {
    id: 'p1',
    text: 'Наличие муниципальных показателей по оценке сформированности ценностных ориентаций',
    path: [
      '2.3. Система организации воспитания обучающихся',
      'Формирование ценностных ориентаций',
      'Показатели',
    ],
  };
  await timed(log('suggest for a position'), () => opened.suggest(position, '', 7));
  await timed(log('find duplicates, first time'), () => opened.duplicates());
  await timed(log('facts of 2,000 addresses'), () =>
    opened.facts(made.slice(0, 2000).map(({ address }) => address.replace('https://', ''))),
  );
  const undo = await timed(log('remove 100'), () => opened.remove(list.slice(100, 200).map((one) => one.id)));
  await timed(log('undo removing 100'), undo);
  await timed(log('merge two'), () => opened.merge([list[1]?.id ?? '', list[2]?.id ?? '']));
  await timed(log('add 1,000'), () => opened.addMany(made.slice(0, 1000)));
  opened.close();
  await deleteDB(name);
}

/** Measures all ways on the same 10,000 documents, taking turns so that a slow moment hits all of them. */
export default async function bench(runs: number): Promise<StorageTimes> {
  const stores = { library: empty(), Dexie: empty(), idb: empty() };
  const library: Record<string, number[]> = {};
  for (let run = 0; run < runs; run++) {
    const list = records();
    await withLibrary(stores.library, library, list);
    await withDexie(stores.Dexie, list);
    await withIdb(stores.idb, list);
  }
  return { stores, library };
}
