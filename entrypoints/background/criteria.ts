import { cycleOf } from '../../lib/criteria/components.ts';
import { factsFor } from '../../lib/criteria/facts.ts';
import { openPack } from '../../lib/criteria/open.ts';
import type { PackIndex } from '../../lib/criteria/types.ts';
import type { Handlers } from '../../lib/messages/listen.ts';
import type { Pack } from '../../lib/model/pack.ts';
import { loadAllPacks, packById } from '../../lib/packs/packs.ts';
import { chosenPack, type SettingsStore } from '../../lib/settings/settings.ts';
import { bestPack } from './best-pack.ts';

/** Criteria for forms. The pack opened last stays in memory; when the worker died it is read again. */
export function criteriaHandlers(settings: SettingsStore): Handlers<'criteria.match' | 'criteria.card'> {
  let last: PackIndex | null = null;
  const indexOf = async (packId: string): Promise<PackIndex | null> => {
    if (last?.pack.id === packId) return last;
    const pack = await packById(packId);
    last = pack ? openPack(pack) : null;
    return last;
  };
  return {
    async 'criteria.match'({ mechanism, positions }) {
      const [chosen, packs] = await Promise.all([settings.read(), loadAllPacks()]);
      const index = bestPack(packs, mechanism, positions, (kind, year) => chosenPack(chosen, kind, year));
      last = index;
      return {
        pack: index && summary(index.pack),
        facts: factsFor(index, positions).map(({ facts }) => facts),
        harmfulPhrases: index?.pack.harmfulPhrases ?? [],
        settings: { noLowSchools: chosen.noLowSchools, drafts: chosen.drafts },
      };
    },
    async 'criteria.card'({ packId, criterionId }) {
      const index = await indexOf(packId);
      const entry = index?.byId(criterionId);
      if (!index || !entry) return null;
      const { position, component, track, direction } = entry;
      return {
        criterionId,
        text: position.text,
        criterion: position.criterion,
        points: position.points,
        mistakes: position.mistakes ?? [],
        advice: position.advice ?? '',
        source: position.source ?? index.pack.source,
        pack: summary(index.pack),
        direction: { code: direction.code, name: direction.name },
        track: track.name,
        component: component.name,
        cycle: cycleOf(track).map(({ name, kind, positionIds }) => ({
          name,
          kind,
          criterionIds: positionIds,
        })),
      };
    },
  };
}

function summary({ id, title, mechanism, year, kind, complete }: Pack) {
  return { id, title, mechanism, year, kind, complete };
}
