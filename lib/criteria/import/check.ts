import type { Pack, PackDirection } from '../../model/pack.ts';
import type { CriteriaDocument } from './types.ts';

/** One sum or count of a pack beside what is known of that mechanism and year. */
export interface KnownCheck {
  readonly what: 'direction' | 'section' | 'all' | 'tracks';
  /** Code of the direction or section; '' for the whole. */
  readonly code: string;
  readonly name: string;
  readonly known: number;
  readonly found: number;
  readonly ok: boolean;
}

/** Points of a direction, position by position. */
export function pointsOfDirection(direction: PackDirection): number {
  return direction.tracks
    .flatMap((track) => track.components.flatMap((component) => component.positions))
    .reduce((sum, { points }) => sum + (points ?? 0), 0);
}

/**
 * Compares a pack's positions with the maxima and the number of tracks known for its mechanism and year (a built-in
 * pack). What is not known is not checked. Sections and the whole are checked only when all their directions are
 * there.
 */
export function checkSums(pack: Pack, known: Pack): KnownCheck[] {
  const checks: KnownCheck[] = [];
  const add = (
    what: KnownCheck['what'],
    code: string,
    name: string,
    max: number | null,
    found: number,
  ): void => {
    if (max !== null) checks.push({ what, code, name, known: max, found, ok: max === found });
  };
  const sums = new Map(pack.directions.map((direction) => [direction.code, pointsOfDirection(direction)]));
  for (const { code, name, max } of known.directions) {
    const found = sums.get(code);
    if (found !== undefined) add('direction', code, name, max, found);
  }
  const whole = (prefix: string): number | null => {
    const codes = known.directions.map(({ code }) => code).filter((code) => code.startsWith(prefix));
    if (codes.length === 0 || codes.some((code) => !sums.has(code))) return null;
    return codes.reduce((sum, code) => sum + (sums.get(code) ?? 0), 0);
  };
  for (const { code, name, max } of known.sections) {
    const found = whole(`${code}.`);
    if (found !== null) add('section', code, name, max, found);
  }
  const all = whole('');
  if (all !== null) {
    add('all', '', known.title, known.max, all);
    const tracks = pack.directions.reduce((sum, { tracks: list }) => sum + list.length, 0);
    add('tracks', '', '', known.tracksTotal, tracks);
  }
  return checks;
}

/**
 * Codes that stand before more than one position, with the places: a slip of the document, or a row read twice. Short
 * numbers begin anew in each table; they count only below the same headings.
 */
export function repeatedCodes({
  positions,
}: Pick<CriteriaDocument, 'positions'>): { code: string; places: string[] }[] {
  const places = new Map<string, { code: string; places: string[] }>();
  for (const { number, path, place } of positions) {
    if (number === '') continue;
    const key = number.split('.').length >= 3 ? number : [...path, number].join('\n');
    const known = places.get(key);
    if (known) known.places.push(place);
    else places.set(key, { code: number, places: [place] });
  }
  return [...places.values()].filter((one) => one.places.length > 1);
}
