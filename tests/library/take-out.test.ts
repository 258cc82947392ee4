import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { type FormLink, gather, planGather } from '../../lib/library/gather.ts';
import { openLibrary } from '../../lib/library/open.ts';
import { takeOut } from '../../lib/library/take-out.ts';
import { freshName, newDocument } from './make.ts';

const CONTEXT = { mechanism: 'mum', year: 2022 } as const;
const link = (url: string, comment: string): FormLink => ({
  url,
  comment,
  positionId: 'p1',
  positionText: 'Позиция',
  path: ['1.1'],
});

describe('taking out what a bulk action added', () => {
  it('leaves what was there before, what was changed since and what was used since', async () => {
    const library = await openLibrary(freshName());
    await library.add(newDocument({ title: 'Прежний', address: 'https://a.ru/old.pdf' }));
    const names = ['Забытый', 'Правленый', 'Использованный'];
    const links = [
      link('https://a.ru/old.pdf', 'Прежний, с. 1'),
      ...names.map((name, at) => link(`https://a.ru/${at}.pdf`, `${name}, с. 3`)),
    ];
    const { put } = await gather(library, await planGather(library, links, CONTEXT), async () => {});
    expect(put.documents).toHaveLength(3);
    const [, changed] = await library.byAddress('https://a.ru/1.pdf').then((found) => [null, found[0]]);
    // The library tells changes by the millisecond.
    for (const at = Date.now(); Date.now() === at; );
    await library.update(changed?.id ?? '', { note: 'проверено' });
    const [used] = await library.byAddress('https://a.ru/2.pdf');
    await library.recordUse({
      documentId: used?.id ?? '',
      positionId: 'p2',
      positionText: 'Другая позиция',
      path: ['2.3'],
      pages: '',
      explanation: '',
      ...CONTEXT,
    });
    expect(await takeOut(library, put)).toMatchObject({ removed: [expect.any(String)], kept: 2 });
    const left = (await library.all()).map(({ address }) => address).sort();
    expect(left).toEqual(['https://a.ru/1.pdf', 'https://a.ru/2.pdf', 'https://a.ru/old.pdf']);
    expect(await takeOut(library, put)).toEqual({ removed: [], kept: 2 });
  });
});
