import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedAddress, parseMove } from '../../lib/reference/move.ts';

const moved = (address: string, from: string, to: string): string | null => {
  const move = parseMove(from, to);
  if (!move) throw new Error('no move');
  return movedAddress(address, move);
};

describe('movedAddress', () => {
  it.each([
    ['http://old.ru/docs/1.pdf', 'old.ru', 'https://new.ru', 'https://new.ru/docs/1.pdf'],
    ['https://WWW.Old.ru:443/docs/1.pdf', 'http://old.ru', 'new.ru', 'https://new.ru/docs/1.pdf'],
    [
      'http://old.ru/docs/План мероприятий.pdf#page=3',
      'old.ru/docs',
      'https://new.ru/d/',
      'https://new.ru/d/План мероприятий.pdf#page=3',
    ],
    ['http://old.ru/docs?id=5', 'old.ru/docs/', 'https://new.ru/x', 'https://new.ru/x?id=5'],
    ['http://old.ru', 'old.ru', 'https://new.ru/архив', `https://new.ru${encodeURI('/архив')}`],
    ['http://old.ru/документы/1.pdf', 'old.ru/документы', 'https://new.ru/docs', 'https://new.ru/docs/1.pdf'],
    ['http://old.ru/documents/1.pdf', 'old.ru/doc', 'https://new.ru', null],
    ['http://very-old.ru/1.pdf', 'old.ru', 'https://new.ru', null],
    ['javascript:alert(1)', 'old.ru', 'https://new.ru', null],
    ['не адрес', 'old.ru', 'https://new.ru', null],
  ])('%s from %s to %s is %s', (address, from, to, result) => {
    expect(moved(address, from, to)).toBe(result);
  });

  it('there and back gives the same place', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        const there = moved(`https://old.ru/a${path}`, 'https://old.ru/a', 'https://new.ru/b');
        // «/a» and what follows without a slash is another place.
        if (there !== null)
          expect(moved(there, 'https://new.ru/b', 'https://old.ru/a')).toBe(`https://old.ru/a${path}`);
      }),
    );
  });

  it.each([
    ['', 'new.ru'],
    ['old.ru', 'old.ru'],
    ['old.ru', 'не адрес'],
    ['javascript:alert(1)', 'new.ru'],
  ])('«%s» to «%s» is no move', (from, to) => {
    expect(parseMove(from, to)).toBeNull();
  });
});
