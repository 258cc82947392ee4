// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { accountOf } from '../../lib/form/account.ts';

const page = (body: string): Document => new DOMParser().parseFromString(`<body>${body}</body>`, 'text/html');
const LONG = 'Форма сбора первичных данных. '.repeat(20);

describe('accountOf', () => {
  it.each([
    [
      `<header><span>Муниципалитет 04, регион 12</span> <a href="/x">Выход</a></header>${LONG}`,
      'муниципалитет 04, регион 12',
    ],
    [`<div><ul><li>reg12_mmu_04</li><li><button>Выйти</button></li></ul></div>${LONG}`, 'reg12_mmu_04'],
    [`<div class="LKHeader__name">Иванова А. А.</div>${LONG}`, ''],
    [`<p>${LONG}<a>Выход</a></p>`, ''],
    ['<p>ничего</p>', ''],
  ])('%#', (body, account) => {
    expect(accountOf(page(body))).toBe(account);
  });

  it('does not take the login box of somebody else for the account', () => {
    const html = `<nav><b>МО Тестовый</b> <a>Выход</a></nav><form><input name="login" value="reg99_mmu_01"></form>${LONG}`;
    expect(accountOf(page(html))).toBe('мо тестовый');
  });
});
