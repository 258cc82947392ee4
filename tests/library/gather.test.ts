import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { addFromLink, nameFromAddress } from '../../lib/library/add-from-link.ts';
import { type FormLink, gather, planGather } from '../../lib/library/gather.ts';
import { openLibrary } from '../../lib/library/open.ts';
import { freshName, newDocument } from './make.ts';

const link = (url: string, comment = '', positionId = 'p1'): FormLink => ({
  url,
  comment,
  positionId,
  positionText: 'Позиция',
  path: ['1.1'],
});
const CONTEXT = { mechanism: 'mum', year: 2022 } as const;

describe('gathering the links of a form', () => {
  it('makes a document of each address, with a use for each place, and nothing of what is no address', async () => {
    const library = await openLibrary(freshName());
    await library.add(newDocument({ title: 'Известный', address: 'https://a.ru/known.pdf' }));
    const plan = await planGather(
      library,
      [
        link('https://a.ru/x.pdf', 'Приказ УО от 15.03.2022 № 123-од, с. 3–5. Раздел 2'),
        link('http://www.a.ru/x.pdf', 'Приказ УО от 15.03.2022 № 123-од, с. 7', 'p2'),
        link('https://a.ru/known.pdf', 'с. 1'),
        link('', 'пусто'),
        link('нет ссылки'),
      ],
      CONTEXT,
    );
    expect([plan.added.length, plan.known.length, plan.skipped]).toEqual([1, 1, ['нет ссылки']]);
    expect(plan.added[0]?.document).toMatchObject({ number: '123-од', date: '15.03.2022', kind: 'order' });
    const done = await gather(library, plan, async () => {});
    expect([done.documents, done.uses]).toEqual([1, 3]);
    const [document] = await library.byAddress('https://a.ru/x.pdf');
    const uses = await library.uses(document?.id ?? '');
    expect(uses.map(({ positionId }) => positionId).sort()).toEqual(['p1', 'p2']);
    await done.undo();
    expect((await library.all()).map(({ title }) => title)).toEqual(['Известный']);
    expect(await library.usesIn('p1')).toEqual([]);
  });

  it('keeps documents under one link apart by their names', async () => {
    const library = await openLibrary(freshName());
    const plan = await planGather(
      library,
      [
        link('https://a.ru/all.zip', 'Приказ № 1, с. 2'),
        link('https://a.ru/all.zip', 'Справка об итогах, с. 4'),
      ],
      CONTEXT,
    );
    expect(plan.added.map(({ document }) => document.title)).toEqual(['Приказ № 1', 'Справка об итогах']);
  });

  it('hands login and password over apart from the document', async () => {
    const library = await openLibrary(freshName());
    const plan = await planGather(
      library,
      [link('https://a.ru/x.pdf', 'Приказ № 1, с. 2; логин: guest, пароль: s3cret')],
      CONTEXT,
    );
    const kept: unknown[] = [];
    await gather(library, plan, async (_id, credentials) => void kept.push(credentials));
    expect(kept).toEqual([{ login: 'guest', password: 's3cret' }]);
    expect(JSON.stringify(await library.snapshot())).not.toContain('s3cret');
    expect((await library.all())[0]?.access.kind).toBe('login');
  });
});

describe('adding a link', () => {
  it('takes its text for the title and does not add an address twice', async () => {
    const library = await openLibrary(freshName());
    const first = await addFromLink(library, {
      url: 'https://a.ru/x.pdf',
      text: ' Приказ  № 5 от 01.02.2023 ',
    });
    expect(first).toMatchObject({
      already: false,
      document: { title: 'Приказ № 5 от 01.02.2023', number: '5' },
    });
    const second = await addFromLink(library, { url: 'http://www.a.ru/x.pdf', text: 'другое' });
    expect([second.already, second.document.id]).toEqual([true, first.document.id]);
  });

  it.each([
    ['https://a.ru/docs/%D0%9F%D1%80%D0%B8%D0%BA%D0%B0%D0%B7_5.pdf', 'Приказ 5.pdf'],
    ['https://a.ru/', 'a.ru'],
    ['https://a.ru/%E0%E1.pdf', '%E0%E1.pdf'],
    ['просто слова', 'просто слова'],
  ])('without a text is named after its address: %s', (address, name) => {
    expect(nameFromAddress(address)).toBe(name);
  });
});
