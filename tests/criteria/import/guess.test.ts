import { describe, expect, it } from 'vitest';
import { guessMeta } from '../../../lib/criteria/import/guess.ts';

describe('what a criteria document says of itself', () => {
  it.each([
    ['kriterii_mum.docx', ['Критерии МУМ-2022', 'Приказ от 12.03.2019 г. № 5'], 2022, 'mum'],
    ['Критерии РУМ 2023 (проект).xlsx', ['Наличие показателей'], 2023, 'rum'],
    ['критерии.pdf', ['Оценка муниципальных управленческих механизмов в 2021 году'], 2021, 'mum'],
    ['критерии.pdf', ['Сравнение с 2021 годом', 'Критерии на 2022 год', 'Оценка 2022 г.'], 2022, null],
    ['критерии.pdf', ['в 2023/2024 учебном году'], 2024, null],
    ['документ 2024.docx', ['Позиции оценивания'], 2024, null],
    ['критерии.docx', ['Приказ от 15.03.2022 № 123', 'стр. 2022'], null, null],
    ['критерии.docx', ['ТРАУМ-2022', 'ФОРУМ 2021'], null, null],
  ])('%s %j', (file, texts, year, mechanism) => {
    expect(guessMeta(file, texts)).toMatchObject({ year, mechanism });
  });

  it('is shown with the words it was read from, and named after the file', () => {
    const { title, yearSeen } = guessMeta('критерии_МУМ__итог.docx', ['По результатам  2022  года']);
    expect([title, yearSeen]).toEqual(['Критерии МУМ итог', '2022 год']);
  });
});
