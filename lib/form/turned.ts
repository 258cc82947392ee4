import { collapse } from '../reference/text.ts';
import { isLabelText, labelRole, words } from './words.ts';

/** Rows of a table as they stand in the tree: the row's element and its cells. */
export type Rows = readonly (readonly [Element, readonly Element[]])[];

const FIELD = 'input,textarea,select,[contenteditable]';

function said(cell: Element | undefined): string {
  return collapse((cell?.textContent ?? '').slice(0, 300));
}

function plain(cell: Element): boolean {
  return !cell.hasAttribute('colspan') && !cell.hasAttribute('rowspan');
}

/**
 * Whether a table is drawn on its side: the positions are the heads of its columns, «Ссылка 1», «Комментарий 1» those of its
 * rows. Only a table without spans, all of whose rows have such a head, counts.
 */
export function isTurned(rows: Rows): boolean {
  const [first, ...rest] = rows;
  const heads = first?.[1] ?? [];
  if (heads.length < 2 || rest.length < 2 || rest.length > 60) return false;
  // Two cells tell nearly every table that stands upright.
  const role = labelRole(said(rest[0]?.[1][0]));
  if (role !== 'url' && role !== 'comment') return false;
  if (rows.some(([, cells]) => cells.length !== heads.length || !cells.every(plain))) return false;
  const labels = rest.map(([, cells]) => said(cells[0]));
  if (!labels.every((label) => isLabelText(label) && labelRole(label) !== null)) return false;
  const titles = heads.slice(1).map(said);
  return (
    labels.some((label) => labelRole(label) === 'url') &&
    titles.every((title) => words(title) >= 3 && !isLabelText(title)) &&
    heads.every((head) => head.querySelector(FIELD) === null) &&
    rest.every(([, cells]) => cells[0]?.querySelector(FIELD) === null) &&
    rest.some(([, cells]) => cells.slice(1).some((cell) => cell.querySelector(FIELD) !== null))
  );
}

/** The table set upright: a row for each of its columns. */
export function turn(rows: Rows): Rows {
  const [first] = rows;
  return (first?.[1] ?? []).map((head, column) => [head, rows.map(([, cells]) => cells[column] as Element)]);
}
