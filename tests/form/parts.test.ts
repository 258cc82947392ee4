// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { readForm } from '../../lib/form/read.ts';

const head =
  '<h2>1.1. Система оценки качества подготовки обучающихся</h2><h3>Объективность оценки</h3><h4>Показатели</h4>';
const row = '<div><label>Ссылка <input></label><label>Комментарий <textarea></textarea></label></div>';
const texts = [
  'Наличие муниципальных показателей',
  'Проведение мониторинга показателей',
  'Анализ результатов мониторинга',
];

describe('parts of a position', () => {
  it('points chosen by radio buttons: the first button is the score field', () => {
    const radios = (name: number): string =>
      `<p>Балл эксперта: ${[0, 1, 2].map((n) => `<label><input type="radio" name="s${name}" value="${n}"> ${n}</label>`).join(' ')}</p>`;
    document.body.innerHTML = `${head}${texts
      .map(
        (text, i) =>
          `<section><p>${text}</p><table><tr><th>Ссылка</th><th>Комментарий</th></tr><tr><td><a href="https://a.ru/${i}.pdf">https://a.ru/${i}.pdf</a></td><td>с. ${i + 1}</td></tr></table>${radios(i)}</section>`,
      )
      .join('')}`;
    const { form, scoreField } = readForm(document);
    expect(form.mode).toBe('review');
    expect(form.positions.map((p) => p.text)).toEqual(texts);
    const found = form.positions.map((p) => scoreField(p.id));
    expect(found).toEqual([0, 1, 2].map((i) => document.querySelector(`[name="s${i}"]`)));
  });

  it('shadow roots a saved page declares are read, slots too', () => {
    const inside = texts.map((text) => `<section><p>${text}</p>${row}</section>`).join('');
    document.body.innerHTML = `<my-form><template shadowrootmode="open">${head.slice(0, head.indexOf('<h4>'))}<slot></slot></template><h4>Показатели</h4>${inside}</my-form>`;
    const { form } = readForm(document);
    expect(form.positions.map((p) => p.text)).toEqual(texts);
    expect(form.positions[0]?.path).toHaveLength(3);
  });

  it('fields inside a declared shadow root find their labels there', () => {
    const unit = (text: string, i: number): string =>
      `<my-unit><template shadowrootmode="open"><p>${text}</p><label for="u">Ссылка</label><input id="u" value="https://a.ru/${i}"><label for="c">Комментарий</label><textarea id="c"></textarea></template></my-unit>`;
    document.body.innerHTML = `${head}${texts.map(unit).join('')}`;
    const { form } = readForm(document);
    expect(form.positions.map((p) => p.rows[0]?.url)).toEqual(texts.map((_, i) => `https://a.ru/${i}`));
  });

  it('a same-origin frame is read', () => {
    document.body.innerHTML = '<iframe></iframe>';
    const inner = document.querySelector('iframe')?.contentDocument as Document;
    inner.body.innerHTML = `${head}${texts.map((text) => `<section><p>${text}</p>${row}</section>`).join('')}`;
    expect(readForm(document).form.positions.map((p) => p.text)).toEqual(texts);
  });

  it('a unit that fails the evidence among sure ones is listed as not recognised', () => {
    const unit = (text: string): string => `<section><p>${text}</p>${row}${row}</section>`;
    const odd = '<div><blockquote>Зелёные насаждения двора школы</blockquote><input name="link_x"></div>';
    document.body.innerHTML = `${head}${unit(texts[0] as string)}${unit(texts[1] as string)}${odd}${unit(texts[2] as string)}${unit('Принятие мер по итогам анализа')}`;
    const { positions } = readForm(document).form;
    expect(positions.map((p) => p.text)).toContain('Зелёные насаждения двора школы');
    const unsure = positions.filter((p) => p.confidence < 0.5);
    expect(unsure.map((p) => p.text)).toEqual(['Зелёные насаждения двора школы']);
  });
});
