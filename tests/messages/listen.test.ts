import { describe, expect, it } from 'vitest';
import { unwrap, wrap } from '../../lib/messages/envelope.ts';
import { guardRequest } from '../../lib/messages/guards.ts';
import { listen, partyOf } from '../../lib/messages/listen.ts';
import { checkRequest, mayFrom } from '../../lib/messages/registry.ts';
import { send } from '../../lib/messages/send.ts';
import { sendToTab } from '../../lib/messages/tabs.ts';
import { fakeRuntime } from './fake-runtime.ts';

const PAGE = { id: 'ours', url: 'chrome-extension://ours/popup.html' };
const CONTENT = { id: 'ours', url: 'https://form.example/', tab: { id: 1 } };

describe('listen', () => {
  const serve = (world: ReturnType<typeof fakeRuntime>, signal?: AbortSignal) =>
    listen(
      { 'library.facts': ({ addressKeys }) => ({ facts: {}, seen: addressKeys.length }) as never },
      { allow: mayFrom, check: checkRequest, runtime: world.runtime, ...(signal ? { signal } : {}) },
    );

  it('answers a message that fits', async () => {
    const world = fakeRuntime();
    serve(world);
    expect(await send('library.facts', { addressKeys: ['a', 'b'] }, world.api)).toEqual({
      facts: {},
      seen: 2,
    });
  });

  it('refuses a request that fails its schema, with path and reason', async () => {
    const world = fakeRuntime();
    serve(world);
    const answer = await world.deliver(wrap('library.facts', { addressKeys: ['a', 7] }), CONTENT);
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'schema', path: 'addressKeys.1' } });
  });

  it.each([
    ['another extension', { id: 'theirs', url: 'chrome-extension://theirs/x.html' }],
    ['a web page', { url: 'https://evil.example/' }],
  ])('ignores %s', async (_who, sender) => {
    const world = fakeRuntime();
    serve(world);
    expect(await world.deliver(wrap('library.facts', { addressKeys: [] }), sender)).toBeUndefined();
  });

  it.each([null, 7, 'library.facts', {}, { name: 'library.facts' }, { mark: 'fis-oko/1', name: 5 }])(
    'ignores what is not an envelope: %j',
    async (data) => {
      const world = fakeRuntime();
      serve(world);
      expect(await world.deliver(data, CONTENT)).toBeUndefined();
    },
  );

  it('leaves messages without a handler to others', async () => {
    const world = fakeRuntime();
    serve(world);
    expect(await world.deliver(wrap('findings.dismissals', {}), CONTENT)).toBeUndefined();
    expect(await world.deliver(wrap('constructor', {}), CONTENT)).toBeUndefined();
  });

  it('says why a handler failed', async () => {
    const world = fakeRuntime();
    listen(
      {
        'findings.dismissals': () => {
          throw new Error('storage is full');
        },
      },
      { allow: mayFrom, check: checkRequest, runtime: world.runtime },
    );
    await expect(send('findings.dismissals', {}, world.api)).rejects.toMatchObject({
      refusal: { kind: 'failed', reason: 'storage is full' },
    });
  });

  it('stops with its signal', async () => {
    const world = fakeRuntime();
    const stop = new AbortController();
    serve(world, stop.signal);
    stop.abort();
    expect(world.listeners.size).toBe(0);
  });
});

describe('the command list per sender', () => {
  it('lets only pages of the extension command a form', async () => {
    const world = fakeRuntime();
    listen(
      { 'form.markers': ({ hidden }) => ({ hidden }) },
      { allow: mayFrom, check: guardRequest, runtime: world.runtime },
    );
    expect(await world.deliver(wrap('form.markers', { hidden: true }), CONTENT)).toMatchObject({
      refusal: { kind: 'sender' },
    });
    expect(await world.deliver(wrap('form.markers', { hidden: true }), PAGE)).toEqual({
      ok: true,
      reply: { hidden: true },
    });
  });

  it('knows pages by the address of the extension', () => {
    const runtime = { id: 'ours', getURL: () => 'chrome-extension://ours/' };
    expect(partyOf({ ...PAGE, tab: { id: 3 } }, runtime)).toBe('page');
    expect(partyOf(CONTENT, runtime)).toBe('content');
    expect(partyOf({ id: 'ours', url: 'about:blank', tab: { id: 1 } }, runtime)).toBe('content');
    expect(partyOf({ id: 'ours', url: 'https://x/?chrome-extension://ours/', tab: { id: 1 } }, runtime)).toBe(
      'content',
    );
    expect(partyOf({ id: 'theirs', url: PAGE.url }, runtime)).toBeNull();
  });
});

describe('send and sendToTab', () => {
  it('says that the extension is gone after an update', async () => {
    const world = fakeRuntime();
    world.state.id = undefined;
    await expect(send('findings.dismissals', {}, world.api)).rejects.toMatchObject({
      refusal: { kind: 'gone' },
    });
  });

  it('gives null for a tab without a form', async () => {
    const world = fakeRuntime();
    expect(await sendToTab(1, 'form.state', {}, world.api)).toBeNull();
  });

  it('refuses a reply from a page that does not fit', async () => {
    const world = fakeRuntime(PAGE);
    listen(
      { 'form.next': () => ({ positionId: 5 }) as never },
      { allow: mayFrom, check: guardRequest, runtime: world.runtime },
    );
    await expect(sendToTab(1, 'form.next', {}, world.api)).rejects.toMatchObject({
      refusal: { kind: 'schema', path: 'positionId' },
    });
  });

  it('keeps envelopes apart from other data', () => {
    expect(unwrap(wrap('a', 1))).toEqual({ mark: 'fis-oko/1', name: 'a', request: 1 });
    expect(unwrap([wrap('a', 1)])).toBeNull();
  });
});
