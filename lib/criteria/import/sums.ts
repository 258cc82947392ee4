import { factsFromPath } from '../facts.ts';
import type { CriteriaDocument, ReadCriterion, SumCheck } from './types.ts';

/** Sums a document states beside the points of its rows; counted anew whenever a row is mended. */

/** A sum as stated, with the headings it speaks of. */
export type Stated = Pick<SumCheck, 'level' | 'name' | 'place' | 'path'> & { readonly points: number };

const CODE = /^\D{0,3}([12]\.\s?\d)(?!\.?\d)/u;

/** «1.1» of «1.1. Система …»; by the name of the direction where the code is missing; ''. */
export function codeOf(text: string): string {
  return CODE.exec(text)?.[1]?.replace(/\s/g, '') ?? factsFromPath([text])?.directionCode ?? '';
}

const codeOfPath = (path: readonly string[]): string => path.map(codeOf).find((code) => code !== '') ?? '';

/** Whether a row belongs to what a sum speaks about. */
export function inScope(
  { level, name, path }: Pick<SumCheck, 'level' | 'name' | 'path'>,
  row: Pick<ReadCriterion, 'path'>,
): boolean {
  if (level === 'all') return true;
  if (level === 'direction') return codeOfPath(row.path) === name;
  if (level === 'section') return codeOfPath(row.path).startsWith(`${name}.`);
  return path.every((heading, i) => row.path[i] === heading);
}

/** Sum of points; tenths come out as written. */
function sumOf(rows: readonly ReadCriterion[]): number {
  return Math.round(rows.reduce((sum, { points }) => sum + (points ?? 0), 0) * 1_000) / 1_000;
}

/** «Итого: 25» without a word more: the whole when it fits or only one direction is there, else the direction above. */
function settled(stated: Stated, rows: readonly ReadCriterion[]): Stated {
  if (stated.level !== 'all' || stated.name === '') return stated;
  const inDirection = sumOf(rows.filter((row) => inScope({ ...stated, level: 'direction' }, row)));
  const codes = new Set(rows.map(({ path }) => codeOfPath(path)));
  if (stated.points === inDirection && (stated.points !== sumOf(rows) || codes.size === 1))
    return { ...stated, level: 'direction' };
  return { ...stated, name: '' };
}

/** Each stated sum beside what was read. */
export function checksOf(stated: readonly Stated[], rows: readonly ReadCriterion[]): SumCheck[] {
  return stated.map((one) => {
    const { points, ...where } = settled(one, rows);
    return checked({ ...where, stated: points }, rows);
  });
}

function checked(check: Omit<SumCheck, 'sum' | 'ok'>, rows: readonly ReadCriterion[]): SumCheck {
  const sum = sumOf(rows.filter((row) => inScope(check, row)));
  return { ...check, sum, ok: sum === check.stated };
}

/** The document with its sums counted anew from its rows as they are now. */
export function recounted(document: CriteriaDocument): CriteriaDocument {
  return { ...document, checks: document.checks.map((check) => checked(check, document.positions)) };
}
