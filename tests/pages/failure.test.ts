import { describe, expect, it } from 'vitest';
import { DraftError } from '../../lib/drafts/errors.ts';
import { LibraryError } from '../../lib/library/errors.ts';
import { MessageError } from '../../lib/messages/envelope.ts';
import { FormGoneError, failureKind, failureText } from '../../pages/failure.ts';

const gone = new MessageError('form.fill', { kind: 'gone', path: '', reason: 'x' });
const full = Object.assign(new Error('x'), { name: 'QuotaExceededError' });

describe('a failure becomes a sentence with something to do', () => {
  it.each([
    [new LibraryError('quota'), 'full'],
    [new DraftError('unavailable'), 'noStorage'],
    [new LibraryError('newer'), 'newer'],
    [full, 'full'],
    [new Error('Resource::kQuotaBytes quota exceeded'), 'full'],
    [new FormGoneError(), 'formGone'],
    [new Error('Could not establish connection. Receiving end does not exist.'), 'formGone'],
    [new TypeError('Failed to fetch'), 'network'],
    [new TypeError('NetworkError when attempting to fetch resource.'), 'network'],
    [gone, 'updated'],
    [new Error('Extension context invalidated.'), 'updated'],
    [Object.assign(new Error('x'), { name: 'NotReadableError' }), 'noAccess'],
    [new Error('undefined is not a function'), 'other'],
    ['a bare string', 'other'],
    [null, 'other'],
    [undefined, 'other'],
  ] as const)('%s: %s', (error, kind) => {
    expect(failureKind(error)).toBe(kind);
    const text = failureText(error);
    expect(text).toMatch(/^[А-ЯЁ].+[.]$/);
    expect(text).not.toMatch(/quota|fetch|undefined|failures|[{}]/i);
  });
});
