import type { Pack, PackEntry } from '../model/pack.ts';
import { hash } from '../reference/identity.ts';
import { collapse } from '../reference/text.ts';
import { linkYears, type YearLink } from './years.ts';

/** What a position was in the years before: for cards, and for the documents that confirmed it then. */

/** Links kept between calls: a card asks for the same two packs again and again. */
const kept = new Map<string, readonly YearLink[]>();
const MOST_KEPT = 4;

function linksOf(earlier: Pack, pack: Pack): readonly YearLink[] {
  const key = [earlier, pack].map((one) => `${one.id} ${hash(JSON.stringify(one))}`).join('|');
  const known = kept.get(key);
  if (known) return known;
  const links = linkYears(earlier, pack);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, links);
  return links;
}

/** Earlier packs of the mechanism, the latest first. Training texts are compared with training texts only. */
function earlierPacks(pack: Pack, packs: readonly Pack[]): Pack[] {
  const training = pack.kind === 'training';
  return packs
    .filter(
      (one) =>
        one.mechanism === pack.mechanism && one.year < pack.year && (one.kind === 'training') === training,
    )
    .sort((a, b) => b.year - a.year);
}

/** How a position differs from what it was; null fields did not change. */
export interface Earlier {
  readonly year: number;
  /** The text of then. */
  readonly text: string;
  readonly points: number | null;
  /** The criterion of then; '' when that pack had none. */
  readonly criterion: string;
  readonly changed: readonly ('text' | 'points' | 'criterion')[];
}

/**
 * What changed since the latest earlier pack that has the position; null when nothing did or no pack knows it.
 * `newSince`: the year of the complete pack that had no such position.
 */
export function earlierOf(
  pack: Pack,
  criterionId: string,
  packs: readonly Pack[],
): { earlier: Earlier | null; newSince: number | null } {
  for (const before of earlierPacks(pack, packs)) {
    const link = linksOf(before, pack).find(({ to }) => to.position.id === criterionId);
    if (link) return { earlier: differenceOf(before.year, link), newSince: null };
    if (before.complete) return { earlier: null, newSince: before.year };
  }
  return { earlier: null, newSince: null };
}

function differenceOf(year: number, { from, to }: YearLink): Earlier | null {
  const [was, now] = [from.position, to.position];
  const changed: Earlier['changed'][number][] = [];
  if (collapse(was.text) !== collapse(now.text)) changed.push('text');
  if (was.points !== null && now.points !== null && was.points !== now.points) changed.push('points');
  if (was.criterion !== '' && now.criterion !== '' && collapse(was.criterion) !== collapse(now.criterion))
    changed.push('criterion');
  if (changed.length === 0) return null;
  return { year, text: was.text, points: was.points, criterion: was.criterion, changed };
}

/** A position as an earlier pack has it: text and headings. */
export interface FormerPlace {
  readonly text: string;
  readonly path: readonly string[];
}

/**
 * How a position read and where it stood in earlier packs, and in the wordings the pack itself keeps: documents that
 * were used under those names confirmed this position.
 */
export function formerPlaces(pack: Pack, entry: PackEntry, packs: readonly Pack[]): FormerPlace[] {
  const path = pathOf(entry);
  const wordings = [entry.position.text, ...(entry.position.aliases ?? [])].map((text) => ({ text, path }));
  const earlier = earlierPacks(pack, packs).flatMap((before) =>
    linksOf(before, pack)
      .filter(({ to }) => to.position.id === entry.position.id)
      .flatMap(({ from }) =>
        [from.position.text, ...(from.position.aliases ?? [])].map((text) => ({ text, path: pathOf(from) })),
      ),
  );
  return [...wordings, ...earlier];
}

function pathOf({ direction, track, component }: PackEntry): string[] {
  return [`${direction.code}. ${direction.name}`, track.name, component.name];
}
