// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { readForm } from '../../lib/form/read.ts';
import type { RecognisedForm } from '../../lib/form/types.ts';

const TEXTS = ['целей по объективности', 'показателей по объективности', 'мер по объективности'];

/** Three positions of three rows; `pair` writes the two fields of a row. */
function page(head: string, pair: string): RecognisedForm {
  const row = (first: string): string => `<tr><td>${first}</td>${pair}</tr>`;
  document.body.innerHTML = `<form><h2>1.1. Система оценки качества подготовки обучающихся</h2><h4>Цели</h4><table>${head}${TEXTS.map(
    (text) => `${row(`Наличие муниципальных ${text}`)}`,
  ).join('')}</table></form>`;
  return readForm(document);
}

function comments(form: RecognisedForm): (string | null)[] {
  return form.form.positions.flatMap(({ rows }) =>
    rows.map(({ id }) => form.field(id, 'comment')?.localName ?? null),
  );
}

const FIELDS = '<td><input name="a"></td><td><textarea name="b"></textarea></td>';

describe('the one field beside each link that nobody calls a comment', () => {
  it.each(['Что важно увидеть', 'Детали', ''])('is the comment under «%s»', (name) => {
    const form = page(`<tr><th>Позиция</th><th>Ссылка</th><th>${name}</th></tr>`, FIELDS);
    expect(comments(form)).toEqual(['textarea', 'textarea', 'textarea']);
  });

  it.each(['Наименование документа', 'Дата документа', 'Ответственный', 'Вид документа'])(
    'is none under the header «%s»',
    (name) => {
      const form = page(`<tr><th>Позиция</th><th>Ссылка</th><th>${name}</th></tr>`, FIELDS);
      expect(form.form.positions).toHaveLength(3);
      expect(comments(form)).toEqual([null, null, null]);
    },
  );

  it.each([
    ['a label', '<td><input placeholder="Ссылка"></td><td><label>Название <input name="b"></label></td>'],
    ['a placeholder', '<td><input placeholder="Ссылка"></td><td><input placeholder="Реквизиты"></td>'],
    ['a text before it', '<td>Ссылка: <input></td><td>Ответственный: <input></td>'],
    ['an aria-label', '<td><input aria-label="Ссылка"></td><td><input aria-label="Номер документа"></td>'],
  ])('is none where %s tells another thing', (_, pair) => {
    const form = page('', pair);
    expect(form.form.positions).toHaveLength(3);
    expect(comments(form)).toEqual([null, null, null]);
  });
});
