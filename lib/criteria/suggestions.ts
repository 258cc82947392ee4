import type { Pack } from '../model/pack.ts';
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
    for (const index of await indexes()) {
      for (const { position, direction, track } of index.search(query, most)) {
        // The code keeps equal texts of different directions apart, and narrows the search that follows.
        const content = `${direction.code} ${position.text}`;
        const points = position.points === null ? '' : ` (${String(position.points).replace('.', ',')})`;
        if (!found.has(content))
          found.set(content, {
            content,
            description: xmlText(`${direction.code} › ${track.name} — ${position.text}${points}`),
          });
      }
      if (found.size >= most) break;
    }
    return [...found.values()].slice(0, most);
  };
}

const WORTH: Readonly<Record<Pack['kind'], number>> = { official: 0, skeleton: 1, training: 2 };

function byWorth(a: Pack, b: Pack): number {
  return WORTH[a.kind] - WORTH[b.kind] || Number(b.complete) - Number(a.complete) || b.year - a.year;
}

/** Chromium reads descriptions as XML and takes no line with a stray «<»; Firefox shows them as they are. */
function xmlText(text: string): string {
  return text.replace(/[&<>"'\p{Cc}]/gu, ' ');
}
