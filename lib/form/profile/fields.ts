import type { FieldWay } from '../../model/profile.ts';
import { type FieldMark, lineOf, sharedBox } from './marks.ts';

/** So many points must speak for a field: at least two ways that agree. */
const ENOUGH = 3;
/** By so much it must be surer than any other part. */
const MARGIN = 1;

/** A pointed field and the like part it must be told from. */
export interface Example {
  readonly own: FieldMark;
  /** Fields of the same position that are something else. */
  readonly others: readonly FieldMark[];
  /** The field with which it makes up a row: of a link its comment, of a comment its link. */
  readonly partner: FieldMark;
  /** All fields of the position, in order. */
  readonly unit: readonly FieldMark[];
}

/** How a pointed field can be found again. */
export function fieldWay({ own, others, partner, unit }: Example): FieldWay {
  const at = sharedBox(own.token.element, partner.token.element);
  const line = lineOf(own.token.element);
  const up = own === partner ? 1 : (at?.up ?? 1);
  const box = line[up];
  const child = line[up - 1] as Element;
  const inBox = box ? unit.filter((field) => box.contains(field.token.element)).length : 0;
  const turn = Math.max(0, unit.indexOf(own));
  const period = periodOf(unit, inBox);
  return {
    shape: own.shape,
    labels: tellingLabels(own, others),
    name: others.some((other) => other.name === own.name) ? '' : own.name,
    chain: line.slice(0, up).map((element) => element.localName),
    branch: box ? Array.from(box.children).indexOf(child) : 0,
    column: own.token.cell?.column ?? null,
    turn,
    period,
    alone: others.every((other) => other.shape !== own.shape) && likeInRow(unit, turn, period) <= 1,
  };
}

/**
 * How many fields of a row that repeats have the shape of the one at this turn, those nobody pointed at included: an
 * inner number beside the link looks like it.
 */
function likeInRow(unit: readonly FieldMark[], turn: number, period: number): number {
  if (period < 2 || unit.length < 2 * period) return 1;
  const start = turn - (turn % period);
  return unit.slice(start, start + period).filter((field) => field.shape === unit[turn]?.shape).length;
}

/** Words of its labels that no label of the other fields has, by source. */
function tellingLabels(own: FieldMark, others: readonly FieldMark[]): FieldWay['labels'] {
  return [...own.labels].flatMap(([source, words]) => {
    const common = new Set(others.flatMap((other) => other.labels.get(source) ?? []));
    const telling = [...new Set(words)].filter((word) => !common.has(word)).slice(0, 12);
    return telling.length > 0 ? [{ source, words: telling }] : [];
  });
}

/** After how many fields kinds repeat: told by the kinds themselves, else by the row's own box; 0: never. */
function periodOf(unit: readonly FieldMark[], inBox: number): number {
  const kinds = unit.map((field) => `${field.shape}|${field.name}|${[...field.labels.values()].join('/')}`);
  for (let period = 2; period <= kinds.length / 2; period++) {
    if (new Set(kinds.slice(0, period)).size === 1) continue;
    if (kinds.every((kind, i) => kind === kinds[i % period])) return period;
  }
  return inBox > 0 && (inBox < unit.length || inBox <= 4) ? inBox : 0;
}

/** What each way says about a field; the sum decides. Null: it cannot be this part. */
export function fieldScore(
  way: FieldWay,
  field: FieldMark,
  turn: number,
  unit: readonly FieldMark[],
): number | null {
  if (field.shape !== way.shape) return null;
  let score = way.alone ? 1 : 0;
  const named = labelsAgree(way, field);
  if (named === false) return null;
  if (named) score += 3;
  // The words expected beside it are nowhere: place alone must be the surer.
  else if (way.labels.length > 0 && !(way.alone && sameRun(unit, turn, way.turn))) score -= 1.5;
  if (way.name !== '' && field.name === way.name) score += 1;
  const line = lineOf(field.token.element, way.chain.length + 1);
  if (way.chain.every((tag, i) => line[i]?.localName === tag)) {
    score += 1;
    const box = line[way.chain.length];
    const child = line[way.chain.length - 1];
    const branch = box && child ? Array.prototype.indexOf.call(box.children, child) : -1;
    const column = field.token.cell?.column ?? null;
    if (way.column !== null && column !== null) score += column === way.column ? 1.5 : 0;
    else if (branch === way.branch && way.chain.length > 0) score += 1.5;
  }
  const due = way.period > 0 ? turn % way.period === way.turn % way.period : turn === way.turn;
  if (due || (way.alone && sameRun(unit, turn, way.turn))) score += 1.5;
  return score;
}

/** true: some label has its telling words; false: labels are there and none has; null: nothing to compare. */
function labelsAgree(way: FieldWay, field: FieldMark): boolean | null {
  let compared = false;
  for (const { source, words } of way.labels) {
    const there = field.labels.get(source);
    if (!there) continue;
    compared = true;
    if (words.filter((word) => there.includes(word)).length * 2 >= words.length) return true;
  }
  return compared ? false : null;
}

/** Whether two fields of a position stand in one run of the same shape. */
function sameRun(unit: readonly FieldMark[], a: number, b: number): boolean {
  const shape = unit[a]?.shape;
  for (let i = Math.min(a, b); i <= Math.max(a, b); i++) if (unit[i]?.shape !== shape) return false;
  return true;
}

export type FieldPart = 'link' | 'comment' | 'points';
export type FieldWays = Readonly<Record<FieldPart, readonly FieldWay[]>>;

/** The part a field is, where several ways agree and no other part is nearly as likely; null: not recognised. */
export function partOf(
  ways: FieldWays,
  field: FieldMark,
  turn: number,
  unit: readonly FieldMark[],
): { part: FieldPart; score: number } | null {
  const rated = (['link', 'comment', 'points'] as const)
    .map((part) => ({
      part,
      score: Math.max(0, ...ways[part].map((way) => fieldScore(way, field, turn, unit) ?? 0)),
    }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = rated;
  if (!first || first.score < ENOUGH || first.score - (second?.score ?? 0) < MARGIN) return null;
  return first;
}
