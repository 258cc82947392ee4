// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import type { LiveForm } from '../../lib/form/types.ts';
import { readMany, writeMany } from '../../lib/form/write-many.ts';
import { openForm } from './open.ts';

const row =
  '<div class="row"><label>Ссылка <input></label><label>Комментарий <textarea></textarea></label></div>';
const unit = (text: string): string =>
  `<section class="unit"><p>${text}</p><div class="rows">${row}</div><button type="button">Добавить ссылку</button></section>`;

let stop = new AbortController();

function open(hidden: boolean): LiveForm {
  Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
  document.body.innerHTML = `<h2>1.1. Система оценки качества подготовки обучающихся</h2><h3>Показатели</h3>${unit('Наличие муниципальных показателей')}${unit('Проведение мониторинга показателей')}`;
  for (const button of document.querySelectorAll('button'))
    button.addEventListener('click', () =>
      button.parentElement
        ?.querySelector('.rows')
        ?.append(document.createRange().createContextualFragment(row)),
    );
  stop = new AbortController();
  const live = openForm(document, { signal: stop.signal, onChange: () => {} });
  if (!live) throw new Error('not recognised');
  return live;
}

afterEach(() => {
  stop.abort();
  Object.defineProperty(document, 'hidden', { configurable: true, value: false });
});

describe.each([false, true])('writeMany, the tab hidden: %s', (hidden) => {
  it('adds the rows it needs with the page’s own button, and reads them back', async () => {
    const live = open(hidden);
    const id = live.current().positions[1]?.id ?? '';
    const fields = [0, 1, 2].flatMap((rowIndex) => [
      { positionId: id, rowIndex, field: 'url' as const, value: `https://a.ru/${rowIndex}.pdf` },
      { positionId: id, rowIndex, field: 'comment' as const, value: `с. ${rowIndex + 1}` },
    ]);
    const results = await writeMany(live, fields);
    expect(results.map(({ outcome }) => outcome)).toEqual(Array(6).fill('written'));
    expect(readMany(live, fields)).toEqual(fields.map(({ value }) => value));
    expect(document.querySelectorAll('.unit:nth-of-type(1) .row')).toHaveLength(1);
  });

  it('finds fields that the page drew anew, and says what is not there', async () => {
    const live = open(hidden);
    const id = live.current().positions[0]?.id ?? '';
    const rows = document.querySelector('.rows');
    rows?.replaceChildren(document.createRange().createContextualFragment(row));
    await Promise.resolve();
    const field = { positionId: id, rowIndex: 0, field: 'url' as const, value: 'https://a.ru/1.pdf' };
    expect((await writeMany(live, [field]))[0]?.outcome).toBe('written');
    expect(rows?.querySelector('input')?.value).toBe('https://a.ru/1.pdf');
    const gone = { ...field, positionId: 'nothing' };
    expect((await writeMany(live, [gone]))[0]?.outcome).toBe('missing');
    expect(readMany(live, [gone])).toEqual([null]);
  });
});
