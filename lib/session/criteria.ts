import type { Position } from '../model/form.ts';
import { addressKey } from '../reference/address.ts';
import type { SessionState } from './state.ts';
import type { Background } from './types.ts';

/** Longest text sent for matching: no criterion is longer, and a page may hold anything. */
export const LONGEST_TEXT = 4000;

/**
 * Asks the background for the criteria of all positions and puts the answer into the state. Gives the positions of which
 * something else is known now.
 */
export async function loadCriteria(
  state: SessionState,
  background: Background,
): Promise<ReadonlySet<string>> {
  const form = state.live.current();
  const positions = form.positions;
  const reply = await background('criteria.match', {
    mechanism: form.mechanism,
    positions: positions.map(({ path, text }) => ({
      path: path.slice(-20).map((heading) => heading.slice(0, LONGEST_TEXT)),
      text: text.slice(0, LONGEST_TEXT),
    })),
  });
  const before = state.criteria;
  const said = everyPosition(state);
  state.criteria = new Map(
    positions.flatMap((position, index) => {
      const facts = reply.facts[index];
      return facts ? [[position.id, facts] as const] : [];
    }),
  );
  state.pack = reply.pack;
  state.harmfulPhrases = reply.harmfulPhrases;
  state.noLowSchools = reply.settings.noLowSchools;
  state.matched = true;
  const same = said === everyPosition(state);
  const isSame = (id: string): boolean =>
    same && JSON.stringify(before.get(id)) === JSON.stringify(state.criteria.get(id));
  return new Set(positions.flatMap(({ id }) => (isSame(id) ? [] : [id])));
}

/** What is known that every position's findings may depend on. */
function everyPosition({ matched, pack, harmfulPhrases, noLowSchools }: SessionState): string {
  return JSON.stringify([matched, pack, harmfulPhrases, noLowSchools]);
}

/** The criterion a position is matched with, as a request names it; nothing where there is none. */
export function criterionAsked(
  state: SessionState,
  positionId: string,
): { criterion?: { packId: string; criterionId: string } } {
  const criterionId = state.criteria.get(positionId)?.criterionId;
  return criterionId && state.pack ? { criterion: { packId: state.pack.id, criterionId } } : {};
}

/** Asks the library about addresses of these positions that were not asked about before; ids whose facts came. */
export async function loadDocuments(
  state: SessionState,
  background: Background,
  asked: Set<string>,
  positions: readonly Position[],
): Promise<string[]> {
  const wanted = new Map<string, Set<string>>();
  for (const position of positions)
    for (const row of position.rows) {
      const key = row.url.trim() === '' ? '' : addressKey(row.url);
      if (key === '' || asked.has(key)) continue;
      const ids = wanted.get(key) ?? new Set();
      wanted.set(key, ids.add(position.id));
    }
  if (wanted.size === 0) return [];
  for (const key of wanted.keys()) asked.add(key);
  const { facts } = await background('library.facts', { addressKeys: [...wanted.keys()] });
  const changed = new Set<string>();
  for (const [key, found] of Object.entries(facts)) {
    state.documents.set(key, found);
    for (const id of wanted.get(key) ?? []) changed.add(id);
  }
  return [...changed];
}
