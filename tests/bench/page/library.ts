import { stemmer } from '@orama/stemmers/russian';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { SearchIndex } from '../../../lib/library/search/index.ts';
import { queries, titles } from '../library-corpus.ts';

/** One engine as it is asked: numbers of titles, best first. */
type Find = (query: string, limit: number) => readonly number[];

export interface Measured {
  readonly inflected: number;
  readonly typos: number;
  /** Times of all queries as typed, in ms. */
  readonly times: readonly number[];
}

export interface LibraryTimes {
  readonly engines: Readonly<Record<string, Measured>>;
  readonly build: readonly number[];
  readonly load: readonly number[];
  readonly change: readonly number[];
  readonly miniBuild: readonly number[];
  readonly miniLoad: readonly number[];
}

const corpus = titles(10_000);
const asked = { inflected: queries(corpus, 100, false), typos: queries(corpus, 100, true) };

/** «As typed»: the last letters of a query come one by one. */
const LETTERS = 6;

function measure(find: Find, sample = 1): Measured {
  const times: number[] = [];
  const recall = (name: 'inflected' | 'typos'): number => {
    const list = asked[name].filter((_, at) => at % sample === 0);
    const right = list.filter(({ text, wanted }) => {
      for (let length = text.length - (sample === 1 ? LETTERS : 0); length < text.length; length++) {
        const start = performance.now();
        find(text.slice(0, length), 5);
        times.push(performance.now() - start);
      }
      const start = performance.now();
      const found = find(text, 5);
      times.push(performance.now() - start);
      return found.some((at) => wanted.has(at));
    });
    return right.length / list.length;
  };
  return { inflected: recall('inflected'), typos: recall('typos'), times };
}

function timed(times: number[], work: () => void): void {
  const start = performance.now();
  work();
  times.push(performance.now() - start);
}

function ours(): SearchIndex {
  const index = new SearchIndex();
  for (const [at, { title }] of corpus.entries()) index.set({ id: String(at), strong: title, weak: '' });
  return index;
}

const plain = (term: string): string => term.toLowerCase().replaceAll('ё', 'е');
const options = (stemmed: boolean) => ({
  fields: ['title'],
  processTerm: (term: string) => (stemmed ? stemmer(plain(term)) : plain(term)),
  searchOptions: { prefix: true, fuzzy: 0.2 },
});

function mini(stemmed: boolean): MiniSearch {
  const index = new MiniSearch(options(stemmed));
  index.addAll(corpus.map(({ title }, id) => ({ id, title })));
  return index;
}

/** Measures every engine on the same titles and queries; `runs` times what is built or loaded. */
export default function bench(runs: number): LibraryTimes {
  const [build, load, change, miniBuild, miniLoad] = [[], [], [], [], []] as number[][] as [
    number[],
    number[],
    number[],
    number[],
    number[],
  ];
  const index = ours();
  const saved = index.save();
  const stemmed = mini(true);
  const json = JSON.stringify(stemmed);
  for (let run = 0; run < runs; run++) {
    timed(build, ours);
    timed(load, () => new SearchIndex().load(saved));
    timed(change, () => index.set({ id: '17', strong: `${corpus[17]?.title} ${run}`, weak: '' }));
    timed(miniBuild, () => mini(true));
    timed(miniLoad, () => MiniSearch.loadJSON(json, options(true)));
  }
  const fuse = new Fuse(
    corpus.map(({ title }) => title),
    { includeScore: true, useExtendedSearch: true, ignoreLocation: true, threshold: 0.4 },
  );
  const substring: Find = (query, limit) => {
    const found: number[] = [];
    for (let at = 0; at < corpus.length && found.length < limit; at++) {
      if (plain(corpus[at]?.title ?? '').includes(plain(query))) found.push(at);
    }
    return found;
  };
  const plainMini = mini(false);
  const byMini =
    (engine: MiniSearch): Find =>
    (query, limit) =>
      engine
        .search(query)
        .slice(0, limit)
        .map(({ id }) => id as number);
  return {
    engines: {
      ours: measure((query, limit) => index.search(query, limit).map(({ id }) => Number(id))),
      'MiniSearch with stemmer': measure(byMini(stemmed)),
      'MiniSearch without stemmer': measure(byMini(plainMini)),
      substring: measure(substring),
      // Nearly a second a query: every twentieth is enough to see it.
      'Fuse.js': measure((query, limit) => fuse.search(query, { limit }).map(({ refIndex }) => refIndex), 20),
    },
    build,
    load,
    change,
    miniBuild,
    miniLoad,
  };
}
