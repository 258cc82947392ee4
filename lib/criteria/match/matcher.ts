import type { Pack, PackDirection, PackTrack } from '../../model/pack.ts';
import type { Match, Matchable, PackPlace } from '../types.ts';
import { align, type Candidate } from './align.ts';
import { type Located, locate } from './entries.ts';
import { Headings, type Place } from './headings.ts';
import { TextIndex } from './texts.ts';
import type { VerdictKind } from './verdict.ts';
import { type Words, wordsOf } from './words.ts';

/** How a text of the index belongs to a position: its own text, an alias, or the item without its stem. */
type Form = 'text' | 'alias' | 'item';

interface Owner {
  readonly located: Located;
  readonly form: Form;
}

interface Option extends Candidate {
  readonly located: Located;
  readonly form: Form;
  readonly verdict: VerdictKind;
  readonly score: number;
  /** Some heading speaks against it. */
  readonly conflict: boolean;
}

/** Matches at least this certain need no confirmation. Sure matches are 1, whatever was forgiven. */
export const CERTAIN_FROM = 0.8;

/** Lead over the next candidate from which a choice counts as sure. */
const SURE_LEAD = 0.4;
/** Texts this much alike differ by typing errors only, and not by many. */
const CLEAN = 0.9;
/** Candidates a position keeps for the alignment. */
const MOST_OPTIONS = 24;

/** Finds the positions of one pack for the positions of a page. Built once a pack. */
export class Matcher {
  readonly located: readonly Located[];
  readonly texts = new TextIndex();
  readonly owners: Owner[][] = [];
  /** Index of each position's own text. */
  private readonly ownText: number[] = [];
  private readonly headings: Headings;
  private readonly pack: Pack;
  /** All tracks in the pack's order, those without positions too. */
  private readonly tracks: readonly { direction: PackDirection; track: PackTrack }[];

  constructor(pack: Pack) {
    this.pack = pack;
    this.tracks = pack.directions.flatMap((direction) =>
      direction.tracks.map((track) => ({ direction, track })),
    );
    this.located = locate(pack);
    this.headings = new Headings(pack);
    for (const located of this.located) {
      const { text, aliases } = located.entry.position;
      this.ownText.push(this.own(text, located, 'text'));
      for (const alias of aliases ?? []) this.own(alias, located, 'alias');
      const item = itemOf(text);
      if (item) this.own(item, located, 'item');
    }
  }

  /** See `PackIndex.place`. */
  place(path: readonly string[]): PackPlace | null {
    const place = this.headings.place(path);
    const direction = place.direction === null ? null : (this.pack.directions[place.direction] ?? null);
    const tracks = this.tracks.filter((_, i) => place.tracks.has(i));
    const inside = direction ? tracks.filter((one) => one.direction === direction) : tracks;
    const only = inside.length === 1 ? (inside[0] ?? null) : null;
    if (!direction && !only && place.kind === null) return null;
    return {
      direction: direction ?? only?.direction ?? null,
      track: only?.track ?? null,
      component: place.kind,
    };
  }

  private own(text: string, located: Located, form: Form): number {
    const id = this.texts.add(wordsOf(text));
    const list = this.owners[id];
    if (!list) this.owners[id] = [{ located, form }];
    else if (!list.some((owner) => owner.located === located)) list.push({ located, form });
    return id;
  }

  /** See `PackIndex.match`. */
  match(positions: readonly Matchable[]): (Match | null)[] {
    const places = positions.map(({ path }) => this.headings.place(path));
    let before = -1;
    const options = positions.map((position, i) => {
      const list = this.options(position, places[i] as Place, before);
      const best = list.reduce<Option | null>((a, b) => (a && a.fit >= b.fit ? a : b), null);
      before = best && !best.conflict ? best.order : before + 1;
      return list;
    });
    const choices = align(options);
    const matches = options.map((list, i): (Match & { option: Option }) | null => {
      const choice = choices[i];
      if (!choice) return null;
      const option = list[choice.index] as Option;
      return { option, ...settle(option, choice.lead, places[i] as Place, this.isRepeated(option)) };
    });
    return this.oneEach(positions, matches);
  }

  /** True when the position's text stands elsewhere in the pack, too. */
  private isRepeated({ located }: Option): boolean {
    return (this.owners[this.ownText[located.entry.order] as number]?.length ?? 0) > 1;
  }

  /**
   * The position that comes next in the pack, when headings and text say that it is this one: pages keep the pack's
   * order mostly, and then nothing has to be searched. Only what no other text could explain as well is taken: few
   * errors, no word that differs, and the very track or component.
   */
  private next(query: Words, place: Place, before: number): Option | null {
    const located = this.located[before + 1];
    if (!located || !(place.tracks.has(located.track) || place.components.has(located.component)))
      return null;
    const exact = this.texts.exact(query);
    if (exact !== null) return null;
    const { kind, score } = this.texts.judge(query, this.ownText[before + 1] as number);
    if (kind !== 'same' || score < CLEAN) return null;
    const option = weigh(located, 'text', kind, score, place);
    return option.conflict ? null : option;
  }

  /** Candidates of one position, each judged by text and place. `before`: place of the last sure one in the pack. */
  private options(position: Matchable, place: Place, before: number): Option[] {
    const words = wordsOf(position.text);
    if (words.list.length === 0) return [];
    const queries: Words[] = [];
    if (place.stem) queries.push(wordsOf(`${place.stem} ${position.text}`));
    queries.push(words);
    const next = this.next(queries[0] as Words, place, before);
    if (next) return [next];
    const item = itemOf(position.text);
    if (item) queries.push(wordsOf(item));
    const found = new Map<Located, Option>();
    for (const [q, query] of queries.entries()) {
      const byItem = item !== null && q === queries.length - 1;
      for (const hit of this.texts.find(query)) {
        for (const { located, form } of this.owners[hit.id] ?? []) {
          // Item against item says nothing of the stems, which may differ.
          if (byItem && form === 'item') continue;
          const option = weigh(located, byItem ? 'item' : form, hit.kind, hit.score, place);
          const other = found.get(located);
          if (!other || option.fit > other.fit) found.set(located, option);
        }
      }
      const good = [...found.values()].some(({ verdict, conflict }) => verdict === 'same' && !conflict);
      if (good) break;
    }
    let list = [...found.values()];
    // A text that is there word for word leaves no room for similar ones.
    if (list.some(({ verdict, conflict }) => verdict === 'same' && !conflict))
      list = list.filter(({ verdict }) => verdict === 'same');
    else if (list.some(({ verdict, conflict }) => verdict === 'prefix' && !conflict))
      list = list.filter(({ verdict }) => verdict !== 'near');
    if (list.length > MOST_OPTIONS) list.sort((a, b) => b.fit - a.fit).splice(MOST_OPTIONS);
    return list;
  }

  /** A position of the pack belongs to one text: the better one keeps it. */
  private oneEach(
    positions: readonly Matchable[],
    matches: readonly ((Match & { option: Option }) | null)[],
  ): (Match | null)[] {
    const keeper = new Map<number, number>();
    matches.forEach((match, i) => {
      if (!match) return;
      const other = keeper.get(match.entry.order);
      const rival = other === undefined ? null : matches[other];
      if (!rival || rank(match) > rank(rival)) keeper.set(match.entry.order, i);
    });
    return matches.map((match, i) => {
      if (!match) return null;
      const { option: _, ...plain } = match;
      const first = keeper.get(match.entry.order) as number;
      if (first === i || wordsOf(positions[first]?.text ?? '').key === wordsOf(positions[i]?.text ?? '').key)
        return plain;
      return null;
    });
  }
}

function rank(match: Match & { option: Option }): number {
  return match.certainty * 10 + match.option.fit;
}

/** Text after «…:», when the text is stem and item. */
function itemOf(text: string): string | null {
  const at = text.indexOf(': ');
  if (at < 8) return null;
  const item = text.slice(at + 2).trim();
  return item.split(/\s+/).length >= 2 ? item : null;
}

const TEXT_WEIGHT: Readonly<Record<VerdictKind, number>> = { same: 6, prefix: 5, near: 3, other: 0 };

/** Adds up what text and headings say. Headings that the page does not have say nothing. */
function weigh(located: Located, form: Form, verdict: VerdictKind, score: number, place: Place): Option {
  let fit = TEXT_WEIGHT[verdict] * score - (form === 'item' ? 0.3 : 0);
  let conflict = false;
  const hear = (known: boolean, agrees: boolean, weight: number): void => {
    if (!known) return;
    fit += agrees ? weight : -weight;
    if (!agrees) conflict = true;
  };
  hear(place.direction !== null, place.direction === located.direction, 1.5);
  hear(place.tracks.size > 0, place.tracks.has(located.track), 2);
  if (place.components.has(located.component)) fit += 1.5;
  else if (place.kind !== null && located.kind !== null) hear(true, place.kind === located.kind, 1.2);
  else hear(place.components.size > 0, false, 1);
  return { located, form, verdict, score, conflict, order: located.entry.order, fit };
}

/** Turns a choice into a match that says how sure it is. */
function settle(option: Option, lead: number, place: Place, repeated: boolean): Match {
  const { located, verdict, score, form, conflict } = option;
  const doubtful = conflict || lead < SURE_LEAD || verdict === 'near' || (place.foreignTrack && repeated);
  const certainty = doubtful ? Math.min(0.7, 0.25 + 0.45 * score * (conflict ? 0.6 : 1)) : 1;
  const how =
    verdict === 'prefix'
      ? 'prefix'
      : form === 'alias'
        ? 'alias'
        : score === 1
          ? repeated
            ? 'place'
            : 'exact'
          : 'typo';
  return { entry: located.entry, certainty, how };
}
