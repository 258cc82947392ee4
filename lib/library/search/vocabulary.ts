import { countBits, forgiven, letterBits, typoDistance } from './distance.ts';
import { stem } from './words.ts';

/** One stem with the places it stands in, rising. */
export interface Term {
  readonly stem: string;
  readonly bits: number;
  /** A view of the saved index until something is added. */
  places: number[] | Int32Array;
}

/** Adds a place at the end of a term, once. */
export function addPlace(term: Term, place: number): void {
  const { places } = term;
  const last = places[places.length - 1];
  // A document's weak words stand one above its strong ones: said in the title, the note adds nothing.
  if (last !== undefined && last >> 1 === place >> 1) return;
  if (Array.isArray(places)) places.push(place);
  else term.places = [...places, place];
}

/** A term that fits a typed word, and how well: 1 is the word itself. */
export interface Fit {
  readonly term: Term;
  readonly weight: number;
}

const PREFIX_FROM = 2;
const TYPO_WEIGHT = 0.55;
/** More continuations than this say nothing about what is meant. */
const MOST_FITS = 60;

/** All stems of the library: finds those a typed word may mean. */
export class Vocabulary {
  readonly #terms = new Map<string, Term>();
  readonly #byFirst = new Map<string, Term[]>();
  readonly #byLength: Term[][] = [];

  get size(): number {
    return this.#terms.size;
  }

  /** All terms, in the order they were made. */
  terms(): Iterable<Term> {
    return this.#terms.values();
  }

  /** The term of a stem, made when it is new. */
  term(stemmed: string): Term {
    return this.#terms.get(stemmed) ?? this.add(stemmed, []);
  }

  /** Adds a term that is not there yet. */
  add(stemmed: string, places: number[] | Int32Array): Term {
    const term: Term = { stem: stemmed, bits: letterBits(stemmed), places };
    this.#terms.set(stemmed, term);
    const first = stemmed.charAt(0);
    const shelf = this.#byFirst.get(first);
    if (shelf) shelf.push(term);
    else this.#byFirst.set(first, [term]);
    let sameLength = this.#byLength[stemmed.length];
    if (!sameLength) {
      sameLength = [];
      this.#byLength[stemmed.length] = sameLength;
    }
    sameLength.push(term);
    return term;
  }

  /**
   * Terms a typed word may mean, best first: the word in any inflection, else words that begin so, else words within
   * a typing error. `open`: the word is the last one and may be unfinished, so continuations count beside the word.
   */
  fits(word: string, open: boolean): readonly Fit[] {
    const stemmed = stem(word);
    const fits: Fit[] = [];
    const exact = this.#terms.get(stemmed);
    if (exact) fits.push({ term: exact, weight: 1 });
    if (open || !exact) this.#continuations(word, stemmed, fits);
    if (fits.length === 0) this.#typos(word, open, fits);
    return fits.sort((a, b) => b.weight - a.weight).slice(0, MOST_FITS);
  }

  #continuations(word: string, stemmed: string, fits: Fit[]): void {
    if (word.length < PREFIX_FROM && !/\p{L}/u.test(word)) return;
    for (const term of this.#byFirst.get(word.charAt(0)) ?? []) {
      if (term.stem === stemmed || !term.stem.startsWith(word)) continue;
      fits.push({ term, weight: 0.5 + 0.4 * (word.length / term.stem.length) });
    }
  }

  #typos(word: string, open: boolean, fits: Fit[]): void {
    const limit = forgiven(word.length);
    if (limit === 0 || /\d/.test(word)) return;
    const bits = letterBits(word);
    // An open word may be the beginning of any longer stem; a finished one carries an ending of a few letters.
    const longest = open ? this.#byLength.length - 1 : word.length + limit;
    for (let length = Math.max(2, word.length - limit - 2); length <= longest; length++) {
      for (const term of this.#byLength[length] ?? []) {
        // Letters of the word that the term lacks: every one of them costs an edit or is a left-over ending.
        if (countBits(bits & ~term.bits) > limit + 2) continue;
        const distance = typoDistance(word, term.stem, limit, open);
        if (distance > limit + 1) continue;
        fits.push({ term, weight: TYPO_WEIGHT / (1 + distance) });
      }
    }
  }
}
