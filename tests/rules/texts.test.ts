import { describe, expect, it } from 'vitest';
import { describeFinding } from '../../lib/rules/describe.ts';
import { checkForm } from '../../lib/rules/engine.ts';
import { contextOf, ORDER, positionOf, type RowText } from '../../lib/rules/example.ts';

const said = (rows: readonly RowText[], rule: string): string[] =>
  checkForm({ mode: 'fill', mechanism: null, positions: [positionOf('p', rows)] }, contextOf())
    .filter((finding) => finding.rule === rule)
    .map((finding) => describeFinding(finding).what);

describe('what a finding says', () => {
  it.each([
    ['https://uo.example.ru/news/123/', 'в адресе есть «news»'],
    ['https://uo.example.ru/edu-News/5', 'в адресе есть «News»'],
    ['https://uo.example.ru/nowosti/5', 'в адресе есть «nowosti»'],
    ['https://школа.рф/новости/итоги', 'в адресе есть «новости»'],
    ['https://школа.рф/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/5', 'в адресе есть «новости»'],
  ])('names the word of a news address as it is written: %s', (url, words) => {
    expect(said([[url, 'с. 1. Итоги']], 'news-link')[0]).toContain(words);
  });

  it('names no row of its own: card and panel put the row in front', () => {
    expect(said([ORDER, ORDER], 'duplicate-row')).toEqual([
      'Повторяет строку 1 — та же ссылка с тем же комментарием',
    ]);
  });
});
