import { openPack } from '../../lib/criteria/open.ts';
import type { Matchable, PackIndex } from '../../lib/criteria/types.ts';
import type { Mechanism } from '../../lib/model/form.ts';
import type { Pack } from '../../lib/model/pack.ts';

/** Positions tried to tell which pack fits; more would not change the answer. */
const SAMPLE = 120;

/**
 * The pack for a form: the one the user chose for its mechanism and year, else the one that knows the largest share
 * of its positions. Official packs win over training ones, and later years over earlier, where the shares are equal.
 * Null when no pack of the mechanism knows any of them.
 */
export function bestPack(
  packs: readonly Pack[],
  mechanism: Mechanism | null,
  positions: readonly Matchable[],
  chosen: (mechanism: Mechanism, year: number) => string | null,
): PackIndex | null {
  const fitting = packs.filter((pack) => mechanism === null || pack.mechanism === mechanism);
  const wanted = fitting.filter((pack) => chosen(pack.mechanism, pack.year) === pack.id);
  const step = Math.max(1, Math.floor(positions.length / SAMPLE));
  const sample = positions.filter((_position, index) => index % step === 0);
  const rated = (wanted.length > 0 ? wanted : fitting).map((pack) => {
    const index = openPack(pack);
    const known = index.match(sample).reduce((sum, match) => sum + (match?.certainty ?? 0), 0);
    return { index, known, official: pack.kind === 'official' ? 1 : 0, year: pack.year };
  });
  rated.sort((a, b) => b.known - a.known || b.official - a.official || b.year - a.year);
  const best = rated[0];
  return best && (best.known > 0 || wanted.length > 0) ? best.index : null;
}
