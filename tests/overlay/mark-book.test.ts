import { describe, expect, it } from 'vitest';
import { createMarkBook } from '../../lib/overlay/mark-book.ts';
import type { FieldMarkView } from '../../lib/overlay/types.ts';

/** A field of this place; null: not drawn. */
function field(top: number | null): HTMLElement {
  const box =
    top === null
      ? { top: 0, bottom: 0, width: 0, height: 0 }
      : { top, bottom: top + 20, width: 90, height: 20 };
  return { getBoundingClientRect: () => box } as unknown as HTMLElement;
}

function position(...tops: (number | null)[]) {
  const fields = tops.map(field);
  const asked = { times: 0 };
  return {
    asked,
    views: () => {
      asked.times++;
      return [{ key: String(tops) } as FieldMarkView];
    },
    ends: () => [fields[0] ?? null, fields.at(-1) ?? null],
    fields: () => fields,
  };
}

const HEIGHT = 700;
const ALL = ['p', 'q'];

describe('marks of fields', () => {
  it.each([
    ['in the window', [100, 140], true],
    ['around the window', [-900, 900], true],
    ['above', [-900, -40], false],
    ['below', [800, 900], false],
    ['drawn from the bottom up', [900, -900], true],
    ['whose last field is hidden', [-300, 300, null], true],
    ['whose last field is hidden, above', [-300, -100, null], false],
    ['none of whose fields is drawn', [null, null], false],
  ] as const)('%s: asked for where they can be seen', (_, tops, seen) => {
    const book = createMarkBook();
    const one = position(...tops);
    book.set('p', one);
    expect(book.inWindow(HEIGHT, ALL)).toHaveLength(seen ? 1 : 0);
    expect(one.asked.times).toBe(seen ? 1 : 0);
  });

  it('are asked for once until they are said to have changed', () => {
    const book = createMarkBook();
    const one = position(100);
    expect(book.set('p', one)).toBe(true);
    book.inWindow(HEIGHT, ALL);
    book.inWindow(HEIGHT, ALL);
    expect(one.asked.times).toBe(1);
    book.set('p', one);
    book.inWindow(HEIGHT, ALL);
    expect(one.asked.times).toBe(2);
  });

  it('go with their position', () => {
    const book = createMarkBook();
    book.set('p', position(100));
    expect(book.set('p', null)).toBe(true);
    expect(book.set('p', null)).toBe(false);
    book.set('q', position(100));
    book.keepOnly(new Set(['p']));
    expect(book.inWindow(HEIGHT, ALL)).toEqual([]);
  });
});
