// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { afterEach, describe, expect, it } from 'vitest';
import { createLiveForm } from '../../lib/form/live.ts';
import { look } from '../../lib/form/look.ts';
import type { Opened } from '../../lib/form/open.ts';
import { readForm, readInSteps } from '../../lib/form/read.ts';
import { complete } from '../../lib/form/steps.ts';
import type { FormChange } from '../../lib/form/types.ts';
import { recognise } from './open.ts';

const TEXTS = ['Наличие муниципальных показателей', 'Проведение мониторинга показателей'];
const HEAD = '<h2>1.1. Система оценки качества подготовки обучающихся</h2><h3>Показатели</h3>';
const shown = `${HEAD}<table><tr><th>Позиция</th><th>Ссылка</th><th>Комментарий</th></tr>${TEXTS.map(
  (text, i) => `<tr><td>${text}</td><td><a href="https://a.ru/${i}.pdf">Приказ</a></td><td>с. ${i}</td></tr>`,
).join('')}</table>`;
const typed = `${HEAD}${TEXTS.map(
  (text) =>
    `<section><p>${text}</p><label>Ссылка <input></label><label>Комментарий <textarea></textarea></label></section>`,
).join('')}`;
const LOGIN = '<p>Вход</p><input><input type="password"><a href="/help">Помощь</a>';

let stop = new AbortController();
afterEach(() => stop.abort());

function open(html: string): Promise<Opened | null> {
  document.body.innerHTML = html;
  stop = new AbortController();
  return new Promise((done) => recognise(document, stop.signal, done));
}
const frames = (): Promise<void> => new Promise((done) => setTimeout(done, 60));

describe('reading in two halves', () => {
  const folder = 'tests/fixtures/pages';
  const pages = readdirSync(folder).filter((name) => /\.html?$/.test(name));

  it.each(pages)('%s: gives what reading at once gives', (name) => {
    const { window } = new JSDOM(readFileSync(`${folder}/${name}`));
    const whole = complete(readInSteps(window.document)).form;
    const looked = complete(look(window.document));
    const positions = looked ? complete(readInSteps(window.document, { looked })).form.positions : [];
    expect(positions).toEqual(whole.positions);
    window.close();
  });

  it('a page without anything to make positions of needs no second half', () => {
    for (const html of [LOGIN, '<p>Страница не найдена</p>', '<h1>Новости</h1><a href="/a">Далее</a>']) {
      document.body.innerHTML = html;
      expect(complete(look(document))).toBeNull();
    }
  });
});

describe('a form that changes its kind', () => {
  it('is followed into its read-only view: no position goes away in between', async () => {
    const opened = (await open(typed)) as Opened;
    expect(opened.first.form.mode).toBe('fill');
    const changes: FormChange[] = [];
    const live = createLiveForm(opened, { signal: stop.signal, onChange: (one) => changes.push(one) });
    document.body.innerHTML = shown;
    for (let i = 0; i < 20 && live.current().mode !== 'review'; i++) await frames();
    expect(live.current()).toEqual(readForm(document).form);
    expect(changes.flatMap(({ removed }) => removed)).toEqual([]);
  });

  it('is gone where another page comes', async () => {
    const live = createLiveForm((await open(shown)) as Opened, { signal: stop.signal, onChange: () => {} });
    expect(live.current().mode).toBe('review');
    document.body.innerHTML = LOGIN;
    for (let i = 0; i < 20 && live.current().positions.length > 0; i++) await frames();
    expect(live.current().positions).toEqual([]);
  });
});
