/**
 * Criteria matching beside its peers: `node tests/bench/matching.ts`. 400 texts, 162 of them repeated in other
 * tracks, against 400; texts and noise are made here, deterministically. Peers find texts only, so their accuracy
 * counts any position with the right text; ours counts the very position.
 */
import uFuzzy from '@leeoniya/ufuzzy';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { CERTAIN_FROM } from '../../lib/criteria/match/matcher.ts';
import { openPack } from '../../lib/criteria/open.ts';
import type { Matchable, PackIndex } from '../../lib/criteria/types.ts';
import type { Pack } from '../../lib/model/pack.ts';
import { inventPack, without } from '../criteria/invent.ts';
import { cut, dress, endings, type Noise, seeded, typos } from '../criteria/noise.ts';
import { type Figure, median } from './figure.ts';

const RUNS = 31;
/** Fuse.js needs minutes for all: every twentieth text. */
const FUSE_SAMPLE = 20;

const NOISES: readonly (readonly [string, Noise, number])[] = [
  ['white space, soft hyphens, numbering', dress, 1],
  ['2 % typos', typos(0.02), 1],
  ['5 % typos', typos(0.05), 1],
  ['other endings', endings, 1],
  ['cut to 60 %', cut(0.6), 0.99],
];

function pageOf(index: PackIndex, noise: Noise, seed: number): Matchable[] {
  const random = seeded(seed);
  return index.entries.map(({ direction, track, component, position }) => ({
    path: [`${direction.code}. ${direction.name}`, track.name, component.name],
    text: noise(position.text, random),
  }));
}

/** Milliseconds of processor time: other programs on a shared machine do not count. */
function spent(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function time(run: () => void, runs = RUNS): number {
  return median(Array.from({ length: runs }, () => spent(run)));
}

/** Share of positions found, and how a wrong one that claims to be sure counts: as wrong. */
function accuracy(
  index: PackIndex,
  page: readonly Matchable[],
): { right: number; sureWrong: number; unsure: number } {
  const matches = index.match(page);
  let right = 0;
  let sureWrong = 0;
  let unsure = 0;
  matches.forEach((match, i) => {
    const sure = match !== null && match.certainty >= CERTAIN_FROM;
    if (match?.entry.order === i) right++;
    if (sure && match.entry.order !== i) sureWrong++;
    if (!sure) unsure++;
  });
  return { right: right / page.length, sureWrong, unsure };
}

function accuracyFigures(index: PackIndex): Figure[] {
  return NOISES.map(([name, noise, target], n) => {
    const page = pageOf(index, noise, n + 1);
    const { right, sureWrong, unsure } = accuracy(index, page);
    return {
      name: `matching: ${name}`,
      value: right,
      unit: 'share',
      target: `≥ ${target}, none sure and wrong (${sureWrong}); asks at ${unsure}`,
      ok: right >= target && sureWrong === 0,
    };
  });
}

/** A third of the positions is taken out of the pack; their near-duplicates stay. */
function absentFigures(pack: Pack): Figure[] {
  const whole = openPack(pack);
  const { rest, removed } = without(pack, 3);
  const index = openPack(rest);
  const page = pageOf(whole, typos(0.02), 11);
  let falseAccepts = 0;
  let kept = 0;
  index.match(page).forEach((match, i) => {
    const id = whole.entries[i]?.position.id ?? '';
    const sure = match !== null && match.certainty >= CERTAIN_FROM;
    if (removed.has(id)) falseAccepts += sure ? 1 : 0;
    else kept += sure && match.entry.position.id === id ? 1 : 0;
  });
  const rate = falseAccepts / removed.size;
  const keptRate = kept / (page.length - removed.size);
  return [
    {
      name: 'matching: absent, false accepts',
      value: rate,
      unit: 'share',
      target: '≤ 0.01',
      ok: rate <= 0.01,
    },
    {
      name: 'matching: true ones kept, 2 % typos',
      value: keptRate,
      unit: 'share',
      target: '≥ 0.98',
      ok: keptRate >= 0.98,
    },
  ];
}

interface Peer {
  readonly name: string;
  readonly every: number;
  find(text: string): string | undefined;
}

function peers(texts: readonly string[]): Peer[] {
  const mini = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  mini.addAll(texts.map((text, id) => ({ id, text })));
  const fuse = new Fuse(texts, { includeScore: true, ignoreLocation: true, threshold: 0.6 });
  const fuzzy = new uFuzzy({ unicode: true, interSplit: '[^\\p{L}\\d]+' });
  const haystack = [...texts];
  return [
    { name: 'MiniSearch fuzzy', every: 1, find: (t) => texts[mini.search(t, { fuzzy: 0.2 })[0]?.id ?? -1] },
    {
      name: 'uFuzzy',
      every: 1,
      find: (t) => {
        const [ids, info, order] = fuzzy.search(haystack, t.replace(/[^\p{L}\d ]/gu, ' '), 0, 1_000);
        const first = order?.length ? info?.idx[order[0] as number] : (ids ?? [])[0];
        return first === undefined ? undefined : haystack[first];
      },
    },
    {
      name: 'Levenshtein, all pairs',
      every: 1,
      find: (t) => {
        let best = Infinity;
        let found: string | undefined;
        for (const text of texts) {
          const distance = plainLevenshtein(t, text);
          if (distance < best) {
            best = distance;
            found = text;
          }
        }
        return found;
      },
    },
    { name: 'Fuse.js', every: FUSE_SAMPLE, find: (t) => fuse.search(t.slice(0, 120), { limit: 1 })[0]?.item },
  ];
}

/** The textbook algorithm on two rows. */
function plainLevenshtein(a: string, b: string): number {
  let row = Uint16Array.from({ length: b.length + 1 }, (_, j) => j);
  let next = new Uint16Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    next[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      next[j] = Math.min((row[j - 1] as number) + same, (row[j] as number) + 1, (next[j - 1] as number) + 1);
    }
    [row, next] = [next, row];
  }
  return row[b.length] as number;
}

function peerFigures(pack: Pack, ours: number): Figure[] {
  const index = openPack(pack);
  const page = pageOf(index, typos(0.05), 3);
  const texts = [...new Set(index.entries.map(({ position }) => position.text))];
  return peers(texts).map((peer): Figure => {
    const sample = page.filter((_, i) => i % peer.every === 0);
    let right = 0;
    const run = (): void => {
      right = 0;
      sample.forEach(({ text }, i) => {
        if (peer.find(text) === index.entries[i * peer.every]?.position.text) right++;
      });
    };
    const all = time(run, peer.name === 'MiniSearch fuzzy' || peer.name === 'uFuzzy' ? 5 : 1) * peer.every;
    const wanted = peer.name === 'MiniSearch fuzzy' ? 15 : 1;
    const found = (right / sample.length).toFixed(3);
    return {
      name: `matching, 5 % typos, beside ${peer.name} (it finds ${found} of the texts)`,
      value: ours,
      unit: 'ms',
      peer: { name: peer.name, value: all },
      ratio: ours / all,
      target: `≤ 1/${wanted} of its time`,
      ok: ours / all <= 1 / wanted,
    };
  });
}

/** All figures of criteria matching. */
export async function run(): Promise<Figure[]> {
  const pack = inventPack(400, 162, 7);
  const index = openPack(pack);
  const times = NOISES.map(([name, noise], n): Figure => {
    const page = pageOf(index, noise, n + 1);
    // A fresh index each time: nothing remembered from the run before.
    const value = median(Array.from({ length: RUNS }, () => timeOnce(openPack(pack), page)));
    return {
      name: `matching time, 400 against 400: ${name}`,
      value,
      unit: 'ms',
      target: '≤ 15 ms',
      ok: value <= 15,
    };
  });
  const build = time(() => openPack(pack));
  const ours = times[2]?.value ?? 0;
  return [
    ...accuracyFigures(index),
    ...absentFigures(pack),
    ...times,
    {
      name: 'matching: preparing a pack of 400',
      value: build,
      unit: 'ms',
      target: '≤ 15 ms',
      ok: build <= 15,
    },
    ...peerFigures(pack, ours),
    growth(),
  ];
}

function timeOnce(index: PackIndex, page: readonly Matchable[]): number {
  return spent(() => void index.match(page));
}

/** Time per position at 4,000 against 400, beside n·log n. */
function growth(): Figure {
  const measure = (count: number): number => {
    const pack = inventPack(count, Math.floor(count * 0.4), 5);
    const page = pageOf(openPack(pack), typos(0.02), 2);
    return median(Array.from({ length: 9 }, () => timeOnce(openPack(pack), page)));
  };
  const small = measure(400);
  const big = measure(4_000);
  const allowed = 10 * (Math.log(4_000) / Math.log(400));
  return {
    name: 'matching: growth from 400 to 4,000',
    value: big / small,
    unit: '×',
    target: `≤ ${allowed.toFixed(1)} (linear × log)`,
    ok: big / small <= allowed,
  };
}

if (import.meta.main) {
  for (const { name, value, unit, peer, ratio, target, ok } of await run()) {
    const beside = peer ? ` · ${peer.name} ${peer.value.toFixed(1)}, ratio ${ratio?.toFixed(4)}` : '';
    console.log(`${ok ? '✓' : '✗'} ${name}: ${value.toFixed(3)} ${unit} (${target})${beside}`);
  }
}
