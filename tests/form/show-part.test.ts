// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { showPart } from '../../lib/form/show-part.ts';

const WANTED = ['1.2. Система работы со школами с низкими результатами обучения', 'Адресная поддержка школ'];

/** Names of what was pressed, and whether anything was sent. */
function pressed(
  html: string,
  wanted: readonly string[] = WANTED,
): { said: string | null; seen: string[]; sent: number } {
  document.body.innerHTML = html;
  const seen: string[] = [];
  let sent = 0;
  document.body.onclick = (event) => {
    seen.push((event.target as Element).textContent?.trim() ?? '');
    event.preventDefault();
  };
  for (const form of document.forms)
    form.onsubmit = (event) => {
      sent++;
      event.preventDefault();
    };
  return { said: showPart(document, wanted), seen, sent };
}

const tabs = (kind: string): string =>
  `<form><div role="tablist"><button ${kind} role="tab" aria-selected="true">1.1. Система оценки качества</button>
   <button ${kind} role="tab" aria-selected="false">1.2. Работа со ШНОР</button></div><button>Сохранить</button></form>`;

beforeEach(() => document.body.replaceChildren());

describe('showPart', () => {
  it.each([
    ['a tab by the code of its direction', tabs('type="button"'), '1.2. Работа со ШНОР'],
    [
      'links of a list by their words',
      '<ul><li><a href="#a">Направление 1.1. Объективность</a></li><li><a href="#b">Система работы со школами с низкими результатами обучения (12)</a></li></ul>',
      'Система работы со школами с низкими результатами обучения (12)',
    ],
    [
      'plain buttons side by side, a track',
      '<div><button type="button">Объективность</button><button type="button">Трек «Адресная поддержка школ»</button></div>',
      'Трек «Адресная поддержка школ»',
    ],
    [
      'a link without an aim',
      '<div><a href="javascript:void(0)">1.1. Одно</a><a href="javascript:void(0)">1.2. Другое</a></div>',
      '1.2. Другое',
    ],
  ])('presses %s', (_, html, name) => {
    const { seen, sent } = pressed(html);
    expect(seen).toEqual([name]);
    expect(sent).toBe(0);
  });

  it.each([
    ['what submits', tabs('type="submit"')],
    ['a button that submits by default', tabs('')],
    [
      'what leads to another page',
      '<ul><li><a href="?d=1">1.1. Одно</a></li><li><a href="?d=2">1.2. Другое</a></li></ul>',
    ],
    [
      'what posts back by script',
      `<div><a href="javascript:__doPostBack('a')">1.1. Одно</a><a href="javascript:__doPostBack('b')">1.2. Другое</a></div>`,
    ],
    [
      'what is open',
      '<div role="tablist"><button type="button" role="tab" aria-selected="true">1.2. Другое</button></div>',
    ],
    [
      'what is locked',
      '<div role="tablist"><button type="button" role="tab" disabled>1.2. Другое</button></div>',
    ],
    ['a lone button', '<div><button type="button">1.2. Система работы со школами</button></div>'],
    [
      'another direction',
      '<div><button type="button">1.3. Одно</button><button type="button">2.1. Другое</button></div>',
    ],
    [
      'a position with such a number',
      '<div><button type="button">1.2.1. Наличие</button><button type="button">1.2.2. Учёт</button></div>',
    ],
  ])('leaves alone %s', (_, html) => {
    const { said, seen, sent } = pressed(html);
    expect({ said, seen, sent }).toEqual({ said: null, seen: [], sent: 0 });
  });
});
