// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readForm } from '../../lib/form/read.ts';
import type { LiveForm } from '../../lib/form/types.ts';
import { generate } from './generate/page.ts';
import { openForm } from './open.ts';

let stop = new AbortController();
const settled = async (): Promise<void> => {
  for (let i = 0; i < 2; i++) await new Promise((done) => setTimeout(done, 20));
};
function open(): LiveForm | null {
  stop = new AbortController();
  return openForm(document, { signal: stop.signal, onChange: () => {} });
}
afterEach(() => stop.abort());

const row = (): string =>
  '<div class="row"><label>Ссылка <input></label><label>Комментарий <textarea></textarea></label></div>';
const unit = (text: string): string =>
  `<section class="unit"><p>${text}</p><div class="rows">${row()}</div><button type="button">Добавить ссылку</button></section>`;
const page = (): string =>
  `<h2>1.1. Система оценки качества подготовки обучающихся</h2><h3>Показатели</h3>${unit('Наличие муниципальных показателей')}${unit('Проведение мониторинга показателей')}${unit('Анализ результатов мониторинга в школах')}`;

/** Whether the whole page was walked: only then the document is asked for what locks all fields. */
function wholeReads(): () => number {
  const asked = vi.spyOn(document, 'querySelector');
  return () => asked.mock.calls.filter(([selector]) => selector === 'fieldset[disabled]').length;
}

/** Box of one row: the smallest that holds both fields, if it holds no other. */
function rowBox(live: LiveForm, id: string): Element | null {
  const url = live.field(id, 'url');
  const comment = live.field(id, 'comment');
  let box = url?.parentElement ?? null;
  while (box && comment && !box.contains(comment)) box = box.parentElement;
  return box && box.querySelectorAll('input,textarea,[contenteditable]').length === 2 ? box : null;
}

describe('a change inside one position', () => {
  it('reads only that position again', async () => {
    document.body.innerHTML = page();
    const live = open() as LiveForm;
    const before = live.current().positions;
    const reads = wholeReads();
    document.querySelectorAll('.rows')[1]?.insertAdjacentHTML('beforeend', row());
    await settled();
    const after = live.current().positions;
    expect(after[1]?.rows).toHaveLength(2);
    expect(after[0]).toBe(before[0]);
    expect(after[2]).toBe(before[2]);
    expect(after[1]?.path).toEqual(before[1]?.path);
    expect(reads()).toBe(0);
    vi.restoreAllMocks();
  });

  it('reads the page when a position came with the change', async () => {
    document.body.innerHTML = page();
    const live = open() as LiveForm;
    const reads = wholeReads();
    document
      .querySelector('.unit')
      ?.insertAdjacentHTML('beforeend', unit('Разработка рекомендаций по итогам'));
    await settled();
    expect(live.current().positions).toHaveLength(4);
    expect(reads()).toBeGreaterThan(0);
    vi.restoreAllMocks();
  });

  it('a virtualised list that swaps its positions is followed', async () => {
    document.body.innerHTML = `<div id="list">${page()}</div>`;
    const live = open() as LiveForm;
    const texts = [
      'Методы сбора информации о качестве',
      'Использование информационных систем',
      'Адресная помощь школам',
    ];
    for (const [i, box] of [...document.querySelectorAll('.unit')].entries())
      box.outerHTML = unit(texts[i] as string);
    await settled();
    expect(live.current().positions.map((p) => p.text)).toEqual(texts);
  });

  it('a text changed in place is another position', async () => {
    document.body.innerHTML = page();
    const live = open() as LiveForm;
    const text = document.querySelector('.unit p')?.firstChild as Text;
    text.data = 'Наличие целей по работе со школами';
    await settled();
    expect(live.current().positions[0]?.text).toBe('Наличие целей по работе со школами');
  });

  it('gives what reading the page anew gives, on random pages', { timeout: 120_000 }, async () => {
    let tried = 0;
    for (let seed = 1; seed < 400 && tried < 40; seed++) {
      const { html } = generate(seed * 7919);
      document.documentElement.innerHTML = html.replace(/^<!doctype html>/i, '');
      const live = open();
      const positions = live?.current().positions ?? [];
      const target = positions[seed % Math.max(1, positions.length)];
      const last = target?.rows.at(-1);
      const box = live && last ? rowBox(live, last.id) : null;
      if (!live || !box || target?.rows.length === 0) {
        stop.abort();
        continue;
      }
      tried++;
      if (seed % 3 === 0 && (target?.rows.length ?? 0) > 1) box.remove();
      else box.after(box.cloneNode(true));
      await settled();
      const strip = (list: typeof positions) => list.map(({ path, text, rows }) => ({ path, text, rows }));
      expect(strip(live.current().positions), html).toEqual(strip(readForm(document).form.positions));
      stop.abort();
    }
    expect(tried).toBeGreaterThan(20);
  });
});

describe('positions that are added', () => {
  const part = (n: number, units = 6): string =>
    `<section><h2>1.${n}. Система мониторинга эффективности руководителей</h2>${['Цели', 'Показатели', 'Мониторинг'].map((name) => `<div class="part"><h3>${name}</h3>${Array.from({ length: units }, (_, i) => unit(`${name} ${n}: проведение муниципальных мероприятий по задаче ${i + 1}`)).join('')}</div>`).join('')}</section>`;
  const strip = (list: ReturnType<LiveForm['current']>['positions']) =>
    list.map(({ id, path, text, rows }) => ({ id, path, text, rows }));
  it.each([
    ['at the end of a part', 1, 'beforeend'],
    ['before the first part', 0, 'beforebegin'],
    ['behind the last part', 8, 'afterend'],
  ] as const)('%s', async (_where, at, where) => {
    document.body.innerHTML = `<main>${[1, 2, 3].map((n) => part(n)).join('')}</main>`;
    const live = open() as LiveForm;
    const before = live.current().positions;
    expect(before).toHaveLength(54);
    const box = document.querySelectorAll('.part')[at] as Element;
    box.insertAdjacentHTML(
      where,
      unit('Разработка рекомендаций по итогам') + unit('Принятие решений по итогам'),
    );
    await settled();
    const after = live.current().positions;
    expect(after).toHaveLength(56);
    expect(strip(after)).toEqual(strip(readForm(document).form.positions));
    expect(before.every((position) => after.includes(position))).toBe(true);
  });

  it('the rest of the page is passed over', async () => {
    document.body.innerHTML = `<main>${[1, 2, 3].map((n) => part(n, 20)).join('')}</main>`;
    const live = open() as LiveForm;
    const own = vi.spyOn(Node.prototype, 'firstChild', 'get');
    readForm(document);
    const whole = own.mock.calls.length;
    own.mockClear();
    const box = document.querySelectorAll('.part')[4] as Element;
    box.insertAdjacentHTML('beforeend', unit('Разработка рекомендаций по итогам'));
    await settled();
    expect(live.current().positions).toHaveLength(181);
    expect(own.mock.calls.length).toBeGreaterThan(0);
    expect(own.mock.calls.length).toBeLessThan(0.3 * whole);
    vi.restoreAllMocks();
  });

  it('give what reading the page anew gives, on random pages', { timeout: 120_000 }, async () => {
    let tried = 0;
    for (let seed = 1; seed < 400 && tried < 60; seed++) {
      const { html } = generate(seed * 104_729);
      document.documentElement.innerHTML = html.replace(/^<!doctype html>/i, '');
      const live = open();
      const positions = live?.current().positions ?? [];
      const at = positions[seed % Math.max(1, positions.length)];
      let box = (at && live?.anchor(at.id)) ?? null;
      for (let up = seed % 4; box?.parentElement && up > 0 && box.parentElement !== document.body; up--)
        box = box.parentElement;
      if (!live || !box) {
        stop.abort();
        continue;
      }
      tried++;
      const copy = box.cloneNode(true) as Element;
      const texts = document.createTreeWalker(copy, 4);
      for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null)
        if (node.data.trim().length > 25) node.data = `${node.data} (дополнение)`;
      if (seed % 2 === 0) box.after(copy);
      else box.parentElement?.append(copy);
      await settled();
      expect(strip(live.current().positions), html).toEqual(strip(readForm(document).form.positions));
      stop.abort();
    }
    expect(tried).toBeGreaterThan(30);
  });
});
