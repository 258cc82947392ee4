// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import type { LiveForm } from '../../lib/form/types.ts';
import { readMany, writeMany } from '../../lib/form/write-many.ts';
import { openForm } from './open.ts';

const row =
  '<div class="row"><label>Ссылка <input></label><label>Комментарий <textarea></textarea></label></div>';
const unit = (text: string): string =>
  `<section class="unit"><p>${text}</p><div class="rows">${row}</div><button type="button">Добавить ссылку</button></section>`;

/** Into an empty field, adding the row where it is not there. */
const anew = { held: '', addRow: true };

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
      { ...anew, positionId: id, rowIndex, field: 'url' as const, value: `https://a.ru/${rowIndex}.pdf` },
      { ...anew, positionId: id, rowIndex, field: 'comment' as const, value: `с. ${rowIndex + 1}` },
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
    const field = {
      ...anew,
      positionId: id,
      rowIndex: 0,
      field: 'url' as const,
      value: 'https://a.ru/1.pdf',
    };
    expect((await writeMany(live, [field]))[0]?.outcome).toBe('written');
    expect(rows?.querySelector('input')?.value).toBe('https://a.ru/1.pdf');
    const gone = { ...field, positionId: 'nothing' };
    expect((await writeMany(live, [gone]))[0]?.outcome).toBe('missing');
    expect(readMany(live, [gone])).toEqual([null]);
  });

  it('leaves what a person typed since the plan was made, and what holds the value already', async () => {
    const live = open(hidden);
    const id = live.current().positions[0]?.id ?? '';
    const field = {
      ...anew,
      positionId: id,
      rowIndex: 0,
      field: 'url' as const,
      value: 'https://a.ru/1.pdf',
    };
    const input = document.querySelector('input') as HTMLInputElement;
    let written = 0;
    input.addEventListener('input', () => written++);
    input.value = 'https://b.ru/своё.pdf';
    expect((await writeMany(live, [field]))[0]).toMatchObject({ outcome: 'edited', after: input.value });
    input.value = ' https://a.ru/1.pdf ';
    expect((await writeMany(live, [field]))[0]?.outcome).toBe('unchanged');
    expect(written).toBe(0);
    expect((await writeMany(live, [{ ...field, value: 'x', held: 'https://a.ru/1.pdf' }]))[0]?.outcome).toBe(
      'written',
    );
  });

  it('adds no row where it may not', async () => {
    const live = open(hidden);
    const id = live.current().positions[0]?.id ?? '';
    const field = { positionId: id, rowIndex: 1, field: 'url' as const, value: 'x', held: '', addRow: false };
    expect((await writeMany(live, [field]))[0]?.outcome).toBe('missing');
    expect(document.querySelectorAll('.row')).toHaveLength(2);
  });
});
