import type { Pack, PackEntry, PackPosition } from '../model/pack.ts';
import { collapse } from '../reference/text.ts';
import { locate } from './match/entries.ts';
import { CERTAIN_FROM, Matcher } from './match/matcher.ts';

/** A position of one pack and what it is in another one. */
export interface YearLink {
  readonly from: PackEntry;
  readonly to: PackEntry;
  readonly certainty: number;
}

const pathOf = ({ direction, track, component }: PackEntry): string[] => [
  `${direction.code}. ${direction.name}`,
  track.name,
  component.name,
];

/**
 * Links the positions of `from` (last year) to those of `to` (this year), by the same matcher as forms. Tracks that
 * were renamed do no harm: what is not found at its place is looked for by its text alone within the direction.
 */
export function linkYears(from: Pack, to: Pack): YearLink[] {
  const matcher = new Matcher(to);
  const entries = locate(from).map(({ entry }) => entry);
  const first = matcher.match(entries.map((entry) => ({ path: pathOf(entry), text: entry.position.text })));
  const taken = new Set(
    first.flatMap((match) => (match && match.certainty >= CERTAIN_FROM ? [match.entry.order] : [])),
  );
  const second = matcher.match(
    entries.map((entry) => ({ path: pathOf(entry).slice(0, 1), text: entry.position.text })),
  );
  return entries.flatMap((entry, i): YearLink[] => {
    const sure = first[i];
    if (sure && sure.certainty >= CERTAIN_FROM)
      return [{ from: entry, to: sure.entry, certainty: sure.certainty }];
    const loose = [second[i], sure].find((match) => match && !taken.has(match.entry.order));
    if (!loose) return [];
    taken.add(loose.entry.order);
    return [{ from: entry, to: loose.entry, certainty: loose.certainty }];
  });
}

/** How a direction's weight moved between two packs. Shares are of the section («1.», «2.»), 0…1. */
export interface Weight {
  readonly code: string;
  readonly name: string;
  readonly before: { readonly max: number; readonly share: number } | null;
  readonly after: { readonly max: number; readonly share: number } | null;
}

function shares(pack: Pack): Map<string, { max: number; share: number }> {
  const sums = new Map<string, number>();
  for (const { code, max } of pack.directions)
    sums.set(code.slice(0, 1), (sums.get(code.slice(0, 1)) ?? 0) + (max ?? 0));
  return new Map(
    pack.directions.flatMap(({ code, max }) => {
      const sum =
        pack.sections.find((section) => section.code === code.slice(0, 1))?.max ?? sums.get(code.slice(0, 1));
      return max === null || !sum ? [] : [[code, { max, share: max / sum }] as const];
    }),
  );
}

/** Table of weights of two packs, by direction code: 1.4 went from 24.6 % (2021) to 63.5 % (2022). */
export function weights(before: Pack, after: Pack): Weight[] {
  const [old, now] = [shares(before), shares(after)];
  const names = new Map([...before.directions, ...after.directions].map(({ code, name }) => [code, name]));
  return [...names.keys()].sort().map((code) => ({
    code,
    name: names.get(code) ?? '',
    before: old.get(code) ?? null,
    after: now.get(code) ?? null,
  }));
}

/** What changed between two packs of the same kind (an edited or a newer one). */
export interface PackDifference {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly before: PackEntry | null;
  readonly after: PackEntry | null;
  /** Fields that changed: `text`, `criterion`, `points`, `place`, … */
  readonly fields: readonly string[];
}

const FIELDS: readonly (keyof PackPosition)[] = [
  'text',
  'criterion',
  'points',
  'aliases',
  'mistakes',
  'advice',
];

function changedFields(a: PackEntry, b: PackEntry): string[] {
  const fields: string[] = FIELDS.filter(
    (field) => JSON.stringify(a.position[field] ?? null) !== JSON.stringify(b.position[field] ?? null),
  );
  if (pathOf(a).join('|') !== pathOf(b).join('|')) fields.push('place');
  return fields;
}

/** Differences of two packs: by id where ids stay, else by text and place. Order of `after`, removed ones last. */
export function diffPacks(before: Pack, after: Pack): PackDifference[] {
  const old = locate(before).map(({ entry }) => entry);
  const now = locate(after).map(({ entry }) => entry);
  const byId = new Map(old.map((entry) => [entry.position.id, entry]));
  const partner = new Map<PackEntry, PackEntry>();
  for (const entry of now) {
    const same = byId.get(entry.position.id);
    if (same) partner.set(entry, same);
  }
  const paired = new Set(partner.values());
  if (paired.size < Math.min(old.length, now.length)) {
    const nowByOrder = new Map(now.map((entry) => [entry.order, entry]));
    for (const { from, to } of linkYears(before, after)) {
      const entry = nowByOrder.get(to.order);
      const mine = old[from.order];
      if (entry && mine && !partner.has(entry) && !paired.has(mine)) {
        partner.set(entry, mine);
        paired.add(mine);
      }
    }
  }
  const out: PackDifference[] = [];
  for (const entry of now) {
    const same = partner.get(entry) ?? null;
    if (!same) out.push({ kind: 'added', before: null, after: entry, fields: [] });
    else {
      const fields = changedFields(same, entry);
      if (fields.length > 0) out.push({ kind: 'changed', before: same, after: entry, fields });
    }
  }
  for (const entry of old)
    if (!paired.has(entry)) out.push({ kind: 'removed', before: entry, after: null, fields: [] });
  return out;
}

/**
 * Attaches the criteria of an imported pack to a skeleton, keeping the skeleton's ids, so that uses, drafts and notes
 * stay. Positions the imported pack does not have keep what they had.
 */
export function attachCriteria(skeleton: Pack, official: Pack): Pack {
  const found = new Map(
    linkYears(skeleton, official)
      .filter(({ certainty }) => certainty >= CERTAIN_FROM)
      .map(({ from, to }) => [from.position.id, to.position]),
  );
  const directions = skeleton.directions.map((direction) => ({
    ...direction,
    max: official.directions.find(({ code }) => code === direction.code)?.max ?? direction.max,
    tracks: direction.tracks.map((track) => ({
      ...track,
      components: track.components.map((component) => ({
        ...component,
        positions: component.positions.map((position) => {
          const text = found.get(position.id);
          return text ? withTextOf(position, text) : position;
        }),
      })),
    })),
  }));
  const max = directions.every((direction) => direction.max !== null)
    ? directions.reduce((sum, direction) => sum + (direction.max ?? 0), 0)
    : skeleton.max;
  return { ...skeleton, directions, source: official.source, max };
}

/** The official text under the skeleton's id; the form's own wording stays as another one. */
function withTextOf(position: PackPosition, official: PackPosition): PackPosition {
  const others = [...(position.aliases ?? []), ...(official.aliases ?? []), position.text];
  const aliases = [...new Set(others)].filter((text) => collapse(text) !== collapse(official.text));
  return { ...official, id: position.id, ...(aliases.length > 0 && { aliases }) };
}

/**
 * Texts of the official file for a skeleton: `attached` positions got theirs, `left` have none yet. A skeleton with all
 * its texts is a pack as official as the file.
 */
export function attachTexts(skeleton: Pack, official: Pack): { pack: Pack; attached: number; left: number } {
  const pack = attachCriteria(skeleton, official);
  const sources = locate(pack).map(({ entry }) => entry.position.source);
  const attached = sources.filter((source) => source !== undefined).length;
  const left = sources.length - attached;
  return {
    pack: left === 0 ? { ...pack, kind: official.kind, complete: official.complete } : pack,
    attached,
    left,
  };
}
