import { describe, expect, it } from 'vitest';
import { MessageError } from '../../lib/messages/envelope.ts';
import type { RequestOf } from '../../lib/messages/registry.ts';
import { fakeForm, startFake } from './fakes.ts';

const kept = (sent: readonly [string, unknown][]) =>
  sent
    .filter(([name]) => name === 'drafts.keep')
    .flatMap(([, request]) => (request as RequestOf<'drafts.keep'>).typed);

describe('what is typed', () => {
  it('is kept after a while, without waiting for a pause', () => {
    const page = fakeForm([{ text: 'Наличие целей' }, { text: 'Наличие задач' }]);
    const { sent, pass } = startFake(page);
    page.type(page.row(0, 0).id, 'comment', 'с. 3');
    page.type(page.row(0, 0).id, 'comment', 'с. 3–5');
    page.type(page.row(1, 0).id, 'url', 'https://x.ru/1.pdf');
    expect(kept(sent)).toEqual([]);
    pass();
    expect(kept(sent)).toMatchObject([
      {
        place: { site: 'lk-fisoko.obrnadzor.gov.ru', login: 'reg12_mmu_04' },
        fields: { 'comment#0': 'с. 3–5' },
        base: 0,
      },
      { fields: { 'url#0': 'https://x.ru/1.pdf' } },
    ]);
  });

  it('is kept at once when the page is left', () => {
    const page = fakeForm([{ text: 'Наличие целей' }]);
    const { sent, leave, pass } = startFake(page);
    page.type(page.row(0, 0).id, 'comment', 'с. 3');
    leave();
    expect(kept(sent)).toHaveLength(1);
    pass();
    expect(kept(sent)).toHaveLength(1);
  });

  it('that cannot be kept is told once, not at every keystroke', async () => {
    const page = fakeForm([{ text: 'Наличие целей' }]);
    const { seen, settle, pass } = startFake(page, {
      'drafts.keep': () => {
        throw new MessageError('x', { kind: 'failed', path: '', reason: 'На диске не хватает места' });
      },
    });
    page.type(page.row(0, 0).id, 'comment', 'с. 3');
    pass();
    await settle();
    expect(seen.toast?.text).toBe('На диске не хватает места');
    seen.toast = null;
    page.type(page.row(0, 0).id, 'comment', 'с. 3–5');
    pass();
    await settle();
    expect(seen.toast).toBeNull();
  });

  it('goes on from the revision this tab has seen, and says when another tab typed there', async () => {
    const page = fakeForm([{ text: 'Наличие целей' }]);
    const fake = startFake(page, { 'drafts.keep': () => ({ kept: [{ revision: 7, conflict: true }] }) });
    page.type(page.row(0, 0).id, 'comment', 'а');
    fake.pass();
    await fake.settle();
    expect(fake.seen.toast?.action?.id).toBe('drafts');
    page.type(page.row(0, 0).id, 'comment', 'аб');
    fake.pass();
    expect(kept(fake.sent)[1]).toMatchObject({ base: 7 });
  });
});

describe('an earlier draft', () => {
  const id = (page: ReturnType<typeof fakeForm>) => page.live.current().positions[0]?.id ?? '';
  const draft = (page: ReturnType<typeof fakeForm>, comment: string) => ({
    'drafts.list': () => ({
      drafts: [{ positionId: id(page), revision: 3, fields: { 'comment#0': comment } }],
    }),
  });

  it('is offered when the page does not hold its text', async () => {
    const page = fakeForm([{ text: 'Наличие целей' }]);
    const { seen, settle } = startFake(page, draft(page, 'Потерянный комментарий'));
    await settle();
    expect(seen.toast?.text).toContain('1 позиции');
  });

  it('is not offered when the page holds it already', async () => {
    const page = fakeForm([{ text: 'Наличие целей' }]);
    page.type(page.row(0, 0).id, 'comment', 'Сохранённый  комментарий ');
    const { seen, settle } = startFake(page, draft(page, 'Сохранённый комментарий'));
    await settle();
    expect(seen.toast).toBeNull();
  });
});
