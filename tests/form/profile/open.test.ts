// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { makeProfile } from '../../../lib/form/profile/make.ts';
import { profileReader } from '../../../lib/form/profile/open.ts';
import type { SiteProfile } from '../../../lib/model/profile.ts';
import { openForm } from '../open.ts';

const NAMES = ['Порядок учёта', 'Сроки', 'Ответственные лица'];
const cells = (fields: number): string => '<td><input></td>'.repeat(fields);
const odd = (fields = 3): string =>
  `<table>${NAMES.map((name) => `<tr><td>${name}</td>${cells(fields)}</tr>`).join('')}</table>`;
const labelled =
  '<h2>1.1. Система оценки качества подготовки обучающихся</h2><h3>Показатели</h3>' +
  ['Наличие муниципальных показателей', 'Проведение мониторинга показателей']
    .map(
      (name) =>
        `<div><p>${name}</p><label>Ссылка <input></label><label>Комментарий <textarea></textarea></label></div>`,
    )
    .join('');

let stop = new AbortController();
afterEach(() => stop.abort());

function profile(): SiteProfile {
  document.body.innerHTML = odd();
  const row = document.querySelector('tr') as Element;
  const [text, , link, comment] = [...row.children] as Element[];
  return makeProfile(
    document,
    { positionText: text as Element, link: link as Element, comment: comment as Element },
    { site: 'a.ru', title: '', made: '2022-06-01T10:00:00.000Z' },
  );
}

function open(html: string, by: SiteProfile) {
  document.body.innerHTML = html;
  stop = new AbortController();
  const reader = profileReader(by);
  const live = openForm(document, { signal: stop.signal, onChange: () => {} }, reader);
  return live && { live, missing: reader.missing };
}
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 60));

describe('a form opened by its profile', () => {
  it('is followed like any other: values, locate, rows of the page drawn anew', async () => {
    const found = open(odd(), profile());
    expect(found?.missing()).toEqual([]);
    const live = found?.live;
    expect(live?.current().positions.map((one) => one.text)).toEqual(NAMES);
    const link = document.querySelectorAll('tr')[1]?.querySelectorAll('input')[1] as HTMLInputElement;
    link.value = 'https://b.ru';
    link.dispatchEvent(new Event('input', { bubbles: true }));
    const second = live?.current().positions[1];
    expect(second?.rows[0]?.url).toBe('https://b.ru');
    expect(live?.locate(link)).toMatchObject({ positionId: second?.id, role: 'url' });
    document
      .querySelector('tbody')
      ?.insertAdjacentHTML('beforeend', `<tr><td>Итоги работы</td>${cells(3)}</tr>`);
    await settled();
    expect(live?.current().positions.map((one) => one.text)).toEqual([...NAMES, 'Итоги работы']);
  });

  it('leaves a page the profile does not fit to recognition alone', () => {
    const found = open(labelled, profile());
    expect(found?.missing()).toContain('position');
    expect(found?.live.current().positions).toHaveLength(2);
    expect(found?.live.current().positions[0]?.rows).toHaveLength(1);
  });

  it('lists what only recognition knows as not recognised', () => {
    const found = open(`${odd()}${labelled}`, profile());
    const sure = found?.live.current().positions.map((one) => [one.text, one.confidence >= 0.5]);
    expect(sure).toEqual([
      ...NAMES.map((name) => [name, true]),
      ['Наличие муниципальных показателей', false],
      ['Проведение мониторинга показателей', false],
    ]);
  });

  it('tells the part that went', () => {
    const found = open(odd(2), profile());
    expect(found?.missing() ?? ['position']).not.toEqual([]);
    for (const position of found?.live.current().positions ?? [])
      for (const row of position.rows) expect(found?.live.field(row.id, 'comment')).toBeNull();
  });

  it('is null where there is no form at all', () => {
    expect(open('<p>Вход</p><input><input type="password">', profile())).toBeNull();
  });
});
