// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { createLiveForm } from '../../lib/form/live.ts';
import { type Opened, openInSlices } from '../../lib/form/open.ts';
import { readForm } from '../../lib/form/read.ts';
import { type ShownReader, shownReader } from '../../lib/form/shown.ts';
import type { FormChange } from '../../lib/form/types.ts';
import { recognition } from './open.ts';

const TEXTS = ['Наличие муниципальных показателей', 'Проведение мониторинга показателей'];
const HEAD = '<h2>1.1. Система оценки качества подготовки обучающихся</h2><h3>Показатели</h3>';
const shown = `${HEAD}<table><tr><th>Позиция</th><th>Ссылка</th><th>Комментарий</th></tr>${TEXTS.map(
  (text, i) => `<tr><td>${text}</td><td><a href="https://a.ru/${i}.pdf">Приказ</a></td><td>с. ${i}</td></tr>`,
).join('')}</table>`;
const typed = `${HEAD}${TEXTS.map(
  (text) =>
    `<section><p>${text}</p><label>Ссылка <input></label><label>Комментарий <textarea></textarea></label></section>`,
).join('')}`;

let stop = new AbortController();
afterEach(() => stop.abort());

function open(html: string, fetchShown: () => Promise<ShownReader>): Promise<Opened | null> {
  document.body.innerHTML = html;
  stop = new AbortController();
  return new Promise((done) => openInSlices(document, recognition(fetchShown), stop.signal, done));
}
/** Counts how often the part that reads read-only forms was asked for. */
function counted() {
  const part = {
    asked: 0,
    async fetch() {
      part.asked++;
      return shownReader;
    },
  };
  return part;
}
const frames = (): Promise<void> => new Promise((done) => setTimeout(done, 60));

describe('what reads a read-only form comes when it is needed', () => {
  it('a form that is filled in does without', async () => {
    const part = counted();
    const opened = await open(typed, part.fetch);
    expect(opened?.first.form.mode).toBe('fill');
    expect(part.asked).toBe(0);
  });

  it('a read-only form is read as it is at once', async () => {
    const part = counted();
    const opened = await open(shown, part.fetch);
    expect(opened?.first.form).toEqual(readForm(document).form);
    expect(opened?.first.form.mode).toBe('review');
    expect(part.asked).toBe(1);
  });

  it('a page that is no form is none, also where the part cannot be had', async () => {
    const part = counted();
    expect(await open('<p>Вход</p><input type="password"><a href="/help">Помощь</a>', part.fetch)).toBeNull();
    expect(await open(shown, () => Promise.reject(new Error('updated')))).toBeNull();
    expect(await open('<p>Страница не найдена</p>', part.fetch)).toBeNull();
    expect(part.asked).toBe(1);
  });

  it('a form that is locked under way is followed into its read-only view', async () => {
    const opened = (await open(typed, async () => shownReader)) as Opened;
    const changes: FormChange[] = [];
    const live = createLiveForm(opened, { signal: stop.signal, onChange: (one) => changes.push(one) });
    document.body.innerHTML = shown;
    for (let i = 0; i < 20 && live.current().mode !== 'review'; i++) await frames();
    expect(live.current()).toEqual(readForm(document).form);
    // Positions are the same ones: none of them went away in between.
    expect(changes.flatMap(({ removed }) => removed)).toEqual([]);
  });

  it('a form that goes is gone, also where the part cannot be had', async () => {
    for (const fetch of [async () => shownReader, () => Promise.reject(new Error('updated'))]) {
      const opened = (await open(typed, fetch)) as Opened;
      const live = createLiveForm(opened, { signal: stop.signal, onChange: () => {} });
      document.body.innerHTML = '<p>Вход</p><input type="password"><a href="/help">Помощь</a>';
      for (let i = 0; i < 20 && live.current().positions.length > 0; i++) await frames();
      expect(live.current().positions).toEqual([]);
      stop.abort();
    }
  });
});
