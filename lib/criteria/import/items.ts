import type { Cell } from '../../office/grid.ts';
import { oneLine } from '../../office/table/text.ts';
import { withoutEnd } from '../../reference/ends.ts';
import { isPoints, pointsIn } from './points.ts';

/**
 * One cell with a stem and its items, and beside it a cell with as many lines of points: each item is a position.
 * «Наличие показателей: / – по оценке … / – по учёту …» beside «1 / 2».
 */

const BULLET = /^\s*(?:[-–—•·▪◦*●]\s*|[а-я]\)\s*|\d{1,2}[.)]\s+)(?=\p{L})/u;

/** Items with their points; null when the two cells do not fall into as many lines. */
export function itemsOfCell(position: Cell, score: Cell): { text: string; points: number }[] | null {
  const lines = score.text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2 || !lines.every((text) => isPoints({ text, kind: 'text', date: null, number: null })))
    return null;
  const stem: string[] = [];
  const items: string[] = [];
  for (const line of position.text.split('\n')) {
    if (BULLET.test(line)) items.push(line.replace(BULLET, ''));
    else if (items.length > 0) items[items.length - 1] += `\n${line}`;
    else stem.push(line);
  }
  if (items.length !== lines.length) return null;
  const lead = oneLine(stem.join('\n'));
  return items.map((item, i) => ({
    text: `${lead} ${withoutEnd(oneLine(item), ';,. ')}`.trim(),
    points: pointsIn(lines[i] as string) ?? 0,
  }));
}
