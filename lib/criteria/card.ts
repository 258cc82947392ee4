import type { Pack } from '../model/pack.ts';
import { cycleOf } from './components.ts';
import { earlierOf } from './former.ts';
import type { PackIndex } from './types.ts';

/** What lists and cards say of a pack. */
export function packSummary({ id, title, mechanism, year, kind, complete }: Pack) {
  return { id, title, mechanism, year, kind, complete };
}

/** Everything a card shows of one criterion; null where the pack does not have it. */
export function criterionCard(index: PackIndex, criterionId: string, packs: readonly Pack[]) {
  const entry = index.byId(criterionId);
  if (!entry) return null;
  const { position, component, track, direction } = entry;
  return {
    criterionId,
    text: position.text,
    criterion: position.criterion,
    points: position.points,
    mistakes: position.mistakes ?? [],
    advice: position.advice ?? '',
    source: position.source ?? index.pack.source,
    pack: packSummary(index.pack),
    direction: { code: direction.code, name: direction.name },
    track: track.name,
    component: component.name,
    ...earlierOf(index.pack, criterionId, packs),
    cycle: cycleOf(track).map(({ name, kind, positionIds }) => ({ name, kind, criterionIds: positionIds })),
  };
}

/** The pack with one more wording of a position: what the user confirmed, so that it travels with the pack. */
export function withAlias(pack: Pack, criterionId: string, text: string): Pack {
  const directions = pack.directions.map((direction) => ({
    ...direction,
    tracks: direction.tracks.map((track) => ({
      ...track,
      components: track.components.map((component) => ({
        ...component,
        positions: component.positions.map((position) =>
          position.id === criterionId && !(position.aliases ?? []).includes(text)
            ? { ...position, aliases: [...(position.aliases ?? []), text] }
            : position,
        ),
      })),
    })),
  }));
  return { ...pack, directions };
}
