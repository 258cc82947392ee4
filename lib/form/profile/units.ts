import type { PositionWay } from '../../model/profile.ts';
import { type ButtonToken, commonDepth, type TextToken, type Token } from '../token.ts';
import type { FieldMark } from './marks.ts';
import type { TextHit } from './texts.ts';

/** A position's text with the fields that can only be its own. */
export interface Unit {
  readonly hit: TextHit;
  readonly fields: readonly FieldMark[];
  /** The page's own «add a link» of the position. */
  readonly add: ButtonToken | null;
  /** Texts like it that stand between it and its fields, or were passed over for it. */
  readonly gap: number;
}

/** Depth of the nearest box two tokens share, in either order. */
export function shared(tokens: readonly Token[], a: Token, b: Token): number {
  return a.index < b.index ? commonDepth(tokens, a.index, b.index) : commonDepth(tokens, b.index, a.index);
}

/**
 * Gives every field to a text: the last like text before it (or the next one behind it, where fields stand before
 * their text). Of several like texts in a row the one as far from the fields as the one pointed at counts. A field that
 * stands outside the position's box, or in rows its cell does not span, is given to none.
 */
export function readUnits(
  hits: readonly TextHit[],
  fields: readonly FieldMark[],
  adds: readonly ButtonToken[],
  tokens: readonly Token[],
  side: PositionWay['side'],
): Unit[] {
  const buttons = adds.map((token) => ({ token }));
  const line: (TextHit | FieldMark | { token: ButtonToken })[] = [...hits, ...fields, ...buttons];
  line.sort((a, b) => a.token.index - b.token.index);
  if (side === 'after') line.reverse();
  const raw: { hit: TextHit; gap: number; fields: FieldMark[]; add: ButtonToken | null }[] = [];
  let run: TextHit[] = [];
  let passed = 0;
  let open: (typeof raw)[number] | null = null;
  for (const part of line) {
    if ('way' in part) {
      run.push(part);
      continue;
    }
    if (run.length > 0) {
      open = { ...choose(run), fields: [], add: null };
      const { score } = open.hit;
      passed += run.filter((hit) => hit !== open?.hit && hit.score === score).length;
      raw.push(open);
      run = [];
    }
    if ('shape' in part) open?.fields.push(part);
    else if (open) open.add ??= part.token;
  }
  // Texts in one half of a grid and fields in the other: their order says nothing about which belong together.
  if (passed > raw.length) return [];
  if (side === 'after') raw.reverse();
  const units = raw.map((unit, i) => ({
    ...unit,
    fields: within(unit, raw[i - 1], raw[i + 1], tokens).sort((a, b) => a.token.index - b.token.index),
  }));
  // A position without rows is known by its «add a link», where those with rows have one too.
  const filled = units.filter((unit) => unit.fields.length > 0);
  const adding = filled.length > 0 && filled.filter((unit) => unit.add).length * 2 > filled.length;
  const least = Math.min(...filled.map((unit) => unit.hit.score));
  return units.filter((unit) => unit.fields.length > 0 || (adding && unit.add && unit.hit.score >= least));
}

/** Of like texts in a row: the surest, and of equals the one as far from the fields as was shown. */
function choose(run: readonly TextHit[]): { hit: TextHit; gap: number } {
  let best = run.length - 1;
  let most = Number.NEGATIVE_INFINITY;
  run.forEach((hit, i) => {
    const gap = run.length - 1 - i;
    const score = hit.score + (gap === hit.way.gap ? 0.75 : 0) - 0.01 * Math.abs(gap - hit.way.gap);
    if (score > most) [best, most] = [i, score];
  });
  return { hit: run[best] as TextHit, gap: run.length - 1 - best };
}

function within(
  unit: { hit: TextHit; fields: readonly FieldMark[] },
  before: { hit: TextHit } | undefined,
  after: { hit: TextHit } | undefined,
  tokens: readonly Token[],
): FieldMark[] {
  const { token, way } = unit.hit;
  const list = Math.max(
    before ? shared(tokens, before.hit.token, token) : -1,
    after ? shared(tokens, token, after.hit.token) : -1,
  );
  const [nearest] = unit.fields;
  return unit.fields.filter((field) => {
    const depth = shared(tokens, token, field.token);
    if (way.unit === 'span') return spans(token, field);
    // A position alone on its page: what shares no closer box with it than its first field does.
    if (list < 0) return nearest !== undefined && depth >= shared(tokens, token, nearest.token);
    return way.unit === 'box' ? depth > list : depth >= Math.min(list, depthOf(before, after, token, tokens));
  });
}

/** Where positions stand in lists of different depth, the shallower list holds fields of its neighbour's edge. */
function depthOf(
  before: { hit: TextHit } | undefined,
  after: { hit: TextHit } | undefined,
  token: TextToken,
  tokens: readonly Token[],
): number {
  const depths = [before, after].flatMap((unit) => (unit ? [shared(tokens, unit.hit.token, token)] : []));
  return Math.max(...depths);
}

/** Whether a field stands in a row that the text's own cell spans, in the same grid or in one nested in it. */
export function spans(text: TextToken, field: FieldMark): boolean {
  const own = text.cell;
  for (let cell = field.token.cell; own && cell; cell = cell.grid.outer)
    if (cell.grid === own.grid) return cell.row < own.row + own.rows && own.row < cell.row + cell.rows;
  return false;
}

/** Which of the three ways a position's fields are tied to its text. */
export function unitKind(
  text: TextToken,
  fields: readonly FieldMark[],
  neighbours: readonly TextToken[],
  tokens: readonly Token[],
): PositionWay['unit'] {
  if (fields.length > 0 && fields.every((field) => spans(text, field))) return 'span';
  const list = Math.max(-1, ...neighbours.map((other) => shared(tokens, text, other)));
  const boxed = fields.every((field) => shared(tokens, text, field.token) > list);
  return list >= 0 && boxed ? 'box' : 'flow';
}
