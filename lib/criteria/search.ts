import type { PackEntry } from '../model/pack.ts';
import { Vocabulary } from './match/vocabulary.ts';
import { wordsOf } from './match/words.ts';

/** What a word is worth by where it stands. */
const FIELDS: readonly (readonly [number, (entry: PackEntry) => string])[] = [
  [3, ({ position }) => position.text],
  [2, ({ position }) => (position.aliases ?? []).join(' ')],
  [1, ({ position }) => position.criterion],
  [0.5, ({ position }) => `${(position.mistakes ?? []).join(' ')} ${position.advice ?? ''}`],
  [1, ({ track, component }) => `${track.name} ${component.name}`],
  [0.7, ({ direction }) => `${direction.code} ${direction.name}`],
];

/** Code of a direction in a query: narrows the search to it. */
const CODE = /(?<![\d.])([12]\.[1-9])(?![\d.]*\d)/u;

/**
 * Full-text search through the positions of a pack. Words may be inflected, mistyped, or (the last one) unfinished.
 * Positions that have all words come first; codes («1.4») narrow to a direction.
 */
export function searchPack(entries: readonly PackEntry[]): (query: string, limit: number) => PackEntry[] {
  const vocabulary = new Vocabulary();
  const postings: Map<number, number>[] = [];
  entries.forEach((entry, order) => {
    for (const [weight, textOf] of FIELDS) {
      for (const word of new Set(wordsOf(textOf(entry), true).list)) {
        const stem = vocabulary.add(word);
        postings[stem] ??= new Map();
        const list = postings[stem] as Map<number, number>;
        list.set(order, Math.max(list.get(order) ?? 0, weight));
      }
    }
  });
  const meanings = (word: string, last: boolean): number[] => {
    const stems = [...vocabulary.find(word)];
    if (last && word.length >= 2)
      vocabulary.stems.forEach((stem, id) => {
        if (stem.startsWith(word) && !stems.includes(id)) stems.push(id);
      });
    return stems;
  };
  return (query, limit) => {
    const code = CODE.exec(query)?.[1];
    const { list } = wordsOf(query.replace(CODE, ' '), true);
    const inside = (order: number): boolean => !code || entries[order]?.direction.code === code;
    if (code && list.length === 0) return entries.filter((_, order) => inside(order)).slice(0, limit);
    const scores = new Map<number, { hits: number; score: number }>();
    list.forEach((word, i) => {
      const best = new Map<number, number>();
      for (const stem of meanings(word, i === list.length - 1)) {
        const posting = postings[stem] as Map<number, number>;
        const rarity = Math.log(1 + entries.length / posting.size);
        for (const [order, weight] of posting)
          best.set(order, Math.max(best.get(order) ?? 0, weight * rarity));
      }
      for (const [order, score] of best) {
        const sum = scores.get(order) ?? { hits: 0, score: 0 };
        scores.set(order, { hits: sum.hits + 1, score: sum.score + score });
      }
    });
    return [...scores]
      .filter(([order]) => inside(order))
      .sort(([a, x], [b, y]) => y.hits - x.hits || y.score - x.score || a - b)
      .slice(0, limit)
      .map(([order]) => entries[order] as PackEntry);
  };
}
