import type { ComponentKind, Pack, PackEntry } from '../../model/pack.ts';
import { kindOf } from '../components.ts';

/** A position of the pack with the numbers of its headings, for comparing places without texts. */
export interface Located {
  readonly entry: PackEntry;
  readonly direction: number;
  /** Number of the track and of the component in the whole pack. */
  readonly track: number;
  readonly component: number;
  readonly kind: ComponentKind | null;
}

/** All positions of a pack in its own order. */
export function locate(pack: Pack): Located[] {
  const out: Located[] = [];
  let track = 0;
  let component = 0;
  pack.directions.forEach((direction, d) => {
    for (const packTrack of direction.tracks) {
      for (const part of packTrack.components) {
        const kind = kindOf(part);
        for (const position of part.positions) {
          const entry = { position, component: part, track: packTrack, direction, order: out.length };
          out.push({ entry, direction: d, track, component, kind });
        }
        component++;
      }
      track++;
    }
  });
  return out;
}
