import { criterionCard, packSummary, withAlias } from '../../lib/criteria/card.ts';
import { factsFor } from '../../lib/criteria/facts.ts';
import { type FormerPlace, formerPlaces } from '../../lib/criteria/former.ts';
import { openPack } from '../../lib/criteria/open.ts';
import type { PackIndex } from '../../lib/criteria/types.ts';
import type { Handlers } from '../../lib/messages/listen.ts';
import { loadAllPacks, packById, savePack } from '../../lib/packs/packs.ts';
import { chosenPack, type SettingsStore } from '../../lib/settings/settings.ts';
import { bestPack } from './best-pack.ts';

/** The year a criterion is for and how its position read in other years; null when the pack does not have it. */
export async function formersOf(asked: {
  packId: string;
  criterionId: string;
}): Promise<{ year: number; places: FormerPlace[] } | null> {
  const packs = await loadAllPacks();
  const pack = packs.find(({ id }) => id === asked.packId);
  const entry = pack && openPack(pack).byId(asked.criterionId);
  return pack && entry ? { year: pack.year, places: formerPlaces(pack, entry, packs) } : null;
}

/** Criteria for forms. The pack opened last stays in memory; when the worker died it is read again. */
export function criteriaHandlers(
  settings: SettingsStore,
): Handlers<'criteria.match' | 'criteria.card' | 'criteria.confirm'> {
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
        pack: index && packSummary(index.pack),
        facts: factsFor(index, positions).map(({ facts }) => facts),
        harmfulPhrases: index?.pack.harmfulPhrases ?? [],
        settings: { noLowSchools: chosen.noLowSchools, drafts: chosen.drafts },
      };
    },
    async 'criteria.card'({ packId, criterionId }) {
      const index = await indexOf(packId);
      return index ? criterionCard(index, criterionId, await loadAllPacks()) : null;
    },
    async 'criteria.confirm'({ packId, criterionId, text }) {
      const pack = await packById(packId);
      if (!pack) return { kept: false };
      last = null;
      await savePack(withAlias(pack, criterionId, text), new Date().toISOString());
      return { kept: true };
    },
  };
}
