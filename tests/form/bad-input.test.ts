// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { readForm } from '../../lib/form/read.ts';

const unit = (text: string): string =>
  `<section><p>${text}</p><label>Ссылка <input></label><label>Комментарий <textarea></textarea></label></section>`;
const form = `<h2>1.1. Система оценки качества подготовки обучающихся</h2><h3>Показатели</h3>${unit('Наличие муниципальных показателей')}${unit('Проведение мониторинга показателей')}`;
function read(html: string): ReturnType<typeof readForm> {
  document.body.innerHTML = html;
  return readForm(document);
}

describe('bad input', () => {
  it('an empty page, text only, a document without body', () => {
    expect(read('').form.positions).toEqual([]);
    expect(read('текст').form.positions).toEqual([]);
    const bare = new DOMParser().parseFromString('<frameset></frameset>', 'text/html');
    expect(readForm(bare).form.positions).toEqual([]);
  });

  it('cyclic and dangling aria-labelledby', () => {
    const { form: read1 } = read(
      `${form}<div id="a" aria-labelledby="b"><div id="b" aria-labelledby="a"></div></div><input aria-labelledby="x x x"><input id="s" aria-labelledby="s">`,
    );
    expect(read1.positions).toHaveLength(2);
  });

  it('broken markup', () => {
    const cut = `<table><tr><td>${form.slice(0, -40)}<tr><td colspan="99999999" rowspan="-5">x<td rowspan="0">y</table></table></div></p>`;
    expect(() => read(cut)).not.toThrow();
    expect(() =>
      read('<input><input placeholder="Ссылка"><b><i></b></i><tr><td><li><dd><textarea>'),
    ).not.toThrow();
  });

  it('texts of a megabyte', () => {
    const long = 'Очень длинный текст без конца. '.repeat(35_000);
    const { form: with1 } = read(`${form}<p>${long}</p>${unit(`Наличие ${long}`)}`);
    expect(with1.positions.length).toBeGreaterThanOrEqual(2);
  });

  it('a thousand boxes inside each other', () => {
    const deep = `${'<div>'.repeat(1000)}${form}${'</div>'.repeat(1000)}`;
    expect(() => read(deep)).not.toThrow();
  });

  it('two forms on a page', () => {
    const { form: both } = read(
      `<form>${form}</form><form>${form.replaceAll('показателей', 'целей')}</form>`,
    );
    expect(both.positions).toHaveLength(4);
  });

  it('equal positions keep ids of their own', () => {
    const { form: same } = read(`${form}<h3>Показатели</h3>${unit('Наличие муниципальных показателей')}`);
    expect(new Set(same.positions.map((p) => p.id)).size).toBe(same.positions.length);
  });

  it('100,000 nodes', { timeout: 120_000 }, () => {
    const noise = '<div class="n"><span>Новость дня</span><a href="#">ещё</a></div>'.repeat(25_000);
    const { form: found } = read(`<div>${noise}</div>${form}`);
    expect(found.positions).toHaveLength(2);
  });
});
