import type { Mechanism } from '../model/form.ts';
import type { Token } from './token.ts';

/** Which assessment the page speaks of: МУМ or РУМ; null where it names none, or both as often. */
export function mechanismOf(tokens: readonly Token[]): Mechanism | null {
  let mum = 0;
  let rum = 0;
  // The page's own title and menus stand at its beginning.
  for (const token of tokens.slice(0, 200)) {
    if (token.kind !== 'text') continue;
    if (/(?:^|[^\p{L}])МУМ(?![\p{L}])|муниципальные (?:управленческие )?механизмы/iu.test(token.text)) mum++;
    if (/(?:^|[^\p{L}])РУМ(?![\p{L}])|региональные (?:управленческие )?механизмы/iu.test(token.text)) rum++;
  }
  return mum === rum ? null : mum > rum ? 'mum' : 'rum';
}
