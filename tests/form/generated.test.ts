import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { wrongOf } from './check-generated.ts';
import { generate } from './generate/page.ts';

/** Seconds the random pages may take together; as many are tried as fit. */
const SECONDS = 25;

describe('random pages', () => {
  it('every layout and style is recognised', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        const generated = generate(seed);
        const dom = new JSDOM(generated.html);
        try {
          const wrong = wrongOf(generated, dom.window.document);
          expect(wrong, `${generated.layout}\n${generated.html}`).toBe('');
        } finally {
          dom.window.close();
        }
      }),
      { numRuns: 3000, interruptAfterTimeLimit: SECONDS * 1000, endOnFailure: true },
    );
  });
});
