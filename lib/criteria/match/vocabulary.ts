import { editDistance, OTHER, typoLimit } from './relate.ts';
import { stemOf } from './words.ts';

/** Mistyped words remembered between texts; bounded because pages can bring any number of them. */
const REMEMBERED = 20_000;
const NONE: readonly number[] = [];

/**
 * The words of a pack, by stem: endings make no difference. Finds the stems a mistyped word may stand for by
 * the letter pairs they share.
 */
export class Vocabulary {
  readonly stems: string[] = [];
  private readonly byStem = new Map<string, number>();
  private readonly words = new Map<string, number>();
  private readonly byPair = new Map<number, number[]>();
  private readonly guesses = new Map<string, readonly number[]>();
  private counts = new Uint8Array(0);

  /** Id of the word's stem; a new one when it is not there yet. */
  add(word: string): number {
    const known = this.words.get(word);
    if (known !== undefined) return known;
    const stem = stemOf(word);
    let id = this.byStem.get(stem);
    if (id === undefined) {
      id = this.stems.length;
      this.stems.push(stem);
      this.byStem.set(stem, id);
      for (const pair of pairsOf(stem)) {
        const list = this.byPair.get(pair);
        if (list) list.push(id);
        else this.byPair.set(pair, [id]);
      }
    }
    this.words.set(word, id);
    return id;
  }

  /** True when the pack has this very word. */
  has(word: string): boolean {
    return this.words.has(word);
  }

  /** Ids of the stems the word may stand for: its own, else those a typing error away; best first, at most 3. */
  find(word: string): readonly number[] {
    const own = this.words.get(word) ?? this.byStem.get(stemOf(word));
    if (own !== undefined) return [own];
    const known = this.guesses.get(word);
    if (known !== undefined) return known;
    if (this.guesses.size > REMEMBERED) this.guesses.clear();
    const guess = this.guess(word);
    this.guesses.set(word, guess);
    return guess;
  }

  private guess(word: string): readonly number[] {
    if (word.length < 4 || word.length > 60) return NONE;
    if (this.counts.length < this.stems.length) this.counts = new Uint8Array(this.stems.length);
    const stem = stemOf(word);
    const pairs = pairsOf(stem);
    const touched: number[] = [];
    for (const pair of pairs) {
      for (const id of this.byPair.get(pair) ?? NONE) {
        if (this.counts[id] === 0) touched.push(id);
        this.counts[id] = (this.counts[id] as number) + 1;
      }
    }
    const limit = typoLimit(Math.max(4, stem.length));
    // Each edit spoils two pairs at most (three when it swaps).
    const wanted = Math.max(1, pairs.length - 2 - limit * 2);
    const found: [number, number][] = [];
    for (const id of touched) {
      const shared = this.counts[id] as number;
      this.counts[id] = 0;
      if (shared < wanted) continue;
      const edits = editDistance(stem, this.stems[id] as string, limit);
      if (edits !== OTHER) found.push([id, edits]);
    }
    found.sort((a, b) => a[1] - b[1]);
    return found.slice(0, 3).map(([id]) => id);
  }
}

/** Letter pairs of a word with its edges, as numbers. */
function pairsOf(word: string): number[] {
  const out: number[] = [];
  let before = 1;
  for (let i = 0; i <= word.length; i++) {
    const code = i < word.length ? word.charCodeAt(i) & 0x7ff : 2;
    out.push(before * 2048 + code);
    before = code;
  }
  return out;
}
