import type { Pack } from '../model/pack.ts';
import { Matcher } from './match/matcher.ts';
import { searchPack } from './search.ts';
import type { PackIndex } from './types.ts';

/**
 * Prepares a pack for matching and search: once a pack, a few milliseconds for 400 positions.
 * Knows neither page nor storage; the pack must have passed `loadPack`.
 */
export function openPack(pack: Pack): PackIndex {
  const matcher = new Matcher(pack);
  const entries = matcher.located.map(({ entry }) => entry);
  const byId = new Map(entries.map((entry) => [entry.position.id, entry]));
  let search: ReturnType<typeof searchPack> | null = null;
  return {
    pack,
    entries,
    byId: (id) => byId.get(id) ?? null,
    match: (positions) => matcher.match(positions),
    place: (path) => matcher.place(path),
    search: (query, limit) => {
      search ??= searchPack(entries);
      return search(query, limit);
    },
  };
}
