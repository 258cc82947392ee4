import { browser } from 'wxt/browser';
import { Masked } from './masked.ts';
import { deriveKey, isSealedRecord, type SessionKey, seal, unseal } from './vault.ts';

/** How a closed document is opened. Masked: shown only where `reveal` is called. */
export interface Credentials {
  readonly login: Masked;
  readonly password: Masked;
}

/** The same as plain text: typed by the user just now, or exported because the user ticked it. */
export interface PlainCredentials {
  readonly login: string;
  readonly password: string;
}

/** The part of the browser's storage that is needed; tests give their own. */
export interface Area {
  get(key: string): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

/**
 * `session`: kept in memory until the browser closes, never on disk. `unlocked`: kept encrypted, open now.
 * `locked`: kept encrypted, the passphrase is needed.
 */
export type CredentialsState = 'session' | 'unlocked' | 'locked';

export interface CredentialStore {
  state(): Promise<CredentialsState>;
  /** null: none are known, or the store is locked. */
  credentialsOf(documentId: string): Promise<Credentials | null>;
  /** Keeps them; both empty forgets them. Throws `CredentialsLocked`. */
  saveCredentials(documentId: string, credentials: PlainCredentials): Promise<void>;
  /** Ids of documents with credentials. */
  known(): Promise<ReadonlySet<string>>;
  /** Begins to keep credentials on disk, encrypted; or changes the passphrase. */
  protect(passphrase: string): Promise<void>;
  /** false: wrong passphrase. */
  unlock(passphrase: string): Promise<boolean>;
  lock(): Promise<void>;
  /** Throws everything away, on disk and in memory: the way out when the passphrase is lost. */
  forgetAll(): Promise<void>;
  /** Plain text of all, for a backup in which the user ticked credentials. Throws `CredentialsLocked`. */
  exportAll(): Promise<Readonly<Record<string, PlainCredentials>>>;
  importAll(all: Readonly<Record<string, PlainCredentials>>): Promise<void>;
}

/** The passphrase is needed first. */
export class CredentialsLocked extends Error {
  constructor() {
    super('credentials are locked');
    this.name = 'CredentialsLocked';
  }
}

const VAULT = 'credentials.vault';
const OPEN = 'credentials.open';
const KEY = 'credentials.key';

type Plain = Record<string, PlainCredentials>;

function readPlain(value: unknown): Plain {
  const out: Plain = Object.create(null);
  if (typeof value !== 'object' || value === null) return out;
  for (const [id, entry] of Object.entries(value)) {
    const { login, password } = (entry ?? {}) as Record<string, unknown>;
    if (typeof login === 'string' && typeof password === 'string') out[id] = { login, password };
  }
  return out;
}

/**
 * Opens the credentials. The open ones lie in `storage.session` (memory of the browser, out of reach of content
 * scripts), so that a passphrase is asked for once a session and not at every opening of the popup.
 */
export function openCredentials(
  session: Area = browser.storage.session as unknown as Area,
  local: Area = browser.storage.local as unknown as Area,
): CredentialStore {
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work, work);
    queue = result.catch(() => {});
    return result;
  };
  const one = async (area: Area, key: string): Promise<unknown> => (await area.get(key))[key];
  const vault = async () => {
    const stored = await one(local, VAULT);
    return isSealedRecord(stored) ? stored : null;
  };
  const key = async () => (await one(session, KEY)) as SessionKey | undefined;
  const plain = async () => readPlain(await one(session, OPEN));
  const state = async (): Promise<CredentialsState> =>
    (await one(local, VAULT)) === undefined ? 'session' : (await key()) ? 'unlocked' : 'locked';
  const write = async (all: Plain): Promise<void> => {
    const current = await key();
    if ((await state()) === 'locked') throw new CredentialsLocked();
    // The disk first: what is shown as kept must be kept.
    if (current) await local.set({ [VAULT]: await seal(JSON.stringify(all), current) });
    await session.set({ [OPEN]: { ...all } });
  };
  const open = async (): Promise<Plain> => {
    if ((await state()) === 'locked') throw new CredentialsLocked();
    return plain();
  };
  return {
    state,
    async credentialsOf(id) {
      const found = (await plain())[id];
      return found ? { login: new Masked(found.login), password: new Masked(found.password) } : null;
    },
    saveCredentials: (id, credentials) =>
      inTurn(async () => {
        const all = await open();
        if (credentials.login === '' && credentials.password === '') delete all[id];
        else all[id] = { login: credentials.login, password: credentials.password };
        await write(all);
      }),
    known: async () => new Set(Object.keys(await plain())),
    protect: (passphrase) =>
      inTurn(async () => {
        const all = await open();
        const made = await deriveKey(passphrase);
        await local.set({ [VAULT]: await seal(JSON.stringify(all), made) });
        await session.set({ [KEY]: made });
      }),
    unlock: (passphrase) =>
      inTurn(async () => {
        const record = await vault();
        if (!record) return false;
        const made = await deriveKey(passphrase, record.salt, record.iterations);
        const text = await unseal(record, made);
        if (text === null) return false;
        await session.set({ [KEY]: made, [OPEN]: { ...readPlain(JSON.parse(text)) } });
        return true;
      }),
    lock: () =>
      inTurn(async () => {
        if ((await vault()) === null) return;
        await session.remove(KEY);
        await session.remove(OPEN);
      }),
    forgetAll: () =>
      inTurn(async () => {
        await local.remove(VAULT);
        await session.remove(KEY);
        await session.remove(OPEN);
      }),
    exportAll: open,
    importAll: (all) => inTurn(async () => write({ ...(await open()), ...readPlain(all) })),
  };
}
