import { describe, expect, it } from 'vitest';
import { MessageError } from '../../lib/messages/envelope.ts';
import type { Offer } from '../../lib/messages/to-background.ts';
import { fakeForm, startFake } from './fakes.ts';

const NEWS = 'https://uo-gorod.example.ru/novosti/itogi-nedeli';
const ORDER = 'https://uo-gorod.example.ru/docs/prikaz-123-od.pdf';
const OFFER: Offer = {
  documentId: '0b9e8f1a-7a53-4d0f-a5b3-2f1f9a3d1c01',
  title: 'Приказ УО',
  number: '123-од',
  date: '15.03.2022',
  kind: 'order',
  address: ORDER,
  access: { kind: 'login', note: '' },
  pageCount: 12,
  pages: '3–5, 12',
  explanation: 'Раздел 2 — цели и задачи',
  reason: 'used-here',
  uses: 3,
};
const offering = { 'library.suggest': () => ({ offers: [OFFER], history: [] }) };

describe('findings on the page', () => {
  it('wait while the address is being typed and speak when the field is left', () => {
    const page = fakeForm([{ text: 'Наличие целей' }]);
    const { actions, seen } = startFake(page);
    const row = page.row(0, 0).id;
    const id = page.live.current().positions[0]?.id ?? '';
    actions.fieldFocused(page.field(row, 'url'));
    actions.typed(page.field(row, 'url'), 'typed');
    page.type(row, 'url', 'mailto:x');
    page.type(row, 'url', 'школа');
    expect(seen.marks.get(id) ?? []).toEqual([]);
    actions.fieldFocused(null);
    expect(seen.marks.get(id)?.length).toBeGreaterThan(0);
    expect(seen.markers[0]?.view().count).toBeGreaterThan(0);
  });

  it('speak after a pause, at once after a paste, and clear at once', () => {
    const page = fakeForm([{ text: 'Наличие целей' }]);
    const { actions, seen, pass } = startFake(page);
    const row = page.row(0, 0).id;
    const id = page.live.current().positions[0]?.id ?? '';
    const rules = () => (seen.marks.get(id) ?? []).filter((mark) => mark.key.includes('news-link')).length;
    actions.fieldFocused(page.field(row, 'url'));
    actions.typed(page.field(row, 'url'), 'pasted');
    page.type(row, 'url', NEWS);
    expect(rules()).toBe(1);
    actions.typed(page.field(row, 'url'), 'typed');
    page.type(row, 'url', ORDER);
    expect(rules()).toBe(0);
    actions.typed(page.field(row, 'url'), 'typed');
    page.type(row, 'url', 'школа');
    expect(seen.marks.get(id)?.some((mark) => mark.key.includes('|url')) ?? false).toBe(false);
    pass();
    expect(seen.marks.get(id)?.length).toBeGreaterThan(0);
  });

  it('go when dismissed with a reason, and return when the value changes', async () => {
    const page = fakeForm([{ text: 'Наличие целей', rows: [[NEWS, 'Приказ, с. 3: цели и задачи названы']] }]);
    const { actions, seen, sent, settle } = startFake(page);
    await settle();
    const id = page.live.current().positions[0]?.id ?? '';
    actions.openCard(id);
    const finding = seen.card?.findings.find((one) => one.key.startsWith('news-link'));
    actions.dismiss(id, finding?.key ?? '', 'это архив документов');
    await settle();
    expect(seen.card?.findings.some((one) => one.key.startsWith('news-link'))).toBe(false);
    expect(sent.find(([name]) => name === 'findings.dismiss')?.[1]).toMatchObject({
      rule: 'news-link',
      rowIndex: 0,
      reason: 'это архив документов',
      at: '2022-09-01T12:00:00.000Z',
    });
    page.type(page.row(0, 0).id, 'url', `${NEWS}-2`);
    expect(seen.card?.findings.some((one) => one.key.startsWith('news-link'))).toBe(true);
  });

  it('leave nothing of the comment in what is kept of a dismissal', async () => {
    const comment = 'Приказ УО; логин: mum, пароль: Секрет-77';
    const page = fakeForm([{ text: 'Наличие целей', rows: [[ORDER, comment]] }]);
    const { actions, seen, sent, settle } = startFake(page);
    await settle();
    const id = page.live.current().positions[0]?.id ?? '';
    actions.openCard(id);
    actions.dismiss(id, seen.card?.findings[0]?.key ?? '', 'одна страница');
    await settle();
    const kept = sent.find(([name]) => name === 'findings.dismiss')?.[1];
    expect(kept).toMatchObject({ reason: 'одна страница' });
    expect(JSON.stringify(kept)).not.toMatch(/Секрет|логин/);
  });
});

describe('a failure', () => {
  const failing = (error: unknown) => ({
    'library.suggest': () => {
      throw error;
    },
  });
  const said = async (error: unknown) => {
    const page = fakeForm([{ text: 'Наличие целей' }]);
    const { actions, seen, settle } = startFake(page, failing(error));
    actions.openMenu(page.field(page.row(0, 0).id, 'url'));
    await settle();
    return seen.toast?.text;
  };

  it('is told in the words of the store', async () => {
    const reason = 'На диске не хватает места';
    expect(await said(new MessageError('x', { kind: 'failed', path: '', reason }))).toBe(reason);
  });

  it.each([
    new TypeError('x is not a function'),
    new MessageError('x', { kind: 'unknown', path: '', reason: 'nobody answered' }),
  ])('inside the extension is no riddle for the user: %s', async (error) => {
    expect(await said(error)).toMatch(/^Не получилось\. Повторите/);
  });
});

describe('insert', () => {
  const open = async (page: ReturnType<typeof fakeForm>, row: number) => {
    const fake = startFake(page, offering);
    fake.actions.fieldFocused(page.field(page.row(0, row).id, 'url'));
    fake.actions.openMenu(page.field(page.row(0, row).id, 'url'));
    await fake.settle();
    return fake;
  };

  it('fills link and comment, keeps login and password out and says so, records the use', async () => {
    const page = fakeForm([{ text: 'Наличие целей' }]);
    const { actions, seen, sent, settle } = await open(page, 1);
    expect(seen.menu?.offers[0]?.title).toBe('Приказ УО');
    actions.insertFromMenu(OFFER.documentId);
    await settle();
    expect(page.row(0, 1)).toMatchObject({
      url: ORDER,
      comment: 'Приказ УО от 15.03.2022 № 123-од, с.\u00a03–5, 12. Раздел 2 — цели и задачи',
    });
    expect(seen.menu).toBeNull();
    expect(seen.toast?.text).toMatch(/без логина и пароля/);
    expect(sent.find(([name]) => name === 'library.recordUse')?.[1]).toMatchObject({
      documentId: OFFER.documentId,
      positionText: 'Наличие целей',
      pages: '3–5, 12',
    });
  });

  it('is taken back by Ctrl+Z as one step, with its use', async () => {
    const page = fakeForm([{ text: 'Наличие целей' }]);
    const { actions, sent, settle } = await open(page, 0);
    actions.insertFromMenu(OFFER.documentId);
    await settle();
    const field = page.field(page.row(0, 0).id, 'comment');
    expect(actions.undoKey(field)).toBe(true);
    await settle();
    expect(page.row(0, 0)).toMatchObject({ url: '', comment: '' });
    expect(sent.some(([name]) => name === 'library.forgetUse')).toBe(true);
    expect(actions.undoKey(field)).toBe(false);
  });

  it('leaves Ctrl+Z to the page once the person typed on', async () => {
    const page = fakeForm([{ text: 'Наличие целей' }]);
    const { actions, settle } = await open(page, 0);
    actions.insertFromMenu(OFFER.documentId);
    await settle();
    const field = page.field(page.row(0, 0).id, 'comment');
    actions.typed(field, 'typed');
    page.type(page.row(0, 0).id, 'comment', 'моё');
    expect(actions.undoKey(field)).toBe(false);
    actions.toastAction('undo');
    await settle();
    expect(page.row(0, 0)).toMatchObject({ url: '', comment: 'моё' });
  });

  it('never writes over what is there: it offers a free row', async () => {
    const page = fakeForm([{ text: 'Наличие целей', rows: [['', 'заметка']] }]);
    const { actions, seen, settle } = await open(page, 0);
    actions.insertFromMenu(OFFER.documentId);
    await settle();
    expect(page.row(0, 0)).toMatchObject({ url: '', comment: 'заметка' });
    expect(seen.toast?.action?.id).toBe('to-free-row');
    actions.toastAction('to-free-row');
    await settle();
    expect(page.row(0, 0).comment).toBe('заметка');
    expect(page.row(0, 1).url).toBe(ORDER);
  });

  it('leaves a comment that the person types while the page takes the link', async () => {
    const page = fakeForm([{ text: 'Наличие целей' }]);
    const { actions, seen, settle } = await open(page, 0);
    const write = page.live.write.bind(page.live);
    page.live.write = async (id, role, value) => {
      const result = await write(id, role, value);
      page.type(id, 'comment', 'моё');
      return result;
    };
    actions.insertFromMenu(OFFER.documentId);
    await settle();
    expect(page.row(0, 0)).toMatchObject({ url: ORDER, comment: 'моё' });
    expect(seen.toast?.text).toMatch(/не тронут/);
  });

  it('says when a field refuses', async () => {
    const page = fakeForm([{ text: 'Наличие целей' }]);
    page.refuses.add(`${page.row(0, 0).id}|url`);
    const { actions, seen, sent, settle } = await open(page, 0);
    actions.insertFromMenu(OFFER.documentId);
    await settle();
    expect(seen.toast?.tone).toBe('wrong');
    expect(sent.some(([name]) => name === 'library.recordUse')).toBe(false);
  });

  it('never writes where recognition is not sure', async () => {
    const page = fakeForm([{ text: 'Похоже на позицию', confidence: 0.3 }]);
    const { actions, seen, settle } = await open(page, 0);
    actions.openCard(page.live.current().positions[0]?.id ?? '');
    await settle();
    actions.insertFromCard(page.live.current().positions[0]?.id ?? '', OFFER.documentId);
    await settle();
    expect(page.row(0, 0).url).toBe('');
    expect(seen.markers[0]?.view().state).toBe('unrecognised');
  });
});

describe('commands of the popup', () => {
  it('count and jump', async () => {
    const page = fakeForm([
      { text: 'Первая' },
      { text: 'Вторая', rows: [[NEWS, '']] },
      { text: 'Третья', rows: [[NEWS, '']] },
    ]);
    const { handlers, seen, settle } = startFake(page);
    await settle();
    const state = await handlers['form.state']?.({}, {});
    expect(state).toMatchObject({ mode: 'fill', mechanism: 'mum', total: 3, filled: 2 });
    const ids = page.live.current().positions.map((position) => position.id);
    expect(await handlers['form.next']?.({}, {})).toEqual({ positionId: ids[1] });
    expect(seen.card?.positionId).toBe(ids[1]);
    expect(await handlers['form.next']?.({}, {})).toEqual({ positionId: ids[2] });
    expect(await handlers['form.next']?.({}, {})).toEqual({ positionId: ids[1] });
    expect(await handlers['form.reveal']?.({ positionId: 'nowhere' }, {})).toEqual({ found: false });
  });

  it('insert with credentials into the first free row', async () => {
    const page = fakeForm([{ text: 'Первая', rows: [[ORDER, 'с. 1']] }]);
    const { handlers, settle } = startFake(page);
    const id = page.live.current().positions[0]?.id ?? '';
    const parts = {
      name: 'План',
      pages: [[2, 3]] as [number, number][],
      login: 'uo',
      password: 'a1b',
      access: '',
      explanation: '',
    };
    const reply = await handlers['form.insert']?.(
      { address: ORDER, parts, documentId: null, positionId: id },
      {},
    );
    await settle();
    expect(reply).toMatchObject({ outcome: 'written', positionId: id });
    expect(page.row(0, 1).comment).toBe('План, с.\u00a02–3; логин: uo, пароль: a1b');
  });
});

describe('an extension that was updated under the page', () => {
  it('stops quietly and says so', async () => {
    const page = fakeForm([{ text: 'Первая' }]);
    const { seen, settle } = startFake(page, {
      'findings.dismissals': () => {
        throw new MessageError('x', { kind: 'gone', path: '', reason: 'invalidated' });
      },
    });
    await settle();
    expect(seen.hidden).toBe(true);
    expect(seen.toast?.text).toMatch(/обновите страницу/i);
  });
});

describe('the card', () => {
  it('shows pages as links in review, and only web addresses', async () => {
    const page = fakeForm(
      [
        {
          text: 'Первая',
          rows: [
            [ORDER, 'Приказ УО, с. 3–5, 12'],
            ['javascript:alert(1)', 'с. 2'],
          ],
        },
      ],
      'review',
    );
    const { actions, seen } = startFake(page);
    actions.openCard(page.live.current().positions[0]?.id ?? '');
    expect(seen.card?.rows[0]).toMatchObject({
      href: ORDER,
      pages: [{ href: `${ORDER}#page=3` }, { href: `${ORDER}#page=12` }],
    });
    expect(seen.card?.rows[1]).toMatchObject({ href: null, pages: [] });
    expect(seen.card?.offers).toEqual([]);
  });

  it('offers no mending on the read-only form', async () => {
    const page = fakeForm([{ text: 'Первая', rows: [[NEWS, 'Новость']] }], 'review');
    const { actions, seen } = startFake(page);
    actions.openCard(page.live.current().positions[0]?.id ?? '');
    expect(seen.card?.findings.map(({ fixes }) => fixes)).toEqual([[]]);
  });
});

describe('a position in doubt', () => {
  const matched = (certainty: number) => ({
    'criteria.match': () => ({
      pack: {
        id: 'p',
        title: 'Набор',
        mechanism: 'mum' as const,
        year: 2022,
        kind: 'training' as const,
        complete: true,
      },
      facts: [
        {
          criterionId: 'c',
          points: 2,
          component: null,
          trackKey: 't',
          trackRole: null,
          directionCode: '1.1',
          certainty,
        },
      ],
      harmfulPhrases: [],
      settings: { noLowSchools: null, drafts: true },
    }),
  });
  const state = async (mode: 'fill' | 'review', certainty: number) => {
    const page = fakeForm([{ text: 'Наличие целей', confidence: 0.4 }], mode);
    const { seen, settle } = startFake(page, matched(certainty));
    await settle();
    return seen.markers[0]?.view().state;
  };

  it('is known by its criterion where nothing is written, and nowhere else', async () => {
    expect(await state('review', 1)).toBe('empty');
    expect(await state('review', 0.5)).toBe('unrecognised');
    expect(await state('fill', 1)).toBe('unrecognised');
  });
});
