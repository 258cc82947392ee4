import { type Cell, type GridRow, shown } from '../../office/grid.ts';
import { oneLine } from '../../office/table/text.ts';
import type { CriteriaHeader } from './columns.ts';
import { pointsAmong, pointsOf, tellsHow } from './points.ts';
import { readScale } from './scale.ts';

/** What one row of a criteria table says of points, wherever its table keeps them. */
export interface Score {
  readonly points: number | null;
  /** The cell of points, when the row has one of its own. */
  readonly cell: Cell | null;
  /** The points stand in a cell that reaches down from a row above. */
  readonly shared: boolean;
  /** What the levels of a scale ask, a line each. */
  readonly criterion: string;
  /** What the cell of points says beside the number: «1 балл за каждый документ, но не более 3»; ''. */
  readonly how: string;
}

const filled = (cell: Cell | undefined): boolean => cell !== undefined && shown(cell).text.trim() !== '';

/** Reads the points of a row from their column, from the levels of a scale, or from its texts. */
export function scoreOf(row: GridRow, header: CriteriaHeader): Score {
  const { points: byScale, criterion } = readScale(row, header.scale);
  const at = header.roles.indexOf('points');
  const cell = at < 0 ? undefined : row.cells[at];
  if (cell && filled(cell)) {
    const from = shown(cell);
    const shared = cell.covered !== null;
    // A heading over the whole width covers the column of points, but holds none.
    const over = header.roles.slice(at, at + from.colSpan).some((role) => role === 'position');
    if (from.column === at && !over) {
      const how = tellsHow(from.text) ? oneLine(from.text) : '';
      return { points: pointsOf(from) ?? byScale, cell: shared ? null : cell, shared, criterion, how };
    }
  }
  const points = byScale ?? (header.inText ? inTexts(row, header) : null);
  return { points, cell: null, shared: false, criterion, how: '' };
}

/** Points named by the criterion, else by the position itself. */
function inTexts(row: GridRow, header: CriteriaHeader): number | null {
  for (const role of ['criterion', 'position'])
    for (const [column, own] of header.roles.entries()) {
      const cell = row.cells[column];
      const found =
        own === role && cell && shown(cell).column === column ? pointsAmong(shown(cell).text) : null;
      if (found !== null) return found;
    }
  return null;
}
