import type { Pack, PackPosition } from '../model/pack.ts';

/** An edited pack saved over one that was changed meanwhile (a position confirmed on the form): nobody's change is lost. */

const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Fields the editor changed, over the stored ones. `base` is what the editing began with. */
function merged<T extends object>(base: T, edited: T, stored: T): T {
  const out = { ...stored };
  for (const key of Object.keys(edited) as (keyof T)[])
    if (!alike(base[key], edited[key])) out[key] = edited[key];
  return out;
}

function positionsOf(pack: Pack): Map<string, PackPosition> {
  return new Map(
    pack.directions.flatMap(({ tracks }) =>
      tracks.flatMap(({ components }) =>
        components.flatMap(({ positions }) => positions.map((position) => [position.id, position] as const)),
      ),
    ),
  );
}

/**
 * What is to be saved when `edited` was made of `base` while the store came to hold `stored`: field by field what the
 * editor changed, else what is stored. The editor neither adds nor removes positions.
 */
export function mergeEdited(base: Pack, edited: Pack, stored: Pack): Pack {
  const [before, now] = [positionsOf(base), positionsOf(stored)];
  const directions = edited.directions.map((direction) => ({
    ...direction,
    tracks: direction.tracks.map((track) => ({
      ...track,
      components: track.components.map((component) => ({
        ...component,
        positions: component.positions.map((position) => {
          const [was, kept] = [before.get(position.id), now.get(position.id)];
          return was && kept ? merged(was, position, kept) : position;
        }),
      })),
    })),
  }));
  const own = merged(
    { ...base, directions: [] },
    { ...edited, directions: [] },
    { ...stored, directions: [] },
  );
  return { ...own, directions };
}
