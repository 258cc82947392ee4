import { each, type Steps } from './steps.ts';
import { commonDepth, type FieldToken, rangeEnd, rangeStart, type Token } from './token.ts';

/** The largest boxes that hold one field and no other, as ranges of tokens, by the field's place among the fields. */
export interface Boxes {
  readonly from: Int32Array;
  /** One past the last token. */
  readonly to: Int32Array;
  /** By token: the field in whose box it stands; −1 for none. */
  readonly owner: Int32Array;
}

/** Finds the boxes of all fields. */
export function* readBoxes(tokens: readonly Token[], fields: readonly FieldToken[]): Steps<Boxes> {
  const from = new Int32Array(fields.length);
  const to = new Int32Array(fields.length);
  const owner = new Int32Array(tokens.length).fill(-1);
  /** Depth of the box shared with the field before. */
  let left = 0;
  yield* each(fields, ({ index, depth: own }, i) => {
    const after = fields[i + 1];
    const right = after ? commonDepth(tokens, index, after.index) : 0;
    const depth = Math.max(left, right) + 1;
    left = right;
    const start = depth >= own ? index : rangeStart(tokens, index, depth);
    const end = depth >= own ? index + 1 : rangeEnd(tokens, index, depth);
    from[i] = start;
    to[i] = end;
    for (let t = start; t < end; t++) owner[t] = i;
  });
  return { from, to, owner };
}
