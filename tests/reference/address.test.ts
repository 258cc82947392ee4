import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressKey,
  isAddressWhole,
  parseAddress,
  redactedAddress,
  safeHref,
  splitAddresses,
  withoutSession,
  withoutTracking,
} from '../../lib/reference/address.ts';

describe('addressKey', () => {
  const same: readonly (readonly [string, string])[] = [
    ['HTTPS://Uo.Example.RU/Doc.pdf', 'http://uo.example.ru/Doc.pdf'],
    ['https://www.uo.example.ru/a.pdf', 'https://uo.example.ru/a.pdf'],
    ['https://uo.example.ru:443/a.pdf', 'http://uo.example.ru:80/a.pdf'],
    ['https://uo.example.ru./a', 'https://uo.example.ru/a'],
    ['https://uo.example.ru/a.pdf#page=5', 'https://uo.example.ru/a.pdf'],
    ['https://uo.example.ru/a?utm_source=vk&id=5&yclid=1', 'https://uo.example.ru/a?id=5'],
    ['https://uo.example.ru/a?ysclid=x', 'https://uo.example.ru/a'],
    ['https://uo.example.ru/a?b=1&a=2', 'https://uo.example.ru/a?a=2&b=1'],
    ['https://uo.example.ru/a?from=main', 'https://uo.example.ru/a'],
    ['https://xn--b1afiashkohcid.xn--p1ai/', 'https://Министерство.рф'],
    [
      'https://управление.рф/приказ 5.pdf',
      'https://УПРАВЛЕНИЕ.рф/%d0%bf%D1%80%D0%B8%D0%BA%D0%B0%D0%B7%205.pdf',
    ],
    ['https://uo.example.ru/docs/', 'https://uo.example.ru/docs'],
    ['uo.example.ru/docs', 'https://uo.example.ru/docs'],
    [' \u200bhttps://uo.example.ru/a.pdf\u00ad. ', 'https://uo.example.ru/a.pdf'],
    ['https://uo.example.ru/a;jsessionid=1F2?x=1', 'https://uo.example.ru/a?x=1'],
    ['Приказ: https://uo.example.ru/a.pdf', 'https://uo.example.ru/a.pdf'],
    ['https://uo.example.ru/%CF%F0.pdf', 'https://uo.example.ru/%cf%f0.pdf'],
    ['https://uo.example.ru/и\u0306.pdf', 'https://uo.example.ru/й.pdf'],
    ['https://docs.google.com/document/d/1/edit?usp=sharing', 'https://docs.google.com/document/d/1/edit'],
  ];
  it.each(same)('%s = %s', (a, b) => {
    expect(addressKey(a)).toBe(addressKey(b));
  });

  const different: readonly (readonly [string, string])[] = [
    ['https://uo.example.ru/A.pdf', 'https://uo.example.ru/a.pdf'],
    ['https://uo.example.ru/a?id=5', 'https://uo.example.ru/a?id=6'],
    ['https://uo.example.ru/a?from=10', 'https://uo.example.ru/a?from=20'],
    ['https://uo.example.ru/#/doc/1', 'https://uo.example.ru/#/doc/2'],
    ['https://uo.example.ru:8080/a', 'https://uo.example.ru/a'],
    ['https://uo.example.ru/a%2Fb', 'https://uo.example.ru/a/b'],
    ['https://uo.example.ru/?x=a%26b', 'https://uo.example.ru/?x=a&b'],
    ['https://www.ru/', 'https://ru/'],
  ];
  it.each(different)('%s ≠ %s', (a, b) => {
    expect(addressKey(a)).not.toBe(addressKey(b));
  });

  it('is settled: white space, fragment and tracking around any address change nothing', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
        const key = addressKey(url);
        const joint = url.includes('?') ? '&' : '?';
        if (!/[^\w/]$/.test(url)) expect(addressKey(`  ${url}#x \u200b`)).toBe(key);
        if (!/[^\w/]$/.test(url)) expect(addressKey(`${url}${joint}utm_source=q`)).toBe(key);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.string({ unit: 'binary' })), (text) => {
        addressKey(text);
        redactedAddress(text);
        withoutTracking(text);
        isAddressWhole(text);
        expect(safeHref(text) ?? 'https:').toMatch(/^https?:/);
      }),
    );
  });
});

describe('parseAddress', () => {
  it.each([
    ['', 'empty'],
    ['   \u200b ', 'empty'],
    ['javascript:alert(1)', 'script'],
    ['data:text/html,x', 'script'],
    ['mailto:a@b.ru', 'not-web'],
    ['C:\\Documents\\приказ.docx', 'file'],
    ['\\\\server\\obr\\приказ.docx', 'file'],
    ['file:///C:/a.pdf', 'file'],
    ['https://a.ru/1.pdf https://a.ru/2.pdf', 'two-addresses'],
    ['https://a.ru/1.pdfhttps://a.ru/2.pdf', 'two-addresses'],
    ['https://a.ru/1.pdf;www.b.ru/2', 'two-addresses'],
    ['I.mexyprkachobrrez/stat.docx', 'relative'],
    ['/upload/a.pdf', 'relative'],
    ['приказ.pdf', 'relative'],
    ['приказ управления', 'words'],
    ['uo@example.ru', 'not-web'],
    ['Приказ от 15.03.2022 https://a.ru/1.pdf', 'words-around'],
    ['a.ru/1.pdf https://a.ru/2.pdf', 'two-addresses'],
    ['https://a.ru/1.pdf Приказ № 5', 'words-around'],
    ['https://', 'words'],
    ['x'.repeat(9000), 'too-long'],
  ])('%s: %s', (text, problem) => {
    expect(parseAddress(text)).toEqual({ ok: false, problem });
  });

  it.each([
    ['https://a.ru/x', 'https://a.ru/x', []],
    ['https://a.ru/\u200bx', 'https://a.ru/x', ['invisible']],
    ['a.ru/x', 'https://a.ru/x', ['no-scheme']],
    ['управление.рф', 'https://управление.рф', ['no-scheme']],
    ['https://a.ru/план 2022.pdf', 'https://a.ru/план%202022.pdf', ['space']],
    ['https://a.ru/x.', 'https://a.ru/x', ['punctuation']],
    ['(https://a.ru/x)', 'https://a.ru/x', ['punctuation']],
    ['«https://a.ru/x»;', 'https://a.ru/x', ['punctuation']],
    ['https:/a.ru/x', 'https://a.ru/x', ['punctuation']],
    ['https://web.archive.org/web/2020/http://a.ru/x', 'https://web.archive.org/web/2020/http://a.ru/x', []],
    ['https://a.ru/go?url=http://b.ru/x', 'https://a.ru/go?url=http://b.ru/x', []],
    ['https://https://a.ru/x', 'https://a.ru/x', ['punctuation']],
    ['ttps://a.ru/x', 'https://a.ru/x', ['punctuation']],
    ['https//a.ru/x', 'https://a.ru/x', ['punctuation']],
    ['http:\\\\a.ru/x', 'http://a.ru/x', ['punctuation']],
    ['https://a.ru/x_(1)', 'https://a.ru/x_(1)', []],
  ])('%s → %s', (text, clean, notes) => {
    const parsed = parseAddress(text);
    expect(parsed.ok && [parsed.clean, parsed.notes]).toEqual([clean, notes]);
  });

  it('takes several addresses apart', () => {
    expect(splitAddresses('https://a.ru/1, https://a.ru/2\nhttps://a.ru/3')).toEqual([
      'https://a.ru/1',
      'https://a.ru/2',
      'https://a.ru/3',
    ]);
  });
});

describe('parts of an address that go', () => {
  it('tracking', () => {
    expect(withoutTracking('https://a.ru/x?utm_a=1&id=5&yclid=2#p')).toBe('https://a.ru/x?id=5#p');
    expect(withoutTracking('https://a.ru/Ж Ш?id=5&&b')).toBe('https://a.ru/Ж Ш?id=5&&b');
  });
  it('sessions and secrets', () => {
    expect(withoutSession('https://a.ru/x?id=5&PHPSESSID=abc')).toBe('https://a.ru/x?id=5');
    expect(withoutSession('https://a.ru/x?sid=12')).toBe('https://a.ru/x?sid=12');
    expect(redactedAddress('https://user:pw@a.ru/x?token=abc&id=5&PHPSESSID=1')).toBe('https://a.ru/x?id=5');
  });
  it('only web addresses become links', () => {
    expect(safeHref('javascript:alert(1)')).toBeNull();
    expect(safeHref('JaVaScRiPt://a.ru/%0aalert(1)')).toBeNull();
    expect(safeHref('a.ru/x')).toBe('https://a.ru/x');
  });
});

describe('isAddressWhole', () => {
  it.each([
    '',
    'h',
    'https',
    'https:/',
    'https://',
    'https://sch',
    'www',
    'www.uo',
    'https://uo.example.',
    'https://uo.example.ru/?id=',
  ])('%s may go on', (text) => expect(isAddressWhole(text)).toBe(false));
  it.each([
    'https://uo.example.ru',
    'https://uo.example.ru/a.pdf',
    'uo.example.ru/',
    'управление.рф/a',
    'javascript:x()',
    'два слова',
    'http://192.168.0.1/a',
  ])('%s can be whole', (text) => expect(isAddressWhole(text)).toBe(true));
});
