import { inspect } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Area, CredentialsLocked, openCredentials } from '../../lib/library/credentials.ts';
import { Masked } from '../../lib/library/masked.ts';

const SECRET = { login: 'reg-login', password: 'П@роль-42' };

function area(): Area & { readonly raw: Map<string, unknown> } {
  const raw = new Map<string, unknown>();
  return {
    raw,
    get: async (key) => (raw.has(key) ? { [key]: structuredClone(raw.get(key)) } : {}),
    set: async (values) => {
      for (const [key, value] of Object.entries(values)) raw.set(key, structuredClone(value));
    },
    remove: async (key) => {
      raw.delete(key);
    },
  };
}

let session = area();
let local = area();
const open = () => openCredentials(session, local);
const onDisk = () => JSON.stringify([...local.raw]);

beforeEach(() => {
  session = area();
  local = area();
});

describe('masked', () => {
  it('shows itself nowhere but in reveal', () => {
    const masked = new Masked(SECRET.password);
    const shown = [
      String(masked),
      `${masked}`,
      JSON.stringify({ masked }),
      inspect({ masked }),
      inspect(masked),
    ];
    for (const text of [...shown, Object.values(masked).join()]) expect(text).not.toContain(SECRET.password);
    expect(masked.reveal()).toBe(SECRET.password);
  });
});

describe('credentials', () => {
  it('stay in the session only, until a passphrase is set', async () => {
    const store = open();
    await store.saveCredentials('d1', SECRET);
    expect((await store.credentialsOf('d1'))?.password.reveal()).toBe(SECRET.password);
    expect([await store.state(), local.raw.size]).toEqual(['session', 0]);
    session = area();
    expect(await open().credentialsOf('d1')).toBeNull();
  });

  it('lie encrypted on the disk and open with the passphrase in the next session', async () => {
    const store = open();
    await store.saveCredentials('d1', SECRET);
    await store.protect('длинная фраза');
    await store.saveCredentials('d2', { login: '', password: 'x1y2z3' });
    expect(await store.state()).toBe('unlocked');
    for (const word of [SECRET.login, SECRET.password, 'x1y2z3', 'фраза'])
      expect(onDisk()).not.toContain(word);
    session = area();
    const next = open();
    expect([await next.state(), await next.credentialsOf('d1')]).toEqual(['locked', null]);
    await expect(next.saveCredentials('d3', SECRET)).rejects.toBeInstanceOf(CredentialsLocked);
    await expect(next.exportAll()).rejects.toBeInstanceOf(CredentialsLocked);
    await expect(next.protect('другая')).rejects.toBeInstanceOf(CredentialsLocked);
    expect(await next.unlock('не та')).toBe(false);
    expect(await next.state()).toBe('locked');
    expect(await next.unlock('длинная фраза')).toBe(true);
    expect((await next.credentialsOf('d2'))?.password.reveal()).toBe('x1y2z3');
    await next.lock();
    expect([await next.state(), await next.credentialsOf('d1')]).toEqual(['locked', null]);
  });

  it('tampered with do not open', async () => {
    const store = open();
    await store.saveCredentials('d1', SECRET);
    await store.protect('фраза');
    const record = local.raw.get('credentials.vault') as { data: string };
    local.raw.set('credentials.vault', {
      ...record,
      data: record.data.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')),
    });
    await store.lock();
    expect(await store.unlock('фраза')).toBe(false);
    local.raw.set('credentials.vault', { v: 7 });
    expect([await store.state(), await store.unlock('фраза')]).toEqual(['locked', false]);
  });

  it('both emptied are forgotten; all can be forgotten', async () => {
    const store = open();
    await store.saveCredentials('d1', SECRET);
    await store.saveCredentials('d2', SECRET);
    await store.saveCredentials('d1', { login: '', password: '' });
    expect([...(await store.known())]).toEqual(['d2']);
    await store.protect('фраза');
    await store.forgetAll();
    expect([await store.state(), (await store.known()).size, local.raw.size]).toEqual(['session', 0, 0]);
  });

  it('saved at the same time are all kept', async () => {
    const store = open();
    await Promise.all(['a', 'b', 'c'].map((id) => store.saveCredentials(id, SECRET)));
    expect(Object.keys(await store.exportAll()).sort()).toEqual(['a', 'b', 'c']);
  });
});
