import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { readForm } from '../../lib/form/read.ts';

const TEXTS = [
  'Наличие муниципальных показателей по выявлению затруднений обучающихся',
  'Проведение мониторинга показателей по сопровождению педагогических работников',
];
const ROW = (i: number): string =>
  `<div><label>Ссылка ${i} <input></label><label>Комментарий к документу <textarea></textarea></label></div>`;

/** A list of positions with «Изменить», and a window with two rows of the second. */
function page(open: boolean): Document {
  const list = TEXTS.map(
    (text) => `<li><span>${text}</span><ol></ol><button type="button">Изменить</button></li>`,
  );
  return new JSDOM(`<main><h2>1.1. Система оценки качества подготовки обучающихся</h2><h4>Показатели</h4>
<ul>${list.join('')}</ul></main><dialog ${open ? 'open' : ''}><h2>Документы позиции</h2><p>${TEXTS[1]}</p>${ROW(1)}${ROW(2)}
<button type="button">Готово</button></dialog>`).window.document;
}

describe('rows edited in a window', () => {
  it('lists the positions while it is closed: its rows are none of theirs', () => {
    const { form } = readForm(page(false));
    expect(form.mode).toBe('review');
    expect(form.positions.map(({ text }) => text)).toEqual(TEXTS);
    expect(form.positions.flatMap(({ rows }) => rows)).toEqual([]);
  });

  it('reads the position of the open one, under the headings it has in the list', () => {
    const { form } = readForm(page(true));
    expect(form.mode).toBe('fill');
    expect(form.positions).toHaveLength(1);
    const [position] = form.positions;
    expect(position?.text).toBe(TEXTS[1]);
    expect(position?.path).toEqual(['1.1. Система оценки качества подготовки обучающихся', 'Показатели']);
    expect(position?.rows).toHaveLength(2);
    expect(position?.id).toBe(readForm(page(false)).form.positions[1]?.id);
  });
});
