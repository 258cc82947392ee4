import type { Finding } from '../model/finding.ts';
import { type Form, isFilled, type Position } from '../model/form.ts';
import type { CriterionFacts } from '../model/matched.ts';
import type { ComponentKind } from '../model/pack.ts';
import { headingKey } from '../reference/identity.ts';

/** A step of the cycle, or `other` for positions whose component is not known. */
export type MapColumn = ComponentKind | 'other';

export interface MapCell {
  readonly filled: number;
  readonly total: number;
  /** Points of the positions that hold no link yet; null where the pack does not say. */
  readonly pointsLeft: number | null;
  /** Positions with a finding that is not just advice. */
  readonly withFindings: number;
  /** Where a click leads: the first empty position, else the first with a finding, else the first. */
  readonly positionId: string;
}

export interface MapRow {
  readonly direction: string;
  readonly track: string;
  readonly cells: Readonly<Partial<Record<MapColumn, MapCell>>>;
}

export interface FormMap {
  readonly columns: readonly MapColumn[];
  readonly rows: readonly MapRow[];
}

const ORDER: readonly MapColumn[] = [
  'goals',
  'indicators',
  'methods',
  'monitoring',
  'analysis',
  'recommendations',
  'measures',
  'decisions',
  'effect',
  'other',
];

/** Whether a position holds a link: a comment alone earns nothing. */
export function holdsLink(position: Position): boolean {
  return position.rows.some((row) => row.url.trim() !== '');
}

/**
 * The form as a grid: directions and tracks down, steps of the management cycle across. Tracks come from the page's
 * headings, steps from the matched criteria, so that forms which name their steps otherwise share the columns.
 */
export function mapOf(
  form: Form,
  findings: readonly Finding[],
  facts: Readonly<Record<string, CriterionFacts>>,
): FormMap {
  const troubled = new Set(findings.filter((f) => f.severity !== 'advice').map((f) => f.positionId));
  const rows = new Map<string, { direction: string; track: string; byColumn: Map<MapColumn, Position[]> }>();
  for (const position of form.positions) {
    const { direction, track } = headingsOf(position);
    const key = `${headingKey(direction)}|${headingKey(track)}`;
    const row = rows.get(key) ?? { direction, track, byColumn: new Map() };
    rows.set(key, row);
    const column = facts[position.id]?.component ?? 'other';
    row.byColumn.set(column, [...(row.byColumn.get(column) ?? []), position]);
  }
  const list = [...rows.values()];
  return {
    columns: ORDER.filter((column) => list.some((row) => row.byColumn.has(column))),
    rows: list.map(({ direction, track, byColumn }) => ({
      direction,
      track,
      cells: Object.fromEntries(
        [...byColumn].map(([column, positions]) => [column, cellOf(positions, troubled, facts)]),
      ),
    })),
  };
}

/** Direction and track of a position: the last heading of three or more is its component, a first «1.» its section. */
function headingsOf(position: Position): { direction: string; track: string } {
  const path = position.path.length > 3 ? position.path.slice(1) : position.path;
  const direction = path[0] ?? '';
  return { direction, track: path.length > 2 ? (path[path.length - 2] ?? '') : (path[1] ?? '') };
}

function cellOf(
  positions: readonly Position[],
  troubled: ReadonlySet<string>,
  facts: Readonly<Record<string, CriterionFacts>>,
): MapCell {
  const empty = positions.filter((position) => !holdsLink(position));
  const points = empty.map((position) => facts[position.id]?.points ?? position.points);
  const target = empty[0] ?? positions.find((position) => troubled.has(position.id)) ?? positions[0];
  return {
    filled: positions.length - empty.length,
    total: positions.length,
    pointsLeft: points.some((value) => value === null)
      ? null
      : points.reduce<number>((sum, value) => sum + (value ?? 0), 0),
    withFindings: positions.filter((position) => troubled.has(position.id)).length,
    positionId: target?.id ?? '',
  };
}

export interface Progress {
  readonly total: number;
  /** Positions with a link. */
  readonly filled: number;
  readonly findings: number;
  /** Rows in all with a link or a comment. */
  readonly rows: number;
}

/** The numbers of the state line. */
export function progressOf(form: Form, findings: readonly Finding[]): Progress {
  return {
    total: form.positions.length,
    filled: form.positions.filter(holdsLink).length,
    findings: findings.length,
    rows: form.positions.reduce((sum, position) => sum + position.rows.filter(isFilled).length, 0),
  };
}
