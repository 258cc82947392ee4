import { recounted } from './sums.ts';
import type { CriteriaDocument, ReadCriterion } from './types.ts';

/**
 * Mending what was read of a document before it becomes a pack: one row is changed, split, joined with the one above,
 * moved below other headings, or left out. Each gives a new document; sums are counted anew from its rows.
 */

type Fields = Partial<Pick<ReadCriterion, 'text' | 'criterion' | 'points'>>;

function withRows(document: CriteriaDocument, positions: readonly ReadCriterion[]): CriteriaDocument {
  return recounted({ ...document, positions });
}

/** Changes text, criterion or points of a row. */
export function mendRow(document: CriteriaDocument, index: number, fields: Fields): CriteriaDocument {
  return withRows(
    document,
    document.positions.map((row, at) => (at === index ? { ...row, ...fields } : row)),
  );
}

/** Puts the row below other headings. */
export function reparentRow(
  document: CriteriaDocument,
  index: number,
  path: readonly string[],
): CriteriaDocument {
  return withRows(
    document,
    document.positions.map((row, at) => (at === index ? { ...row, path } : row)),
  );
}

/** Two positions that were read as one: the text from character `at` on becomes a row of its own, without points. */
export function splitRow(document: CriteriaDocument, index: number, at: number): CriteriaDocument {
  const row = document.positions[index];
  const [first, second] = [row?.text.slice(0, at).trim() ?? '', row?.text.slice(at).trim() ?? ''];
  if (!row || first === '' || second === '') return document;
  const parts: ReadCriterion[] = [
    { ...row, text: first },
    { ...row, text: second, points: null },
  ];
  return withRows(document, document.positions.toSpliced(index, 1, ...parts));
}

/** One position that was read as two: the row is joined to the one above it; points are added up. */
export function joinWithPrevious(document: CriteriaDocument, index: number): CriteriaDocument {
  const [above, row] = [document.positions[index - 1], document.positions[index]];
  if (!above || !row) return document;
  const points =
    above.points === null && row.points === null ? null : (above.points ?? 0) + (row.points ?? 0);
  const joined: ReadCriterion = {
    ...above,
    text: `${above.text} ${row.text}`,
    criterion: [above.criterion, row.criterion].filter(Boolean).join('\n'),
    points,
  };
  return withRows(document, document.positions.toSpliced(index - 1, 2, joined));
}

/** Leaves a row out: it was no position. */
export function dropRow(document: CriteriaDocument, index: number): CriteriaDocument {
  return withRows(document, document.positions.toSpliced(index, 1));
}
