import { judge, judgeLetters, type Verdict, type VerdictKind } from './verdict.ts';
import { Vocabulary } from './vocabulary.ts';
import type { Words } from './words.ts';

/** A text found for a seen one. */
export interface TextHit {
  /** Index of the text, as `add` gave it. */
  readonly id: number;
  readonly kind: VerdictKind;
  readonly score: number;
}

/** Candidates whose words are compared one by one. */
const JUDGED = 6;
/** Of these, candidates compared letter by letter when no words fit. */
const SPELLED = 3;
/** Entries of lists looked at for one text: keeps the work the same however large the pack is. */
const ENOUGH = 320;
/** After so many entries a long list is no longer begun. */
const SOME = 24;
/** More stems than any pack has. */
const PAIR = 1_048_576;
/** Once a text fits, others whose words weigh less than this share of the best are not looked at. */
const FAR_BEHIND = 0.97;
/** Texts that begin with the very words of a cut one, at most. */
const MOST_PREFIXES = 48;

/**
 * Distinct texts and the ways to find them again: exact after normalising, by their beginning, by their rarest
 * words. Equal texts are kept once; who owns them is the caller's matter.
 */
export class TextIndex {
  private readonly ids = new Map<string, number>();
  private readonly texts: Words[] = [];
  private readonly vocabulary = new Vocabulary();
  /** Texts by stem id. */
  private readonly postings: number[][] = [];
  /** Texts by two stems in a row: far rarer than single words. */
  private readonly pairs = new Map<number, number[]>();
  private sorted: { key: string; id: number }[] | null = null;
  private sums = new Float64Array(0);
  readonly isWord = (word: string): boolean => this.vocabulary.has(word);

  get size(): number {
    return this.texts.length;
  }

  /** Index of the text; equal texts have one. */
  add(words: Words): number {
    const known = this.ids.get(words.key);
    if (known !== undefined) return known;
    const id = this.texts.length;
    this.texts.push(words);
    this.ids.set(words.key, id);
    this.sorted = null;
    let before = -1;
    for (const word of words.list) {
      const stem = this.vocabulary.add(word);
      const list = this.postings[stem];
      if (!list) this.postings[stem] = [id];
      else if (list[list.length - 1] !== id) list.push(id);
      if (before >= 0) {
        const pair = before * PAIR + stem;
        const both = this.pairs.get(pair);
        if (!both) this.pairs.set(pair, [id]);
        else if (both[both.length - 1] !== id) both.push(id);
      }
      before = stem;
    }
    return id;
  }

  exact(words: Words): number | null {
    return this.ids.get(words.key) ?? null;
  }

  words(id: number): Words {
    return this.texts[id] as Words;
  }

  /** Stem ids a word of a query may mean. For search. */
  stems(word: string): readonly number[] {
    return this.vocabulary.find(word);
  }

  /** Texts that have a stem. For search. */
  having(stem: number): readonly number[] {
    return this.postings[stem] ?? [];
  }

  /** Texts like the seen one, best first; the exact one alone when there is one. */
  find(words: Words): TextHit[] {
    const exact = this.exact(words);
    if (exact !== null) return [{ id: exact, kind: 'same', score: 1 }];
    const hits: TextHit[] = [];
    for (const id of this.startingWith(words)) this.judgeInto(hits, words, id);
    // What breaks off word for word has found what it is the beginning of.
    if (!hits.some(({ kind }) => kind === 'same' || kind === 'prefix')) {
      const { ids, sums } = this.byRareWords(words);
      const most = sums[0] ?? 0;
      for (const [i, id] of ids.entries()) {
        if ((sums[i] as number) < most * FAR_BEHIND && hits.some(({ kind }) => kind === 'same')) break;
        if (!hits.some((hit) => hit.id === id)) this.judgeInto(hits, words, id);
      }
      const found = (): boolean => hits.some(({ kind }) => kind === 'same' || kind === 'prefix');
      if (!found())
        for (const [i, id] of ids.slice(0, SPELLED).entries()) {
          if ((sums[i] as number) < most * FAR_BEHIND && found()) break;
          this.spellInto(hits, words, id);
        }
      // The rarest words may be the mistyped ones: a broader look, for the few that need it.
      if (!found())
        for (const id of this.byRareWords(words, ENOUGH * 10, JUDGED * 2).ids)
          if (!ids.slice(0, SPELLED).includes(id)) this.spellInto(hits, words, id);
    }
    return hits.sort((a, b) => b.score - a.score);
  }

  /** What the seen text is to one of the index, by words, and by letters where words do not show it. */
  judge(words: Words, id: number): Verdict {
    const known = this.texts[id] as Words;
    const byWords = judge(words, known, this.isWord);
    return byWords.kind === 'near' ? judgeLetters(words, known, this.isWord) : byWords;
  }

  private judgeInto(hits: TextHit[], words: Words, id: number): void {
    const { kind, score } = judge(words, this.texts[id] as Words, this.isWord);
    if (kind !== 'other') hits.push({ id, kind, score });
  }

  /** Letter by letter; a better verdict replaces the one by words. */
  private spellInto(hits: TextHit[], words: Words, id: number): void {
    const { kind, score } = judgeLetters(words, this.texts[id] as Words, this.isWord);
    const at = hits.findIndex((hit) => hit.id === id);
    if (kind === 'other' || (kind === 'near' && at >= 0)) return;
    if (at >= 0) hits.splice(at, 1);
    hits.push({ id, kind, score });
  }

  /** Texts that begin exactly like this one. */
  private startingWith(words: Words): number[] {
    this.sorted ??= this.texts
      .map(({ key }, id) => ({ key, id }))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    const { sorted } = this;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as { key: string }).key < words.key) low = middle + 1;
      else high = middle;
    }
    const out: number[] = [];
    for (let i = low; i < sorted.length && out.length < MOST_PREFIXES; i++) {
      const { key, id } = sorted[i] as { key: string; id: number };
      if (!key.startsWith(words.key)) break;
      out.push(id);
    }
    return out;
  }

  /** Texts that share the rarest words and pairs of words, at most `count`, best first. */
  private byRareWords(words: Words, enough = ENOUGH, count = JUDGED): { ids: number[]; sums: number[] } {
    const lists = this.evidence(words);
    if (this.sums.length < this.texts.length) this.sums = new Float64Array(this.texts.length);
    const { sums } = this;
    const touched: number[] = [];
    let looked = 0;
    for (const list of lists) {
      // Rare evidence first; what most texts share would only cost time.
      if (looked > SOME && looked + list.length > enough) break;
      looked += list.length;
      const weight = Math.log(1 + this.texts.length / list.length);
      for (const id of list) {
        if (sums[id] === 0) touched.push(id);
        sums[id] = (sums[id] as number) + weight;
      }
    }
    const ids = bestOf(touched, sums, count);
    const best = ids.map((id) => sums[id] as number);
    for (const id of touched) sums[id] = 0;
    return { ids, sums: best };
  }

  /** Lists of texts that have a word or a pair of words of the seen text, shortest first. */
  private evidence(words: Words): (readonly number[])[] {
    const lists: (readonly number[])[] = [];
    let before = -1;
    for (const word of words.list) {
      const stems = this.vocabulary.find(word);
      for (const stem of stems) lists.push(this.postings[stem] as number[]);
      const stem = stems[0] ?? -1;
      const pair = before >= 0 && stem >= 0 ? this.pairs.get(before * PAIR + stem) : undefined;
      if (pair) lists.push(pair);
      before = stem;
    }
    return lists.sort((a, b) => a.length - b.length);
  }
}

/** The ids with the highest sums, best first: one pass with a short list kept in order. */
function bestOf(ids: readonly number[], sums: Float64Array, count: number): number[] {
  const best: number[] = [];
  for (const id of ids) {
    const sum = sums[id] as number;
    if (best.length === count && sum <= (sums[best[count - 1] as number] as number)) continue;
    let at = best.length;
    while (at > 0 && sum > (sums[best[at - 1] as number] as number)) at--;
    best.splice(at, 0, id);
    if (best.length > count) best.pop();
  }
  return best;
}
