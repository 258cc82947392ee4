import { headingKey } from '../reference/identity.ts';
import { stem, words } from './search/words.ts';

/** Where a position stands, reduced to what can be compared between years and layouts. */
export interface Place {
  readonly directionCode: string;
  readonly trackKey: string;
  readonly componentKey: string;
  /** Stems of the position's text. */
  readonly stems: ReadonlySet<string>;
}

/** «1.1» … «2.4» at the beginning of a heading: the number of a direction, not of a track («1.1.2»). */
const DIRECTION = /^\s*([12]\.[1-4])(?:\.(?!\d)|\.?\s|\.?$)/;

/** Reads a position's headings: the direction by its number, the track below it, the component last. */
export function placeOf(path: readonly string[], text: string): Place {
  const at = path.findIndex((heading) => DIRECTION.test(heading));
  const directionCode = at < 0 ? '' : ((path[at] as string).match(DIRECTION)?.[1] ?? '');
  const below = at < 0 ? path : path.slice(at + 1);
  const component = below.length > 1 ? (below[below.length - 1] as string) : '';
  const track = below[Math.max(0, below.length - 2)] ?? '';
  return {
    directionCode,
    trackKey: headingKey(track),
    componentKey: headingKey(component),
    stems: new Set(words(text).map(stem)),
  };
}

/** 0…1: how much two sets of stems share (Dice). */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  return (2 * common) / (a.size + b.size);
}

/** True when two places are the same position in different years: nearly the same words under the same track. */
export function samePosition(a: Place, b: Place): boolean {
  if (a.directionCode !== '' && b.directionCode !== '' && a.directionCode !== b.directionCode) return false;
  if (a.trackKey !== '' && b.trackKey !== '' && !sameHeading(a.trackKey, b.trackKey)) return false;
  return likeness(a.stems, b.stems) >= SAME_TEXT;
}

/** One word changed in a text of ten. Lower, and neighbours that differ by one word would be taken for each other. */
const SAME_TEXT = 0.9;
/** Headings change more between years: «… и социализации» comes and goes. */
const SAME_HEADING = 0.75;

/** True when two heading keys name the same track. */
export function sameHeading(a: string, b: string): boolean {
  if (a === b) return true;
  return likeness(new Set(a.split(' ').map(stem)), new Set(b.split(' ').map(stem))) >= SAME_HEADING;
}
