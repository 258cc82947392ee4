import { type Cell, type Grid, type GridRow, shown } from '../../office/grid.ts';
import { oneLine } from '../../office/table/text.ts';

/**
 * Scales of points as columns: «0 баллов | 1 балл | 2 балла», or bare numbers below one «Баллы». Their cells hold what
 * each level asks, or a mark.
 */

/** Points of each column that is a level; null for the others. */
export type Scale = readonly (number | null)[];

const LEVEL =
  /^(?:\D{0,60}[\s(«–—:-])?(?:\d{1,2}\s*[-–—]\s*)?(\d{1,2}(?:[.,]\d)?)\s*балл(?:а|ов)?\s*\)?(?:[\s,–—:-]\D{0,60})?$/iu;
const NO_LEVEL = /макс|миним|итог|всего|количеств|не\s+более|(?:^|\s)(?:до|от)\s|сумм/iu;
const SCALE_WORD = /балл|уров|шкал|оцен|критери|степен|градац/iu;

/**
 * The cell of a header's row that speaks for a column: its own or the merged one; where a file has no merged cells, the
 * one to its left, if the rows below (up to `end`) go on there.
 */
export function headerCell(rows: readonly GridRow[], row: GridRow, column: number, end: number): Cell | null {
  const cell = row.cells[column];
  if (cell && shown(cell).text.trim() !== '') return shown(cell);
  const below = rows[rows.indexOf(row) + 1];
  if (!below || rows.indexOf(below) >= end) return null;
  for (let at = column; at >= 0; at--) {
    if ((below.cells[at]?.text.trim() ?? '') === '' || below.cells[at]?.covered) return null;
    const left = row.cells[at];
    if (left && left.text.trim() !== '') return left;
  }
  return null;
}

/** Points of a header cell that is a level; `above`: the header cell over it, `wide`: and over its neighbours. */
function pointsOfLevel(leaf: string, above: Cell | null, wide: boolean): number | null {
  const bare = /^\(?(\d{1,2}(?:[.,]\d)?)\)?$/u.exec(leaf);
  if (bare) {
    return above && wide && SCALE_WORD.test(above.text)
      ? Number((bare[1] as string).replace(',', '.'))
      : null;
  }
  if (leaf.length > 90 || NO_LEVEL.test(leaf)) return null;
  const found = LEVEL.exec(leaf)?.[1];
  return found === undefined ? null : Number(found.replace(',', '.'));
}

/** Levels among the columns of a header of `size` rows from `start`; all null when there are fewer than two. */
export function scaleOf(grid: Grid, start: number, size: number): Scale {
  const rows = grid.rows.slice(start, start + size);
  const columns = Array.from({ length: grid.width }, (_, column) => [
    ...new Set(rows.flatMap((row) => headerCell(grid.rows, row, column, start + size) ?? [])),
  ]);
  const scale = columns.map((cells, column): number | null => {
    const [leaf, above] = [cells.at(-1), cells.at(-2) ?? null];
    const wide =
      above !== null && [columns[column - 1], columns[column + 1]].some((other) => other?.includes(above));
    return leaf ? pointsOfLevel(oneLine(leaf.text), above, wide) : null;
  });
  const points = scale.filter((one) => one !== null);
  const distinct = new Set(points).size === points.length;
  return points.length >= 2 && distinct ? scale : scale.map(() => null);
}

/** «0 баллов», «1 балл», «2 балла»: as the document would say it, whatever the language of the interface. */
function pointsInWords(points: number): string {
  const form = new Intl.PluralRules('ru').select(points);
  const word = form === 'one' ? 'балл' : form === 'many' ? 'баллов' : 'балла';
  return `${String(points).replace('.', ',')} ${word}`;
}

const NOTHING = /^(?:[-–—−xх×]|не\s+предусмотрен\S*)?$/iu;
const MARK = /^(?:[+✓✔√*•vV]|да|\d{1,2}(?:[.,]\d)?)$/u;

/** What a row says in the columns of a scale: its maximum, and a line for each level that asks for something. */
export function readScale(row: GridRow, scale: Scale): { points: number | null; criterion: string } {
  let most: number | null = null;
  const lines: string[] = [];
  scale.forEach((points, column) => {
    const cell = row.cells[column];
    if (points === null || !cell) return;
    const from = shown(cell);
    const text = oneLine(from.text);
    // A heading over the whole width covers the levels, but says nothing of them.
    if ((scale[from.column] ?? null) === null) return;
    // A text over several levels counts for the highest of them, once.
    if (NOTHING.test(text) || (points > 0 && /^нет$/iu.test(text))) return;
    most = Math.max(points, most ?? 0);
    if (MARK.test(text)) return;
    const before = lines.findIndex((line) => line.endsWith(` – ${text}`));
    if (before >= 0 && cell.covered) lines.splice(before, 1);
    lines.push(`${pointsInWords(points)} – ${text}`);
  });
  return { points: most, criterion: lines.join('\n') };
}
