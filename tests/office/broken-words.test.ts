import { describe, expect, it } from 'vitest';
import { brokenWords } from '../../lib/office/pdf/broken-words.ts';
import { FULL } from '../../lib/office/pdf/lines.ts';

const ELSEWHERE = [
  'подходы к оцениванию качества и оценивание работы',
  'методического сопровождения научно-методический совет',
  'муниципальный документ и его реализация',
];

describe('words cut by narrow cells', () => {
  it.each([
    ['подходы к оценива-\nнию', 'подходы к оцениванию'],
    ['научно-\nметодического', 'научно-методического'],
    ['социально-\nпсихологического', 'социально-психологического'],
    ['регламентиру-\nющий', 'регламентирующий'],
    ['оценива\nнию', 'оцениванию'],
    [`регламентирующ${FULL}\nий документ`, 'регламентирующий документ'],
    [`оценивани${FULL}\nями`, 'оцениваниями'],
    [`муниципальный${FULL}\nдокумент`, 'муниципальный\nдокумент'],
    [`представлен${FULL}\nи утверждён`, 'представлен\nи утверждён'],
    [`регламентирующий${FULL}\nпроведение`, 'регламентирующий\nпроведение'],
    ['качества\nи работы', 'качества\nи работы'],
    ['Цели\nПоказатели', 'Цели\nПоказатели'],
  ])('%j', (text, whole) => {
    expect(brokenWords([...ELSEWHERE, text])(text)).toBe(whole);
  });

  it('a run of letters without end takes no time', () => {
    const text = `${'я'.repeat(200_000)}\n${'я'.repeat(200_000)} `;
    const start = performance.now();
    brokenWords([text])(text);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
