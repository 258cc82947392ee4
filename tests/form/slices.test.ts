// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { createLiveForm } from '../../lib/form/live.ts';
import { readForm } from '../../lib/form/read.ts';
import { complete, inSlices } from '../../lib/form/steps.ts';
import type { FormChange, LiveForm } from '../../lib/form/types.ts';
import { recognise } from './open.ts';

/** Positions enough for a reading of many slices. */
const MANY = 300;
const unit = (i: number): string =>
  `<section class="unit"><p>Наличие муниципальных показателей по задаче ${i} мониторинга</p><div class="row"><label>Ссылка <input></label><label>Комментарий <textarea></textarea></label></div></section>`;
const page = (): string =>
  `<h2>1.1. Система оценки качества подготовки обучающихся</h2><h3>Показатели</h3><main>${Array.from({ length: MANY }, (_, i) => unit(i + 1)).join('')}</main>`;

let stop = new AbortController();
afterEach(() => stop.abort());

/** Begins to read; `opened` once the form is there, if it ever is. */
function begin(
  html: string,
  loading?: Promise<void>,
): {
  opened: Promise<LiveForm | null>;
  now: () => boolean;
  changes: FormChange[];
} {
  document.body.innerHTML = html;
  stop = new AbortController();
  const changes: FormChange[] = [];
  let there = false;
  const opened = new Promise<LiveForm | null>((resolve) =>
    recognise(document, stop.signal, (form) => {
      there = true;
      const follow = () =>
        resolve(
          form && createLiveForm(form, { signal: stop.signal, onChange: (change) => changes.push(change) }),
        );
      // The script that follows the page is loaded when it has been read.
      if (loading) void loading.then(follow);
      else follow();
    }),
  );
  return { opened, now: () => there, changes };
}
const input = (i: number): HTMLInputElement =>
  document.querySelectorAll<HTMLInputElement>('.unit input')[i] as HTMLInputElement;
const shape = (form: { positions: readonly { text: string; rows: readonly { url: string }[] }[] }) =>
  form.positions.map(({ text, rows }) => [text, rows.map((row) => row.url)]);
const frames = (): Promise<void> => new Promise((done) => setTimeout(done, 60));

describe('a page read in slices', () => {
  it('gives what reading at once gives, and the page has its turn between', async () => {
    const { opened, now, changes } = begin(page());
    expect(now()).toBe(false);
    const live = await opened;
    expect(shape(live?.current() ?? { positions: [] })).toEqual(shape(readForm(document).form));
    expect(live?.current().positions).toHaveLength(MANY);
    expect(changes).toEqual([]);
  });

  it('says where the page is no form', async () => {
    expect(await begin('<form>Логин <input></form>').opened).toBeNull();
    expect(await begin(`<h2>1.1. Система оценки качества</h2>${unit(1)}${unit(2)}`).opened).not.toBeNull();
  });

  it('what the page adds, removes and renames meanwhile is in the form', async () => {
    const { opened } = begin(page());
    await frames();
    const main = document.querySelector('main') as Element;
    main.insertAdjacentHTML('afterbegin', unit(1001));
    main.children[40]?.remove();
    (main.children[80]?.firstElementChild as Element).textContent = 'Проведение муниципального анализа';
    const live = await opened;
    await frames();
    await frames();
    expect(shape(live?.current() ?? { positions: [] })).toEqual(shape(readForm(document).form));
    expect(live?.current().positions[0]?.text).toContain('1001');
  });

  it('what is typed meanwhile is in the form', async () => {
    const { opened } = begin(page());
    input(0).value = 'https://a.ru/1.pdf';
    await Promise.resolve();
    input(200).value = 'https://a.ru/2.pdf';
    const live = await opened;
    expect(live?.current().positions[0]?.rows[0]?.url).toBe('https://a.ru/1.pdf');
    expect(live?.current().positions[200]?.rows[0]?.url).toBe('https://a.ru/2.pdf');
  });

  it('what the page does and what is typed while the second script is loaded is in the form', async () => {
    let loaded = (): void => {};
    const { opened, now } = begin(page(), new Promise((done) => (loaded = done)));
    while (!now()) await frames();
    document.querySelector('main')?.insertAdjacentHTML('beforeend', unit(1001));
    input(3).value = 'https://a.ru/4.pdf';
    await frames();
    loaded();
    const live = await opened;
    expect(live?.current().positions[3]?.rows[0]?.url).toBe('https://a.ru/4.pdf');
    live?.refresh();
    expect(live?.current().positions.at(-1)?.text).toContain('1001');
    expect(shape(live?.current() ?? { positions: [] })).toEqual(shape(readForm(document).form));
  });

  it('stops with its signal', async () => {
    const { now } = begin(page());
    stop.abort();
    await frames();
    await frames();
    expect(now()).toBe(false);
  });

  it('writes into the right field while the page is read again', async () => {
    const live = (await begin(page()).opened) as LiveForm;
    const row = live.current().positions[10]?.rows[0]?.id as string;
    const main = document.querySelector('main') as Element;
    // A list that uses its fields again for other positions.
    const texts = [...main.querySelectorAll('p')];
    const said = texts.map((p) => p.textContent);
    texts.forEach((p, i) => {
      p.textContent = said[(i + 5) % MANY] as string;
    });
    await frames();
    await live.write(row, 'url', 'https://a.ru/11.pdf');
    expect(input(5).value).toBe('https://a.ru/11.pdf');
    expect(input(10).value).toBe('');
  });
});

describe('inSlices', () => {
  function* count(to: number): Generator<void, number, void> {
    for (let i = 0; i < to; i++) {
      const end = performance.now() + 3;
      while (performance.now() < end);
      yield;
    }
    return to;
  }

  it('does short work at once, long work later or when it is asked to', async () => {
    const results: number[] = [];
    expect(inSlices(count(0), (n) => results.push(n))).toBeNull();
    expect(results).toEqual([0]);
    const run = inSlices(count(20), (n) => results.push(n));
    expect(results).toEqual([0]);
    run?.finish();
    expect(results).toEqual([0, 20]);
    await frames();
    expect(results).toEqual([0, 20]);
    expect(complete(count(2))).toBe(2);
  });
});
