// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { readForm } from '../../lib/form/read.ts';

const row = (text: string, shown: string): string =>
  `<tr><td>${text}</td><td>${shown}</td><td>Приказ, с. 3</td><td><input type="number"></td></tr>`;

describe('a read-only form shows in plain letters', () => {
  it.each([
    'javascript:alert(1)',
    "javascript:alert('a b')",
    'data:text/html,x',
    'file:///C:/plan.pdf',
    'http://uo.example.ru/a.pdf',
  ])('%s: an address, so that it gets its finding', (address) => {
    document.body.innerHTML = `<h2>1.1. Система оценки качества подготовки обучающихся</h2>
<table><tr><th>Позиция оценивания</th><th>Ссылка на документ</th><th>Комментарий к документу</th><th>Баллы</th></tr>
${row('Наличие муниципальных целей и задач', address)}
${row('Наличие муниципальных показателей', '<a href="https://uo.example.ru/b.pdf">https://uo.example.ru/b.pdf</a>')}</table>`;
    const { form } = readForm(document);
    expect(form.mode).toBe('review');
    expect(form.positions.map(({ rows }) => rows.map(({ url }) => url))).toEqual([
      [address],
      ['https://uo.example.ru/b.pdf'],
    ]);
  });
});
