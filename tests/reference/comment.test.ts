import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommentParts } from '../../lib/model/comment.ts';
import {
  composeComment,
  normalisedParts,
  parseComment,
  withName,
  withPages,
} from '../../lib/reference/comment.ts';

const NBSP = '\u00a0';
const EMPTY: CommentParts = { name: '', pages: [], login: '', password: '', access: '', explanation: '' };
const of = (parts: Partial<CommentParts>): CommentParts => ({ ...EMPTY, ...parts });

describe('composeComment', () => {
  it.each([
    [
      of({
        name: 'Приказ УО от 15.03.2022 № 123-од',
        pages: [
          [3, 5],
          [12, 12],
        ],
        login: 'mum',
        password: 'Qw,e;1!',
        explanation: 'Раздел 2 — цели и задачи',
      }),
      `Приказ УО от 15.03.2022 № 123-од, с.${NBSP}3–5, 12; логин: mum, пароль: Qw,e;1!. Раздел 2 — цели и задачи`,
    ],
    [of({ name: 'Приказ УО', pages: [[3, 3]] }), `Приказ УО, с.${NBSP}3`],
    [of({ pages: [[3, 3]], explanation: 'Показатели' }), `с.${NBSP}3. Показатели`],
    [of({ login: 'a', password: 'b c' }), 'логин: «a», пароль: «b c»'],
    [of({ access: 'по запросу на почту' }), 'доступ: по запросу на почту'],
    [of({ name: 'Приказ', explanation: 'Показатели' }), 'Документ: Приказ. Пояснение: Показатели'],
    [EMPTY, ''],
  ])('%#', (parts, text) => {
    expect(composeComment(parts)).toBe(text);
    expect(parseComment(text)).toEqual(parts);
  });

  const scraps = fc.constantFrom(
    'логин: ',
    'пароль: ',
    'доступ: ',
    'Документ: ',
    'Пояснение: ',
    'с. 5',
    'стр. 3-4',
    '«',
    '»',
    '. ',
    ', ',
    '; ',
    'Приказ',
    'a',
    NBSP,
    ' ',
    '"',
    ':',
    '№ 5',
    '\n',
    '–',
    '\u200b',
  );
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.array(scraps, { maxLength: 8 }).map((all) => all.join('')),
  );
  const page = fc
    .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 50 }))
    .map(([a, more]) => [a, Math.min(9999, a + more)] as const);
  const parts = fc.record({
    name: text,
    pages: fc.array(page, { maxLength: 4 }),
    login: text,
    password: text,
    access: text,
    explanation: text,
  });

  it('is read back whole, whatever the parts', () => {
    fc.assert(
      fc.property(parts, (given) => {
        expect(parseComment(composeComment(given))).toEqual(normalisedParts(given));
      }),
      { numRuns: 5000 },
    );
  });

  it('keeps passwords character by character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (password) => {
        expect(parseComment(composeComment(of({ name: 'Приказ № 5', password }))).password).toBe(password);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads back very long parts', () => {
    const long = of({
      name: 'Приказ. '.repeat(5000).trim(),
      pages: [[1, 2]],
      explanation: 'с. 3; пароль: x. '.repeat(5000).trim(),
    });
    expect(parseComment(composeComment(long))).toEqual(long);
  });
});

describe('parseComment of what people write', () => {
  it.each([
    [
      'Приказ № 5 (стр. 3-4). Показатели утверждены',
      { name: 'Приказ № 5', pages: [[3, 4]], explanation: 'Показатели утверждены' },
    ],
    [
      'Цели и задачи представлены на с. 3-5',
      { pages: [[3, 5]], explanation: 'Цели и задачи представлены на' },
    ],
    [
      'Положение о мониторинге, стр.3-5, раздел 2',
      { name: 'Положение о мониторинге', pages: [[3, 5]], explanation: 'раздел 2' },
    ],
    ['логин:user,пароль:pass', { login: 'user', password: 'pass' }],
    ['(логин: a, пароль: b)', { login: 'a', password: 'b' }],
    ['Логин - u1 пароль - p2', { login: 'u1', password: 'p2' }],
    ['с. 5; пароль 12345', { pages: [[5, 5]], password: '12345' }],
    ['Показатели по объективности', { explanation: 'Показатели по объективности' }],
    ['пароль: с.5', { password: 'с.5' }],
  ] as const)('%s', (comment, parts) => {
    const read = parseComment(comment);
    if (comment.startsWith('Показатели')) expect([read.name, read.explanation]).toContain(comment);
    else expect(read).toEqual(of(parts));
  });
});

describe('edits of a human comment', () => {
  it.each([
    ['Приказ № 5 (стр. 3-4). Показатели', `Приказ № 5 (с.${NBSP}7–9). Показатели`],
    ['Приказ № 5, логин: a', `Приказ № 5, с.${NBSP}7–9; логин: a`],
    ['Приказ № 5', `Приказ № 5, с.${NBSP}7–9`],
    ['', `с.${NBSP}7–9`],
    ['с. 1, Приказ, с. 3', `с.${NBSP}7–9, Приказ`],
  ])('pages in «%s»', (comment, wanted) => {
    expect(withPages(comment, [[7, 9]])).toBe(wanted);
  });

  it('pages set are pages read, and login and password stay', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const before = composeComment(
          of({ name: `Приказ ${name}`, pages: [[1, 2]], login: 'u', password: 'с. 5, п!' }),
        );
        const after = parseComment(withPages(before, [[7, 9]]));
        expect([after.login, after.password]).toEqual(['u', 'с. 5, п!']);
        expect(after.pages).toContainEqual([7, 9]);
      }),
    );
  });

  it.each([
    ['с. 3', `Положение, с.${NBSP}3`],
    ['Приказ 5, с. 3', 'Положение, с. 3'],
    ['', 'Положение'],
  ])('name in «%s»', (comment, wanted) => {
    expect(withName(comment, 'Положение')).toBe(wanted);
  });
});
