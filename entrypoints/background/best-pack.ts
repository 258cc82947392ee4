import { openPack } from '../../lib/criteria/open.ts';
import type { Matchable, PackIndex } from '../../lib/criteria/types.ts';
import type { Mechanism } from '../../lib/model/form.ts';
import type { Pack } from '../../lib/model/pack.ts';

/** Positions tried to tell which pack fits; more would not change the answer. */
const SAMPLE = 120;

/**
 * The pack for a form: the one that knows the largest share of its positions, where a pack the user chose stands for
 * its mechanism and year. Official packs win over training ones, and later years over earlier, where the shares are equal.
 * Null when no pack of the mechanism knows any of them.
 */
export function bestPack(
  packs: readonly Pack[],
  mechanism: Mechanism | null,
  positions: readonly Matchable[],
  chosen: (mechanism: Mechanism, year: number) => string | null,
): PackIndex | null {
  const fitting = packs.filter((pack) => mechanism === null || pack.mechanism === mechanism);
  const isChosen = (pack: Pack): boolean => chosen(pack.mechanism, pack.year) === pack.id;
  const wanted = fitting.filter(isChosen);
  // A choice is for its mechanism and year: last year's stands in the way of its rivals only, not of this year's pack.
  const left = fitting.filter((pack) => {
    const id = chosen(pack.mechanism, pack.year);
    return id === null || id === pack.id || !fitting.some((one) => one.id === id);
  });
  const step = Math.max(1, Math.floor(positions.length / SAMPLE));
  const sample = positions.filter((_position, index) => index % step === 0);
  const rated = left.map((pack) => {
    const index = openPack(pack);
    const known = index.match(sample).reduce((sum, match) => sum + (match?.certainty ?? 0), 0);
    return {
      index,
      known,
      chosen: isChosen(pack) ? 1 : 0,
      official: pack.kind === 'official' ? 1 : 0,
      year: pack.year,
    };
  });
  rated.sort(
    (a, b) => b.known - a.known || b.official - a.official || b.year - a.year || b.chosen - a.chosen,
  );
  const best = rated[0];
  if (best && best.known > 0) return best.index;
  // Nothing is known of the form: the user's word decides.
  return (rated.find((one) => one.chosen === 1) ?? (wanted.length > 0 ? best : undefined))?.index ?? null;
}
