import type { Pack, PackEntry } from '../model/pack.ts';
import { openPack } from './open.ts';
import type { PackIndex } from './types.ts';

/** A line the address bar offers. */
export interface Suggested {
  /** What is searched for when the line is chosen. */
  readonly content: string;
  readonly description: string;
}

/** How long opened packs stay in memory between keystrokes, in milliseconds. */
const KEPT_MS = 30_000;

/**
 * Criteria for words typed into the address bar. Packs are read once for a spell of typing; the user's own and the
 * official ones come before training ones, and a text that several packs have is offered once.
 */
export function suggestions(
  load: () => Promise<readonly Pack[]>,
  now: () => number = Date.now,
): (query: string, most: number) => Promise<Suggested[]> {
  let opened: Promise<readonly PackIndex[]> | null = null;
  let until = 0;
  const indexes = (): Promise<readonly PackIndex[]> => {
    if (opened === null || now() > until) {
      opened = load().then((packs) => [...packs].sort(byWorth).map(openPack));
      until = now() + KEPT_MS;
      opened.catch(() => {
        opened = null;
      });
    }
    return opened;
  };
  return async (query, most) => {
    if (query.trim().length < 2) return [];
    const found = new Map<string, Suggested>();
    for (const { entry } of searchAll(await indexes(), query, most)) {
      const { position, direction, track } = entry;
      // The code keeps equal texts of different directions apart, and narrows the search that follows.
      const content = `${direction.code} ${position.text}`;
      const points = position.points === null ? '' : ` (${String(position.points).replace('.', ',')})`;
      const description = xmlText(`${direction.code} › ${track.name} — ${position.text}${points}`);
      if (!found.has(content)) found.set(content, { content, description });
    }
    return [...found.values()];
  };
}

/** A position found, with the pack it is of. */
export interface Found {
  readonly index: PackIndex;
  readonly entry: PackEntry;
}

/**
 * Search through several packs: the best of each in turn, so that a pack of few positions does not crowd out the one
 * that has what is looked for. The same text of one track is given once, from the pack that comes first.
 */
export function searchAll(indexes: readonly PackIndex[], query: string, most: number): Found[] {
  const lists = indexes.map((index) => index.search(query, most).map((entry) => ({ index, entry })));
  const found = new Map<string, Found>();
  for (let rank = 0; rank < most && found.size < most; rank++)
    for (const list of lists) {
      const one = list[rank];
      if (!one) continue;
      const { direction, track, component, position } = one.entry;
      const key = [direction.code, track.name, component.name, position.text].join('|');
      if (!found.has(key)) found.set(key, one);
    }
  return [...found.values()].slice(0, most);
}

const WORTH: Readonly<Record<Pack['kind'], number>> = { official: 0, skeleton: 1, training: 2 };

/** The user's official packs first, training ones last, later years before earlier ones. */
export function byWorth(a: Pack, b: Pack): number {
  return WORTH[a.kind] - WORTH[b.kind] || Number(b.complete) - Number(a.complete) || b.year - a.year;
}

/** Chromium reads descriptions as XML and takes no line with a stray «<»; Firefox shows them as they are. */
function xmlText(text: string): string {
  return text.replace(/[&<>"'\p{Cc}]/gu, ' ');
}
