import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { DraftError, toDraftError } from './errors.ts';
import type { DraftNews, DraftPlace, DraftRecord, Drafts, Typed } from './types.ts';
import { withTyped } from './versions.ts';

interface Schema extends DBSchema {
  positions: { key: [string, string, string]; value: DraftRecord; indexes: { owner: [string, string] } };
}

export interface DraftOptions {
  /** Whether the user lets typed text be kept; asked at every keeping. */
  readonly enabled: () => Promise<boolean>;
  /** Days after which an untouched draft is thrown away. */
  readonly days?: number;
  readonly name?: string;
  readonly now?: () => Date;
}

/** A season of filling lasts from June to September (organisation slides, МУМ-2022). */
export const DRAFT_DAYS = 120;
const DAY_MS = 86_400_000;

/** Opens the drafts. Throws `DraftError` (`unavailable`) when the browser does not let anything be stored. */
export async function openDrafts(options: DraftOptions): Promise<Drafts> {
  const name = options.name ?? 'drafts';
  const now = options.now ?? (() => new Date());
  const database = await openDB<Schema>(name, 1, {
    upgrade(db) {
      const store = db.createObjectStore('positions', { keyPath: ['site', 'login', 'positionId'] });
      store.createIndex('owner', ['site', 'login']);
    },
  }).catch((error: unknown) => {
    throw new DraftError('unavailable', error);
  });
  const news = openNews(name);
  return {
    ...reading(database),
    ...erasing(database, options.days ?? DRAFT_DAYS, now),
    async keep(typed) {
      if (!(await options.enabled())) return { revision: 0, conflict: null };
      const kept = await writing(database, (stored) => withTyped(stored, typed, now()), typed);
      news.tell({ place: typed.place, revision: kept.revision, tab: typed.tab });
      return kept;
    },
    onChange: news.onChange,
    close() {
      news.close();
      database.close();
    },
  };
}

/** Reads, changes and writes one position in one transaction: two tabs cannot step between. */
async function writing<R>(
  database: IDBPDatabase<Schema>,
  change: (stored: DraftRecord | undefined) => { record: DraftRecord; kept: R },
  { place }: Typed,
): Promise<R> {
  try {
    const transaction = database.transaction('positions', 'readwrite');
    const stored = await transaction.store.get([place.site, place.login, place.positionId]);
    const { record, kept } = change(stored);
    await transaction.store.put(record);
    await transaction.done;
    return kept;
  } catch (error) {
    throw toDraftError(error);
  }
}

function reading(database: IDBPDatabase<Schema>) {
  return {
    get: async (place: DraftPlace) =>
      (await database.get('positions', [place.site, place.login, place.positionId])) ?? null,
    list: (site: string, login: string) => database.getAllFromIndex('positions', 'owner', [site, login]),
    all: () => database.getAll('positions'),
  };
}

function erasing(database: IDBPDatabase<Schema>, days: number, now: () => Date) {
  const eraseWhere = async (goes: (record: DraftRecord) => boolean): Promise<number> => {
    const transaction = database.transaction('positions', 'readwrite');
    let count = 0;
    for (let cursor = await transaction.store.openCursor(); cursor; cursor = await cursor.continue()) {
      if (!goes(cursor.value)) continue;
      await cursor.delete();
      count++;
    }
    await transaction.done;
    return count;
  };
  return {
    expire: (at: Date = now()) => {
      const oldest = new Date(at.getTime() - days * DAY_MS).toISOString();
      return eraseWhere((record) => (record.versions[0]?.at ?? '') < oldest);
    },
    erase: (which: Partial<DraftPlace> = {}) =>
      eraseWhere((record) =>
        (['site', 'login', 'positionId'] as const).every(
          (part) => which[part] === undefined || which[part] === record[part],
        ),
      ),
    async replaceAll(records: readonly DraftRecord[]) {
      try {
        const transaction = database.transaction('positions', 'readwrite');
        await transaction.store.clear();
        await Promise.all(records.map((record) => transaction.store.put(record)));
        await transaction.done;
      } catch (error) {
        throw toDraftError(error);
      }
    },
  };
}

function isNews(data: unknown): data is DraftNews {
  const { place, revision, tab } = (data ?? {}) as Record<string, unknown>;
  return (
    typeof place === 'object' && place !== null && typeof revision === 'number' && typeof tab === 'string'
  );
}

/** Tells the other pages of the extension; they relay it to the tabs that edit the same position. */
function openNews(name: string) {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`${name}-changes`);
  const listeners = new Set<(news: DraftNews) => void>();
  const hear = (news: DraftNews): void => {
    for (const listener of listeners) listener(news);
  };
  if (channel) {
    channel.onmessage = (event: MessageEvent<unknown>) => isNews(event.data) && hear(event.data);
    (channel as { unref?: () => void }).unref?.();
  }
  return {
    tell(news: DraftNews): void {
      channel?.postMessage(news);
      hear(news);
    },
    onChange(listener: (news: DraftNews) => void, signal: AbortSignal): void {
      if (signal.aborted) return;
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
    close: () => channel?.close(),
  };
}
