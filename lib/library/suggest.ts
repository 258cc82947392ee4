import type { LibraryDocument, Suggestion, SuggestionReason, Use } from '../model/library.ts';
import type { Memory } from './memory.ts';
import { type Place, placeOf, sameHeading, samePosition } from './places.ts';
import type { Hit } from './search/index.ts';
import type { FormerRef, PositionRef, PreviousUse } from './types.ts';

/** Share of the position's words a title must have to be offered by its text alone. */
const TEXT_FITS_FROM = 0.3;
/** Titles looked at for their text; more would not be read. */
const TEXT_CANDIDATES = 30;
/** Documents looked at when the user types. */
const SEARCH_CANDIDATES = 100;

/** A search hit this near the best one's score answers the typed words as well. */
const AS_GOOD = 0.95;

/** Outweighs any time stamp in ms. */
const NEAR = 1e14;

const ORDER: readonly SuggestionReason[] = ['used-here', 'last-year', 'same-track', 'text', 'search'];

interface Candidate {
  readonly document: LibraryDocument;
  readonly reason: SuggestionReason;
  readonly use: Use | null;
  /** Within a reason: higher comes first. */
  readonly score: number;
}

/**
 * Places of positions by id, kept between calls: an id stands for its headings and text. A form has some 350 positions,
 * so the memory is dropped long before it matters.
 */
const places = new Map<string, Place>();
const REMEMBERED_PLACES = 20_000;

function placeOfUse(use: Use): Place {
  const known = places.get(use.positionId);
  if (known) return known;
  if (places.size > REMEMBERED_PLACES) places.clear();
  const place = placeOf(use.path, use.positionText);
  places.set(use.positionId, place);
  return place;
}

/** What makes documents of another position fit here; null: nothing. */
type Kinship = { readonly reason: 'last-year' | 'same-track'; readonly near: boolean } | null;

function kinship(here: Place, there: Place): Kinship {
  if (samePosition(here, there)) return { reason: 'last-year', near: true };
  if (here.trackKey === '' || !sameHeading(here.trackKey, there.trackKey)) return null;
  return { reason: 'same-track', near: here.componentKey === there.componentKey };
}

/**
 * Documents that fit a position, best first: used here before, in the same position of another year, in the same track,
 * by the words of the title. With a query only documents it finds are offered: the best answers first, then the others, each
 * in the same order of reasons.
 */
export function suggest(
  memory: Memory,
  position: PositionRef,
  query: string,
  limit: number,
  formers: readonly FormerRef[] = [],
): Suggestion[] {
  const best = new Map<string, Candidate>();
  const offer = (candidate: Candidate): void => {
    const known = best.get(candidate.document.id);
    if (!known || rank(candidate) < rank(known)) best.set(candidate.document.id, candidate);
  };
  const here = placeOf(position.path, position.text);
  offerUsed(memory, position, [here, ...formers.map(({ path, text }) => placeOf(path, text))], offer);
  offerByText(memory, position, here, offer);
  const typed = query.trim();
  const found = typed === '' ? null : memory.index().search(typed, SEARCH_CANDIDATES);
  let candidates = [...best.values()];
  /** Documents that answer the typed words as well as the best one does: they are what is being looked for. */
  const asked = new Set<string>();
  if (found) {
    for (const id of asWellAsTheBest(memory, found, typed)) asked.add(id);
    candidates = found.flatMap(({ id, score }): Candidate[] => {
      const known = best.get(id);
      // Typed words weigh more than the text's: a document known by text alone is ranked by what was typed.
      if (known && known.reason !== 'text') return [known];
      const document = memory.document(id);
      return document ? [{ document, reason: 'search', use: null, score }] : [];
    });
  }
  const wanted = ({ document }: Candidate): number => (asked.has(document.id) ? 0 : 1);
  candidates.sort((a, b) => wanted(a) - wanted(b) || rank(a) - rank(b) || b.score - a.score);
  return candidates.slice(0, limit).map((candidate) => suggestion(memory, candidate));
}

/**
 * The hits that answer as well as the best one. Of these, where a number was typed («123-од»), those whose title or number
 * has it as typed: its parts alone stand in many a date.
 */
function asWellAsTheBest(memory: Memory, found: readonly Hit[], typed: string): readonly string[] {
  const top = found[0]?.score ?? 0;
  const best = found.filter(({ score }) => score >= AS_GOOD * top).map(({ id }) => id);
  const numbers = typed.toLowerCase().match(/\S*\d\S*/g) ?? [];
  if (numbers.length === 0) return best;
  const verbatim = best.filter((id) => {
    const { title = '', number = '' } = memory.document(id) ?? {};
    const text = `${title} ${number}`.toLowerCase();
    return numbers.every((one) => text.includes(one));
  });
  return verbatim.length > 0 ? verbatim : best;
}

function rank(candidate: Candidate): number {
  return ORDER.indexOf(candidate.reason);
}

function offerUsed(
  memory: Memory,
  position: PositionRef,
  [here, ...formers]: readonly [Place, ...Place[]],
  offer: (candidate: Candidate) => void,
): void {
  // Many uses, few positions: each position is compared once.
  const kin = new Map<string, Kinship>();
  for (const use of memory.uses.values()) {
    if (use.deletedAt !== null) continue;
    const document = memory.document(use.documentId);
    if (!document) continue;
    const score = Date.parse(use.updatedAt) || 0;
    if (use.positionId === position.id) {
      offer({ document, reason: 'used-here', use, score });
      continue;
    }
    let kind = kin.get(use.positionId);
    if (kind === undefined) {
      const there = placeOfUse(use);
      kind = formers.some((former) => samePosition(former, there))
        ? { reason: 'last-year', near: true }
        : kinship(here, there);
      kin.set(use.positionId, kind);
    }
    if (kind?.reason === 'last-year') offer({ document, reason: 'last-year', use, score });
    // A goals document of the track fits an indicators position less than another indicators document.
    else if (kind)
      offer({ document, reason: 'same-track', use: null, score: score + (kind.near ? NEAR : 0) });
  }
}

function offerByText(
  memory: Memory,
  position: PositionRef,
  here: Place,
  offer: (candidate: Candidate) => void,
): void {
  // A trailing space: the text is finished, its last word is no beginning of another.
  for (const hit of memory.index().search(`${position.text} `, TEXT_CANDIDATES)) {
    const document = memory.document(hit.id);
    if (!document) continue;
    const tagged = here.directionCode !== '' && document.directions.includes(here.directionCode);
    const elsewhere = document.directions.length > 0 && !tagged;
    if (hit.found < TEXT_FITS_FROM || (elsewhere && hit.found < 2 * TEXT_FITS_FROM)) continue;
    offer({ document, reason: 'text', use: null, score: hit.score + (tagged ? 0.2 : 0) });
  }
}

function suggestion(memory: Memory, { document, reason, use }: Candidate): Suggestion {
  const positions = new Set(memory.usesOfDocument(document.id).map(({ positionId }) => positionId));
  return {
    document,
    reason,
    pages: use?.pages ?? '',
    explanation: use?.explanation ?? '',
    uses: positions.size,
  };
}

/**
 * Documents that confirmed a position before `year`: under its own wording or one of `formers`. The latest
 * year first, each document once a year.
 */
export function previousUses(
  memory: Memory,
  position: PositionRef,
  formers: readonly FormerRef[],
  year: number,
  limit: number,
): PreviousUse[] {
  const places = [position, ...formers].map(({ path, text }) => placeOf(path, text));
  const found = new Map<string, PreviousUse & { readonly at: string }>();
  for (const use of memory.uses.values()) {
    if (use.deletedAt !== null || use.year === null || use.year >= year) continue;
    const document = memory.document(use.documentId);
    if (!document) continue;
    const there = placeOfUse(use);
    if (use.positionId !== position.id && !places.some((place) => samePosition(place, there))) continue;
    const key = `${use.year} ${document.id}`;
    const known = found.get(key);
    if (!known || known.at < use.updatedAt)
      found.set(key, { year: use.year, title: document.title, pages: use.pages, at: use.updatedAt });
  }
  return [...found.values()]
    .sort((a, b) => b.year - a.year || b.at.localeCompare(a.at))
    .slice(0, limit)
    .map(({ year: when, title, pages }) => ({ year: when, title, pages }));
}
