import type { Mechanism } from '../model/form.ts';
import { memo } from './memo.ts';
import type { Token } from './token.ts';

const saysMum = memo((text) =>
  /(?:^|[^\p{L}])МУМ(?![\p{L}])|муниципальные (?:управленческие )?механизмы/iu.test(text),
);
const saysRum = memo((text) =>
  /(?:^|[^\p{L}])РУМ(?![\p{L}])|региональные (?:управленческие )?механизмы/iu.test(text),
);

/** Which assessment the page speaks of: МУМ or РУМ; null where it names none, or both as often. */
export function mechanismOf(tokens: readonly Token[]): Mechanism | null {
  let mum = 0;
  let rum = 0;
  // The page's own title and menus stand at its beginning.
  for (const token of tokens.slice(0, 200)) {
    if (token.kind !== 'text') continue;
    if (saysMum(token.text)) mum++;
    if (saysRum(token.text)) rum++;
  }
  return mum === rum ? null : mum > rum ? 'mum' : 'rum';
}
