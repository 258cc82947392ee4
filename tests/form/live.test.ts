// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import type { FormChange, LiveForm } from '../../lib/form/types.ts';
import { openForm } from './open.ts';

const row = (url = '', comment = ''): string =>
  `<div class="row"><label>Ссылка <input value="${url}"></label><label>Комментарий <textarea>${comment}</textarea></label></div>`;
const unit = (text: string, rows: string): string =>
  `<section class="unit"><p>${text}</p><div class="rows">${rows}</div><button type="button">Добавить ссылку</button></section>`;
const page = (): string =>
  `<h2>1.1. Система оценки качества подготовки обучающихся</h2><h3>Показатели</h3>${unit('Наличие муниципальных показателей', row('https://a.ru/1.pdf') + row())}${unit('Проведение мониторинга показателей', row())}`;

let stop = new AbortController();
function open(html: string): { live: LiveForm; changes: FormChange[] } {
  document.body.innerHTML = html;
  stop = new AbortController();
  const changes: FormChange[] = [];
  const live = openForm(document, { signal: stop.signal, onChange: (change) => changes.push(change) });
  if (!live) throw new Error('not recognised');
  return { live, changes };
}
/** Waits for the observer and the frame the work is done in. */
const settled = async (): Promise<void> => {
  for (let i = 0; i < 3; i++) await new Promise((done) => setTimeout(done, 20));
};
const texts = (live: LiveForm): string[] => live.current().positions.map((p) => p.text);

afterEach(() => stop.abort());

describe('openForm', () => {
  it('is null on a page that is not the form', () => {
    document.body.innerHTML = '<form>Логин <input> Пароль <input type="password"></form>';
    expect(openForm(document, { signal: new AbortController().signal, onChange: () => {} })).toBeNull();
  });

  it('sees what is typed, and leaves other positions as they were', () => {
    const { live, changes } = open(page());
    const [first, second] = live.current().positions;
    const input = live.field(second?.rows[0]?.id ?? '', 'url') as HTMLInputElement;
    input.value = 'https://b.ru';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    expect(live.current().positions[1]?.rows[0]?.url).toBe('https://b.ru');
    expect(live.current().positions[0]).toBe(first);
    expect(changes).toEqual([{ added: [], removed: [], changed: [], values: [second?.id] }]);
    expect(live.locate(input)).toEqual({ positionId: second?.id, rowId: second?.rows[0]?.id, role: 'url' });
  });

  it('follows rows that come and go, with the same position ids', async () => {
    const { live, changes } = open(page());
    const ids = live.current().positions.map((p) => p.id);
    const rows = document.querySelector('.rows') as Element;
    rows.insertAdjacentHTML('beforeend', row('https://c.ru'));
    await settled();
    expect(live.current().positions[0]?.rows.map((r) => r.url)).toEqual([
      'https://a.ru/1.pdf',
      '',
      'https://c.ru',
    ]);
    expect(changes.at(-1)).toEqual({ added: [], removed: [], changed: [ids[0]], values: [] });
    rows.firstElementChild?.remove();
    await settled();
    expect(live.current().positions[0]?.rows.map((r) => r.url)).toEqual(['', 'https://c.ru']);
    expect(live.current().positions.map((p) => p.id)).toEqual(ids);
  });

  it('keeps identity when a framework renders everything anew', async () => {
    const { live, changes } = open(page());
    const before = live.current().positions;
    document.body.innerHTML = page();
    await settled();
    expect(live.current().positions).toEqual(before);
    expect(live.current().positions[0]).toBe(before[0]);
    expect(live.field(before[0]?.rows[0]?.id ?? '', 'url')?.isConnected).toBe(true);
    expect(changes).toEqual([]);
  });

  it('takes in a tab that is loaded later and lets go of one that is removed', async () => {
    const { live, changes } = open(page());
    document.body.insertAdjacentHTML(
      'beforeend',
      `<div id="late">${unit('Анализ результатов мониторинга в школах', row())}</div>`,
    );
    await settled();
    expect(texts(live)).toHaveLength(3);
    expect(changes.at(-1)?.added).toHaveLength(1);
    document.querySelector('#late')?.remove();
    await settled();
    expect(texts(live)).toHaveLength(2);
    expect(changes.at(-1)?.removed).toHaveLength(1);
  });

  it('says nothing when the page changes beside the form', async () => {
    const { live, changes } = open(`${page()}<div id="clock">12:00</div>`);
    const form = live.current();
    (document.querySelector('#clock') as Element).textContent = '12:01';
    document.body.append(document.createElement('aside'));
    await settled();
    expect(changes).toEqual([]);
    expect(live.current()).toBe(form);
  });

  it('notices a field that is locked', async () => {
    const { live, changes } = open(page());
    for (const field of document.querySelectorAll('input')) field.setAttribute('disabled', '');
    await settled();
    expect(live.current().mode).toBe('review');
    expect(changes.length).toBeGreaterThan(0);
  });

  it('reads values again after a reset', async () => {
    const { live } = open(`<form>${page()}</form>`);
    const input = live.field(live.current().positions[0]?.rows[0]?.id ?? '', 'url') as HTMLInputElement;
    input.value = 'x';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    expect(live.current().positions[0]?.rows[0]?.url).toBe('x');
    (document.querySelector('form') as HTMLFormElement).reset();
    await settled();
    expect(live.current().positions[0]?.rows[0]?.url).toBe('https://a.ru/1.pdf');
  });

  it('presses the add button of the one position only', async () => {
    const { live } = open(page());
    const buttons = [...document.querySelectorAll('button')];
    const pressed = [0, 0];
    buttons.forEach((button, i) => {
      button.addEventListener('click', () => {
        pressed[i] = (pressed[i] ?? 0) + 1;
        button.previousElementSibling?.insertAdjacentHTML('beforeend', row());
      });
    });
    const second = live.current().positions[1];
    expect(second?.canAddRow).toBe(true);
    const added = await live.addRow(second?.id ?? '');
    expect(added).toBe(`${second?.id}#1`);
    expect(pressed).toEqual([0, 1]);
    expect(await live.addRow('nothing')).toBeNull();
  });

  it('reads open shadow roots and follows them', async () => {
    document.body.innerHTML = '<div id="host"></div>';
    const shadow = (document.querySelector('#host') as Element).attachShadow({ mode: 'open' });
    shadow.innerHTML = page();
    stop = new AbortController();
    const live = openForm(document, { signal: stop.signal, onChange: () => {} }) as LiveForm;
    expect(texts(live)).toHaveLength(2);
    shadow.querySelector('.rows')?.insertAdjacentHTML('beforeend', row());
    await settled();
    expect(live.current().positions[0]?.rows).toHaveLength(3);
  });

  it('ends with its signal', async () => {
    const { live, changes } = open(page());
    stop.abort();
    const before = live.current();
    document.querySelector('.rows')?.insertAdjacentHTML('beforeend', row());
    document.querySelector('input')?.dispatchEvent(new Event('input', { bubbles: true }));
    await settled();
    expect(changes).toEqual([]);
    expect(live.current()).toBe(before);
  });

  it('leaves the page as it was', async () => {
    document.body.innerHTML = page();
    const before = document.documentElement.outerHTML;
    stop = new AbortController();
    openForm(document, { signal: stop.signal, onChange: () => {} });
    await settled();
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
