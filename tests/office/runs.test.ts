import { describe, expect, it } from 'vitest';
import * as points from '../../lib/criteria/import/points.ts';
import * as subtotals from '../../lib/criteria/import/subtotal.ts';
import * as header from '../../lib/office/table/header.ts';
import * as headings from '../../lib/office/table/headings.ts';
import * as links from '../../lib/office/table/links.ts';
import * as lists from '../../lib/office/table/lists.ts';
import * as noise from '../../lib/office/table/noise.ts';
import * as pages from '../../lib/office/table/pages.ts';
import * as texts from '../../lib/office/table/text.ts';
import * as address from '../../lib/reference/address.ts';
import * as pairs from '../../lib/reference/address-pairs.ts';
import * as comment from '../../lib/reference/comment.ts';
import * as grammar from '../../lib/reference/comment-grammar.ts';
import * as ends from '../../lib/reference/ends.ts';
import * as fold from '../../lib/reference/fold.ts';
import * as pageRanges from '../../lib/reference/pages.ts';
import * as text from '../../lib/reference/text.ts';
import * as url from '../../lib/reference/url.ts';
import * as path from '../../lib/reference/url-path.ts';

/**
 * A cell holds 32,767 characters at most. Long runs of one sign are where patterns become quadratic: seconds instead of
 * milliseconds. Every function that takes a text is given such runs, with something before and behind them.
 */

const LENGTH = 30_000;
/** Milliseconds: a linear pass takes one or two, a quadratic one thousands. */
const MOST = 1_000;
const RUNS = [
  ...[')', '.,)', ' ', '\n', ' \n', '-', '«', '»', '*', ' *', '0', '1.', '1, ', '1 балл ', 'а- ', 'а-\n'],
  ...['/', '%', '%2', '&', 'a=', '@', 'a.', 'www.', 'https://', '.pdf?', 'x.pdf ', 'а.рф ', 'стр. 1 ', 'с.'],
  ...['логин: ', '1)', '1; ', '_', '…', '-макс', 'максимальн', 'от 0 до ', '(', '( ', '- '],
];
const AROUND = [
  ['', ''],
  ['', 'щ'],
  ['https://uo.ru/', ' щ'],
  ['1.1 Итого ', 'щ'],
] as const;

const modules = { points, subtotals, header, headings, links, lists, noise, pages, texts };
const reference = { pairs, address, comment, grammar, ends, fold, pageRanges, text, url, path };
const functions = Object.entries({ ...modules, ...reference }).flatMap(([name, module]) =>
  Object.entries(module).flatMap(([key, value]) =>
    typeof value === 'function'
      ? [[`${name}.${key}`, value as (...given: unknown[]) => unknown] as const]
      : [],
  ),
);

function cellOf(content: string) {
  return {
    text: content,
    links: [],
    column: 0,
    place: 'A1',
    kind: 'text',
    number: null,
    date: null,
    covered: null,
  };
}

/** The least of three attempts: other programs may hold up one. */
function time(run: (...given: unknown[]) => unknown, given: readonly unknown[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3 && least > MOST; attempt++) {
    const start = performance.now();
    try {
      run(...given);
    } catch {
      // Not every function takes a text first; those that do are what is measured.
    }
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

describe('long runs of one sign', () => {
  it.each(functions)('%s', { timeout: 60_000 }, (_, run) => {
    const slow: string[] = [];
    for (const sign of RUNS)
      for (const [before, behind] of AROUND) {
        const content = before + sign.repeat(Math.ceil(LENGTH / sign.length)) + behind;
        for (const given of [[content, content], [cellOf(content)], [[content]]]) {
          const took = time(run, given);
          if (took > MOST) slow.push(`${JSON.stringify([before, sign, behind])}: ${Math.round(took)} ms`);
        }
      }
    expect(slow).toEqual([]);
  });
});
