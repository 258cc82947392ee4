// @vitest-environment jsdom
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { readForm } from '../../lib/form/read.ts';
import type { Reader } from '../../lib/form/reader.ts';
import { recognition } from '../../lib/form/reader.ts';
import type { FormChange, LiveForm } from '../../lib/form/types.ts';
import { openForm } from './open.ts';

let stop = new AbortController();
afterEach(() => stop.abort());

/** What was read beside the first time: whole pages, and positions read with their neighbours. */
const seen = { pages: 0, near: [] as number[] };
const plain = recognition;
const counting: Reader = {
  ...plain,
  page(document) {
    seen.pages++;
    return plain.page(document);
  },
  *without(document, skip) {
    const reading = yield* plain.without(document, skip);
    seen.near.push(reading?.found.length ?? 0);
    return reading;
  },
};

const changes: FormChange[] = [];
function open(html: string): LiveForm {
  stop = new AbortController();
  document.body.innerHTML = html;
  changes.length = 0;
  const options = { signal: stop.signal, onChange: (change: FormChange) => changes.push(change) };
  const live = openForm(document, options, counting) as LiveForm;
  seen.pages = 0;
  seen.near = [];
  return live;
}

/** Until the frame in which records are handed over is past, twice. */
const settled = async (): Promise<void> => {
  for (let i = 0; i < 4; i++) await new Promise((done) => requestAnimationFrame(done));
};

/** The living form against the page read anew; ids, rows and values included. */
function expectAsRead(live: LiveForm): void {
  const strip = (list: ReturnType<LiveForm['current']>['positions']) =>
    list.map(({ id, path, text, number, points, rows, canAddRow }) => ({
      id,
      path,
      text,
      number,
      points,
      rows,
      canAddRow,
    }));
  const anew = readForm(document);
  expect(strip(live.current().positions)).toEqual(strip(anew.form.positions));
  for (const { id, rows } of anew.form.positions) {
    expect(live.anchor(id)).toBe(anew.anchor(id));
    for (const row of rows) {
      expect(live.field(row.id, 'url')).toBe(anew.field(row.id, 'url'));
      expect(live.field(row.id, 'comment')).toBe(anew.field(row.id, 'comment'));
    }
  }
}

const row = (i: number, url = ''): string =>
  `<div class="row"><label>Ссылка ${i} <input type="url" value="${url}"></label><label>Комментарий к документу <textarea></textarea></label></div>`;
const card = (n: number, text: string, url = ''): string =>
  `<div class="card"><div class="head"><span class="no">1.1.${n}</span> <span class="text">${text}</span> <span class="badge">${n % 3} балла</span></div>${row(1, url)}${row(2)}<button type="button">Добавить ссылку</button></div>`;
const text = (n: number): string => `Наличие муниципальных показателей по направлению работы номер ${n}`;
const cards = (from: number, to: number, url?: string): string =>
  Array.from({ length: to - from }, (_, i) => card(from + i, text(from + i), url)).join('');
const list = (): string =>
  `<h2>1.1. Система оценки качества подготовки обучающихся</h2><h3>Показатели</h3><div id="list">${cards(1, 8)}</div><h3>Мониторинг</h3><div id="other">${cards(20, 26)}</div>`;

const at = (id: string): Element => document.getElementById(id) as Element;

describe('copies of known positions', () => {
  it('beside them are taken without reading the page', async () => {
    const live = open(list());
    const before = live.current().positions;
    at('list').insertAdjacentHTML('beforeend', cards(40, 60, 'https://uo.example.ru/a.pdf'));
    await settled();
    expect(live.current().positions).toHaveLength(33);
    expect(live.current().positions[7]?.rows[0]?.url).toBe('https://uo.example.ru/a.pdf');
    expect(before.every((position) => live.current().positions.includes(position))).toBe(true);
    expectAsRead(live);
    expect(seen).toEqual({ pages: 0, near: [] });
    expect(changes).toHaveLength(1);
    expect(changes[0]?.added).toHaveLength(20);
  });

  it('before them and between them', async () => {
    const live = open(list());
    at('list').insertAdjacentHTML('afterbegin', cards(40, 43));
    await settled();
    at('list').children[5]?.insertAdjacentHTML('afterend', cards(50, 53));
    await settled();
    expectAsRead(live);
    expect(live.current().positions).toHaveLength(19);
    expect(seen).toEqual({ pages: 0, near: [] });
  });

  it('put in one by one, in the same frame', async () => {
    const live = open(list());
    for (let i = 40; i < 140; i++) at('other').insertAdjacentHTML('beforeend', card(i, text(i)));
    await settled();
    expect(live.current().positions).toHaveLength(113);
    expectAsRead(live);
    expect(seen).toEqual({ pages: 0, near: [] });
  });

  it('equal texts among them are told apart as on a page read anew', async () => {
    const live = open(list());
    at('list').insertAdjacentHTML('beforeend', card(40, text(40)) + card(41, text(40)) + card(42, text(40)));
    await settled();
    expectAsRead(live);
    expect(new Set(live.current().positions.map(({ id }) => id)).size).toBe(16);
  });

  it('a text that is there already is settled by reading the page', async () => {
    const live = open(list());
    at('list').insertAdjacentHTML('beforeend', card(40, text(3)));
    await settled();
    expectAsRead(live);
  });

  it('typed in at once belong to their positions', async () => {
    const live = open(list());
    at('list').insertAdjacentHTML('beforeend', cards(40, 42));
    await settled();
    const field = at('list').lastElementChild?.querySelector('input') as HTMLInputElement;
    field.value = 'https://uo.example.ru/b.pdf';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    expect(live.locate(field)?.rowId).toBe(`${live.current().positions[8]?.id}#0`);
    expect(live.current().positions[8]?.rows[0]?.url).toBe('https://uo.example.ru/b.pdf');
  });
});

describe('a long row of copies with headings of their own', () => {
  it('is read at its ends alone', async () => {
    const live = open(list());
    document.body.insertAdjacentHTML(
      'beforeend',
      `<section><h3>Анализ</h3><div>${cards(40, 100)}</div></section>`,
    );
    await settled();
    expect(live.current().positions).toHaveLength(73);
    expectAsRead(live);
    expect(seen.pages).toBe(0);
    expect(seen.near[0]).toBeLessThan(20);
  });
});

const tableRows = (n: number, rows = 3): string =>
  Array.from({ length: rows }, (_, i) => {
    const first = `<td rowspan="${rows}">1.${n}</td><td rowspan="${rows}" class="position">${text(n)} <span>(2 балла)</span></td>`;
    return `<tr>${i === 0 ? first : ''}<td>${i + 1}</td><td><input></td><td><textarea></textarea></td></tr>`;
  }).join('');
const table = (): string =>
  `<h2>1.1. Система оценки качества подготовки обучающихся</h2><table><thead><tr><th>№</th><th>Позиции оценивания</th><th>Строка</th><th>Ссылка на документ</th><th>Комментарий к документу</th></tr></thead><tbody id="rows"><tr><td colspan="5"><b>Показатели</b></td></tr>${[1, 2, 3, 4].map((n) => tableRows(n)).join('')}</tbody></table>`;

describe('rows of a table', () => {
  it('with cells that span them are taken without reading the table', async () => {
    const live = open(table());
    expect(live.current().positions).toHaveLength(4);
    at('rows').insertAdjacentHTML(
      'beforeend',
      Array.from({ length: 30 }, (_, i) => tableRows(10 + i)).join(''),
    );
    await settled();
    expect(live.current().positions).toHaveLength(34);
    expectAsRead(live);
    expect(seen).toEqual({ pages: 0, near: [] });
  });

  it.each([
    ['fewer rows to a position', tableRows(10, 2)],
    ['a heading between', `<tr><td colspan="5"><b>Мониторинг</b></td></tr>${tableRows(10)}`],
    ['a cell more', tableRows(10).replaceAll('</tr>', '<td></td></tr>')],
    [
      'a cell that reaches out',
      tableRows(10).replace('rowspan="3"', 'rowspan="6"') +
        tableRows(11).replace(/<td rowspan="3">[^<]*<\/td>/, ''),
    ],
  ])('are read where they are made otherwise: %s', async (_what, html) => {
    const live = open(table());
    at('rows').insertAdjacentHTML('beforeend', html);
    await settled();
    expectAsRead(live);
  });

  it('under a heading whose cell spans them are read', async () => {
    const live = open(
      table()
        .replace('<tr><td colspan="5"><b>Показатели</b></td></tr>', '')
        .replace('<td rowspan="3">1.1</td>', '<td rowspan="99">Показатели</td>')
        .replaceAll(/<td rowspan="3">1\.\d<\/td>/g, ''),
    );
    at('rows').insertAdjacentHTML('beforeend', tableRows(10).replace(/<td rowspan="3">1\.\d+<\/td>/, ''));
    await settled();
    expectAsRead(live);
  });
});

describe('a box that is nearly a copy', () => {
  const CHANGES: readonly ((html: string) => string)[] = [
    (html) => html,
    (html) =>
      html
        .replace('Ссылка 1', 'Комментарий к документу')
        .replace('Комментарий к документу <textarea', 'Ссылка 1 <textarea'),
    (html) => html.replace('class="row"', 'class="row" hidden'),
    (html) => html.replace('<input', '<input disabled'),
    (html) => html.replace('<button type="button">Добавить ссылку</button>', ''),
    (html) => html.replace('class="card"', 'class="card" style="display:none"'),
    (html) => html.replace(/<span class="text">[^<]*/, '<span class="text">'),
    (html) => html.replace(/<span class="text">[^<]*/, '<span class="text">Наличие целей:'),
    (html) => html.replace(/<span class="text">[^<]*/, '<span class="text">Показатели'),
    (html) => html.replace(/<span class="text">[^<]*/, '<span class="text">У вас есть вопросы?'),
    (html) => html.replace('</textarea>', 'План, с. 3–5</textarea>'),
    (html) => html.replace('<div class="head">', '<h3>Мониторинг</h3><div class="head">'),
    (html) => html.replace('type="url"', 'type="hidden"'),
    (html) => html.replace('Комментарий к документу', 'Оценка эксперта, баллов'),
    (html) => html + row(3),
  ];
  it('comes out as on a page read anew', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(CHANGES.length - 1), { minLength: 1, maxLength: 14 }),
        fc.constantFrom('beforeend', 'afterbegin', 'afterend'),
        async (which, where) => {
          const live = open(list());
          const html = which
            .map((change, i) => (CHANGES[change] as (html: string) => string)(card(40 + i, text(40 + i))))
            .join('');
          at('list').insertAdjacentHTML(where as InsertPosition, html);
          await settled();
          expectAsRead(live);
          stop.abort();
        },
      ),
      { numRuns: 60, seed: 7 },
    );
  });
});

describe('a table on its side', () => {
  const columns = (n: number): string =>
    `<h2>1.1. Система оценки качества подготовки обучающихся</h2><table><tbody><tr><th></th>${Array.from({ length: n }, (_, i) => `<th>${text(i)}</th>`).join('')}</tr>${['Ссылка 1', 'Комментарий 1', 'Ссылка 2', 'Комментарий 2'].map((label) => `<tr><td>${label}</td>${'<td><input></td>'.repeat(n)}</tr>`).join('')}</tbody></table>`;

  it('tells what is typed, and takes in a column that comes', async () => {
    const live = open(columns(4));
    expect(live.current().positions).toHaveLength(4);
    const field = document.querySelectorAll('tr')[3]?.querySelectorAll('input')[2] as HTMLInputElement;
    field.value = 'https://uo.example.ru/a.pdf';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    expect(live.current().positions[2]?.rows[1]?.url).toBe('https://uo.example.ru/a.pdf');
    expect(changes.at(-1)?.values).toEqual([live.current().positions[2]?.id]);
    for (const [i, tr] of [...document.querySelectorAll('tr')].entries())
      tr.insertAdjacentHTML('beforeend', i === 0 ? `<th>${text(9)}</th>` : '<td><input></td>');
    await settled();
    expect(live.current().positions).toHaveLength(5);
    expectAsRead(live);
  });

  it('takes in rows for a further link, and lets go of a column', async () => {
    const live = open(columns(4));
    for (const label of ['Ссылка 3', 'Комментарий 3'])
      document
        .querySelector('tbody')
        ?.insertAdjacentHTML('beforeend', `<tr><td>${label}</td>${'<td><input></td>'.repeat(4)}</tr>`);
    await settled();
    expect(live.current().positions.map(({ rows }) => rows.length)).toEqual([3, 3, 3, 3]);
    expectAsRead(live);
    for (const tr of document.querySelectorAll('tr')) tr.children[2]?.remove();
    await settled();
    expect(live.current().positions).toHaveLength(3);
    expectAsRead(live);
  });
});
