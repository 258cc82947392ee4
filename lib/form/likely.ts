import type { CleanText, TextLine } from './clean.ts';
import { rankOf } from './headings.ts';
import { couldBe } from './judge.ts';
import type { Pair } from './pair.ts';
import { walk } from './walk.ts';

/** The line of text that stands in this element of one of the boxes. */
export function lineIn(boxes: readonly Element[], element: Element): TextLine | null {
  const box = boxes.find((one) => one.contains(element));
  const token = box && walk(box).tokens.find((one) => one.kind === 'text' && one.element === element);
  return token?.kind === 'text' ? token : null;
}

/** Whether a box made like a position's can be one by what it says: no heading, no beginning of one, no other form's. */
export function isLikely({ text, number, points }: CleanText, rows: readonly Pair[]): boolean {
  const urls = rows.flatMap(({ url }) => url ?? []);
  const plain = { path: [], comments: [], score: null, share: 1, known: false, header: '' };
  // A heading is worth no points: «Принятие мер … (2 балла)» is a position.
  return (
    (points !== null || rankOf(text) === null) &&
    !text.endsWith(':') &&
    couldBe({ ...plain, text, number, points, urls })
  );
}
