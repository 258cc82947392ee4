import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const flat = (node: unknown, prefix = ''): [string, string][] =>
  typeof node === 'string'
    ? [[prefix, node]]
    : Object.entries(node as object).flatMap(([key, value]) =>
        flat(value, prefix ? `${prefix}.${key}` : key),
      );
const russian = flat(parse(readFileSync('locales/ru.yml', 'utf8')));
const english = flat(parse(readFileSync('locales/en.yml', 'utf8')));

/** Texts in which this is found. */
const withText = (what: RegExp, texts = russian) => texts.filter(([, text]) => what.test(text));

describe('the voice of Russian texts', () => {
  it.each([
    ['exclamation marks', /!/],
    ['a page or points that may part from their number', /(?:^|[\s«])с\. \{|\} б\./],
    ['straight quotes', /"/],
    ['a hyphen for a dash', / - /],
    ['three full stops for an ellipsis', /\.\.\.(?!\S*\])(?!$)/],
    ['another name for a set of criteria', /пакет/i],
    ['blame', /ошибка пользователя|вы ошиблись|неверный ввод|некорректн/i],
    ['е where ё is due', /(?:^|\s)(?:еще|отчет|учет|расчет|сохранен|удален|найдет|придет)(?=[\s.,;:—]|$)/i],
  ])('has no %s', (_name, what) => {
    expect(withText(what)).toEqual([]);
  });

  it('has three forms for numbers, English two', () => {
    expect(russian.filter(([, text]) => text.includes(' | ') && text.split(' | ').length !== 3)).toEqual([]);
    expect(english.filter(([, text]) => text.includes(' | ') && text.split(' | ').length !== 2)).toEqual([]);
  });
});
