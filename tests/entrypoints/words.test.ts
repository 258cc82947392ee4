import { describe, expect, it } from 'vitest';
import { inWords } from '../../entrypoints/background/messages.ts';
import { toDraftError } from '../../lib/drafts/errors.ts';

describe('a store that fails', () => {
  it.each([
    ['a full disk', new DOMException('full', 'QuotaExceededError'), /На диске не хватает места.*не потеряно/],
    ['a full storage.local', new Error('Resource::kQuotaBytes quota exceeded'), /На диске не хватает места/],
    [
      'a full disk for a draft',
      toDraftError(new DOMException('', 'QuotaExceededError')),
      /черновик не сохранён/,
    ],
    ['anything else', new TypeError('x is not a function'), /Не получилось сохранить/],
  ])('says so in Russian: %s', (_name, error, words) => {
    expect(inWords(error)).toMatch(words);
  });
});
