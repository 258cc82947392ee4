import { fromEnglishLayout } from './keyboard.ts';
import type { SavedIndex } from './saved.ts';
import { addPlace, type Fit, type Term, Vocabulary } from './vocabulary.ts';
import { isEmptyWord, stem, words } from './words.ts';

/** What is searched of a document: `strong` is its title, number and date, `weak` its note and address. */
export interface Searchable {
  readonly id: string;
  readonly strong: string;
  readonly weak: string;
}

export interface Hit {
  readonly id: string;
  readonly score: number;
  /** 0…1: share of the query's meaning that was found. */
  readonly found: number;
}

const WEAK = 0.4;
/** How much longer titles yield to shorter ones with the same words. */
const LENGTH_PENALTY = 0.25;

/**
 * Full-text index of short Russian texts: stems, beginnings of words, typing errors, numbers, the wrong keyboard layout.
 * Every document has a slot; a term lists the slots it stands in, so that adding appends and saving copies numbers.
 * A changed document gets a new slot, its old one is dead.
 */
export class SearchIndex {
  readonly #vocabulary = new Vocabulary();
  /** Terms by the word as written: titles repeat their words, and stemming costs more than a look-up. */
  readonly #written = new Map<string, Term>();
  readonly #ids: string[] = [];
  readonly #lengths: number[] = [];
  readonly #slots = new Map<string, number>();
  #scores = new Float32Array(0);
  #stamps = new Int32Array(0);
  #stamp = 0;

  /** Number of documents. */
  get size(): number {
    return this.#slots.size;
  }

  /** Slots whose document was deleted or replaced. When they outnumber the living, a new index is cheaper. */
  get dead(): number {
    return this.#ids.length - this.#slots.size;
  }

  /** Adds a document or replaces what is known of it. */
  set(entry: Searchable): void {
    this.delete(entry.id);
    const slot = this.#ids.length;
    this.#ids.push(entry.id);
    this.#slots.set(entry.id, slot);
    const strong = words(entry.strong);
    // A slot stands twice its number in a term's places, plus one where the word is in the weak part only.
    for (const word of strong) this.#post(word, slot * 2);
    if (entry.weak !== '') for (const word of words(entry.weak)) this.#post(word, slot * 2 + 1);
    this.#lengths.push(strong.length);
  }

  /** Forgets a document. */
  delete(id: string): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    this.#slots.delete(id);
    this.#ids[slot] = '';
  }

  #post(word: string, place: number): void {
    let term = this.#written.get(word);
    if (!term) {
      if (isEmptyWord(word)) return;
      term = this.#vocabulary.term(stem(word));
      this.#written.set(word, term);
    }
    addPlace(term, place);
  }

  /** The index in a form that is stored and read back in a few milliseconds. */
  save(): SavedIndex {
    const terms = [...this.#vocabulary.terms()];
    const places = new Int32Array(terms.reduce((sum, term) => sum + term.places.length, 0));
    const ends = new Int32Array(terms.length);
    let end = 0;
    for (const [at, term] of terms.entries()) {
      places.set(term.places, end);
      end += term.places.length;
      ends[at] = end;
    }
    return {
      ids: this.#ids.join('\n'),
      lengths: Uint16Array.from(this.#lengths),
      stems: terms.map((term) => term.stem).join('\n'),
      ends,
      places,
    };
  }

  /** Takes over a saved index; only while this one is empty. Gives the ids it knows. */
  load(saved: SavedIndex): readonly string[] {
    if (this.#ids.length > 0 || saved.ids === '') return [];
    let from = 0;
    for (const [at, stemmed] of saved.stems.split('\n').entries()) {
      const end = saved.ends[at] as number;
      this.#vocabulary.add(stemmed, saved.places.subarray(from, end));
      from = end;
    }
    for (const [slot, id] of saved.ids.split('\n').entries()) {
      this.#ids.push(id);
      this.#lengths.push(saved.lengths[slot] as number);
      if (id !== '') this.#slots.set(id, slot);
    }
    return [...this.#slots.keys()];
  }

  /** Best documents for a query, best first. A query without a word that tells something gives none. */
  search(query: string, limit: number): readonly Hit[] {
    const hits = this.#find(query, limit);
    if (hits[0] !== undefined && hits[0].found > 0.99) return hits;
    const switched = fromEnglishLayout(query);
    if (switched === null) return hits;
    const other = this.#find(switched, limit);
    return (other[0]?.found ?? 0) > (hits[0]?.found ?? 0) ? other : hits;
  }

  #find(query: string, limit: number): Hit[] {
    const typed = words(query);
    const unfinished = /[\p{L}\p{N}]$/u.test(query) ? typed.length - 1 : -1;
    const meaning = typed
      .map((word, index) => ({ word, open: index === unfinished }))
      .filter(({ word, open }) => !isEmptyWord(word) || (open && typed.length === 1));
    if (meaning.length === 0) return [];
    if (this.#scores.length < this.#ids.length) {
      this.#scores = new Float32Array(this.#ids.length + 1024);
      this.#stamps = new Int32Array(this.#ids.length + 1024);
    }
    const touched: number[] = [];
    let total = 0;
    for (const { word, open } of meaning) {
      const fits = this.#vocabulary.fits(word, open);
      const rarity = this.#rarity(fits);
      total += rarity;
      this.#add(fits, rarity, touched);
    }
    return this.#best(touched, limit, total);
  }

  /** Rare words tell more: logarithm of how few documents have any of the terms. */
  #rarity(fits: readonly Fit[]): number {
    const best = fits[0]?.weight ?? 0;
    let documents = 0;
    for (const fit of fits) if (fit.weight > best * 0.7) documents += fit.term.places.length;
    return Math.log(1 + this.#slots.size / (documents + 0.5));
  }

  /** Adds a word's share to every document that has it; within a word the best fit counts, not the sum. */
  #add(fits: readonly Fit[], rarity: number, touched: number[]): void {
    const stamp = ++this.#stamp;
    for (const { term, weight } of fits) {
      for (const place of term.places) {
        const slot = place >> 1;
        if (this.#stamps[slot] === stamp) continue;
        if (this.#scores[slot] === 0) touched.push(slot);
        this.#stamps[slot] = stamp;
        this.#scores[slot] =
          (this.#scores[slot] as number) + rarity * weight * ((place & 1) === 1 ? WEAK : 1);
      }
    }
  }

  #best(touched: readonly number[], limit: number, total: number): Hit[] {
    const average = 12;
    const top: { slot: number; score: number; found: number }[] = [];
    for (const slot of touched) {
      const found = (this.#scores[slot] as number) / total;
      this.#scores[slot] = 0;
      if (this.#ids[slot] === '') continue;
      const length = this.#lengths[slot] as number;
      const score = found / (1 - LENGTH_PENALTY + LENGTH_PENALTY * Math.sqrt(length / average));
      const worst = top[top.length - 1];
      if (top.length === limit && worst && score <= worst.score) continue;
      let at = top.length;
      while (at > 0 && (top[at - 1] as { score: number }).score < score) at--;
      top.splice(at, 0, { slot, score, found });
      if (top.length > limit) top.pop();
    }
    return top.map(({ slot, score, found }) => ({ id: this.#ids[slot] as string, score, found }));
  }
}
