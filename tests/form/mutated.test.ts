import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { readForm } from '../../lib/form/read.ts';
import { textKey } from '../../lib/reference/text.ts';
import { randomOf } from './generate/model.ts';
import { mutate } from './generate/mutate.ts';
import { type Generated, generate } from './generate/page.ts';

/** A field taken for another, in words; '' when none is. Positions may be missed, never mixed up. */
function mixedUp(document: Document, { positions }: Generated): string {
  const read = readForm(document);
  for (const position of read.form.positions)
    for (const row of position.rows)
      for (const role of ['url', 'comment'] as const) {
        const mark = read.field(row.id, role)?.getAttribute('data-is');
        if (mark === undefined || mark === null) continue;
        const [p, , kind] = mark.split('.');
        if (kind !== role) return `${mark} taken for ${role}`;
        const want = positions[Number(p)]?.text ?? '';
        if (textKey(want) !== textKey(position.text)) return `${mark} given to «${position.text}»`;
      }
  return read.form.positions.length > positions.length ? 'a position too many' : '';
}

describe('a page that changes', () => {
  it('never takes a field for another', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        const generated = generate(seed);
        const dom = new JSDOM(generated.html);
        try {
          mutate(dom.window.document, randomOf(seed + 1));
          expect(mixedUp(dom.window.document, generated), generated.layout).toBe('');
        } finally {
          dom.window.close();
        }
      }),
      { numRuns: 1500, interruptAfterTimeLimit: 15_000, endOnFailure: true },
    );
  });
});
