import { openPack } from '../criteria/open.ts';
import type { Matchable } from '../criteria/types.ts';
import { PACK_FORMAT, type Pack, type PackDirection } from '../model/pack.ts';
import { headingKey } from '../reference/identity.ts';

/** Where a position of the table goes: index among the targets, and how sure that is. */
export interface Alignment {
  readonly target: number;
  /** 0…1; 1 is certain. */
  readonly certainty: number;
}

/** From this certainty on a match needs no confirmation. */
export const SURE_FROM = 0.8;

/**
 * Positions of a table against those of a form, by text and place together and in the order of both: the same
 * matching that finds criteria. null where nothing fits.
 */
export function alignPositions(
  positions: readonly Matchable[],
  targets: readonly Matchable[],
): readonly (Alignment | null)[] {
  const { pack, order } = asPack(targets);
  return openPack(pack)
    .match(positions)
    .map((match) =>
      match ? { target: order[match.entry.order] as number, certainty: match.certainty } : null,
    );
}

/** Targets as a pack, and for each position of the pack the index of its target (headings may come again later). */
function asPack(targets: readonly Matchable[]): { pack: Pack; order: number[] } {
  const directions: PackDirection[] = [];
  const indexes = new Map<PackDirection['tracks'][number]['components'][number], number[]>();
  targets.forEach((target, index) => {
    const [direction = '', track = '', component = ''] = target.path.slice(-3);
    const inDirection = pick(directions, direction, (name) => ({
      code: /\d\.\d/.exec(name)?.[0] ?? '',
      name,
      max: null,
      tracks: [],
    }));
    const inTrack = pick(inDirection.tracks, track, (name) => ({ name, components: [] }));
    const inComponent = pick(inTrack.components, component, (name) => ({ name, kind: null, positions: [] }));
    inComponent.positions.push({ id: String(index), text: target.text, criterion: '', points: null });
    indexes.set(inComponent, [...(indexes.get(inComponent) ?? []), index]);
  });
  const order = directions.flatMap(({ tracks }) =>
    tracks.flatMap(({ components }) => components.flatMap((component) => indexes.get(component) ?? [])),
  );
  const pack: Pack = {
    format: PACK_FORMAT,
    id: 'targets',
    title: '',
    mechanism: 'mum',
    year: 0,
    kind: 'skeleton',
    complete: true,
    source: { title: '' },
    tracksTotal: null,
    max: null,
    sections: [],
    directions,
    calendar: [],
    harmfulPhrases: [],
  };
  return { pack, order };
}

/** The entry of that heading, made when it is new. */
function pick<T extends { name: string }>(list: T[], heading: string, make: (name: string) => T): T {
  const key = headingKey(heading);
  const known = list.find((entry) => headingKey(entry.name) === key);
  if (known) return known;
  const entry = make(heading);
  list.push(entry);
  return entry;
}
