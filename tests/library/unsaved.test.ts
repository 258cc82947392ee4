import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EMPTY_DRAFT } from '../../components/library/draft.ts';
import { draft, view } from '../../pages/popup/state.ts';
import { forgetUnsaved, keepUnsaved, restoreUnsaved } from '../../pages/popup/unsaved.ts';

const TYPED = { ...EMPTY_DRAFT, title: 'Приказ', login: 'guest', password: 's3cret', directions: ['1.1'] };

beforeEach(() => {
  fakeBrowser.reset();
  draft.value = null;
  view.value = { name: 'list' };
});
afterEach(() => vi.restoreAllMocks());

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('what is typed in the popup', () => {
  it('is there when the popup opens again', async () => {
    keepUnsaved('some-id', TYPED);
    await settled();
    await restoreUnsaved();
    expect([draft.value, view.value]).toEqual([TYPED, { name: 'form', id: 'some-id' }]);
  });

  it('never puts login and password on the disk', async () => {
    keepUnsaved(null, TYPED);
    await settled();
    const disk = JSON.stringify(await browser.storage.local.get(null));
    expect(disk).toContain('Приказ');
    for (const secret of ['s3cret', 'guest']) expect(disk).not.toContain(secret);
  });

  it('is gone when it was saved or given up', async () => {
    keepUnsaved(null, TYPED);
    forgetUnsaved();
    await settled();
    await restoreUnsaved();
    expect([draft.value, view.value.name]).toEqual([null, 'list']);
  });

  it.each([5, 'x', { draft: null }, { draft: { title: 1 } }])(
    'that is no draft (%j) is left alone',
    async (junk) => {
      await browser.storage.local.set({ 'popup.unsaved': junk });
      await restoreUnsaved();
      expect(view.value.name).toBe('list');
    },
  );

  it('does not stop the typing when storage fails', async () => {
    vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('full'));
    expect(() => keepUnsaved(null, TYPED)).not.toThrow();
    await settled();
  });
});
