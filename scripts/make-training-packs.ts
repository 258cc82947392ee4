/**
 * Writes assets/packs/training-mum.json and training-rum.json: `node scripts/make-training-packs.ts`.
 * Deterministic. The texts are invented and say so; only the maxima of МУМ-2022 are those of the slides.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Pack, PackComponent, PackDirection, PackPosition, PackTrack } from '../lib/model/pack.ts';
import { packSchema } from '../lib/model/pack.ts';
import {
  COMPONENTS,
  DIRECTIONS,
  EXTRA_RUM,
  HARMFUL,
  type TrainingComponent,
  type TrainingTrack,
} from './training-texts.ts';

interface Plan {
  readonly id: string;
  readonly mechanism: 'mum' | 'rum';
  readonly title: string;
  /** «муниципальных» or «региональных», for the stems. */
  readonly level: string;
  /** Number of positions of each track, by direction code. */
  readonly counts: Readonly<Record<string, readonly number[]>>;
  /** Maximum points by direction code. */
  readonly max: Readonly<Record<string, number>>;
}

const SOURCE_TITLE = 'Учебный набор: тексты придуманы для обучения и проверки, это не официальные критерии';

const official = packSchema.parse(JSON.parse(readFileSync('assets/packs/mum-2022.json', 'utf8')));

const MUM: Plan = {
  id: 'training-mum',
  mechanism: 'mum',
  title: 'Учебный набор МУМ (придуман, не для настоящей оценки)',
  level: 'муниципальных',
  counts: {
    '1.1': [9, 7, 4],
    '1.2': [9, 4],
    '1.3': [18, 14, 8],
    '1.4': [44, 42, 36],
    '2.1': [9, 8],
    '2.2': [40, 29],
    '2.3': [33, 24],
    '2.4': [16],
  },
  max: Object.fromEntries(official.directions.map((d) => [d.code, d.max ?? 0])),
};

const RUM: Plan = {
  id: 'training-rum',
  mechanism: 'rum',
  title: 'Учебный набор РУМ (придуман, не для настоящей оценки)',
  level: 'региональных',
  counts: {
    '1.1': [8, 7, 3],
    '1.2': [8, 4],
    '1.3': [9, 8, 4],
    '1.4': [12, 11, 10],
    '2.1': [7, 7],
    '2.2': [10, 8],
    '2.3': [10, 8],
    '2.4': [8, 4],
  },
  max: { '1.1': 22, '1.2': 14, '1.3': 26, '1.4': 40, '2.1': 16, '2.2': 22, '2.3': 22, '2.4': 14 },
};

/** Texts of a component in a track: two of the track's own to one shared, until the wanted number is there. */
function textsOf(
  component: TrainingComponent,
  track: TrainingTrack,
  level: string,
  wanted: number,
): string[] {
  const stem = component.stem.replace('{level}', level);
  const own = track.subjects.map((subject) => `${stem} по ${subject}`);
  const common = [...component.common];
  const texts: string[] = [];
  while (texts.length < wanted) {
    const next = texts.length % 2 === 0 && own.length > 0 ? own.shift() : (common.shift() ?? own.shift());
    if (next === undefined) throw new Error(`Not enough texts: ${track.name}, ${component.name}`);
    texts.push(next);
  }
  // Stem-and-item positions first, as a table prints them: items of one stem stand together.
  return texts.sort((a, b) => Number(b.startsWith(stem)) - Number(a.startsWith(stem)));
}

/** Shares `total` over `parts` as evenly as possible; earlier parts get the rest. */
function share(total: number, parts: number): number[] {
  return Array.from({ length: parts }, (_, i) => Math.floor(total / parts) + (i < total % parts ? 1 : 0));
}

function criterionText(component: TrainingComponent, points: number): string {
  const text = component.criterion;
  if (points === 1) return `1 балл: ${text}. 0 баллов: сведений нет или они не подтверждены документом.`;
  return `2 балла: ${text}. 1 балл: сказано не всё. 0 баллов: сведений нет или они не подтверждены документом.`;
}

function makeTrack(track: TrainingTrack, key: string, count: number, plan: Plan): PackTrack {
  const parts = track.short
    ? COMPONENTS.filter(({ kind }) => kind === 'measures' || kind === 'decisions' || kind === 'effect')
    : COMPONENTS;
  const counts = share(count, parts.length);
  const components = parts.map((component, c): PackComponent => {
    const texts = textsOf(component, track, plan.level, counts[c] ?? 0);
    const positions = texts.map(
      (text, p): PackPosition => ({
        id: `${plan.id}-${key}.${c + 1}.${p + 1}`,
        text,
        criterion: '',
        points: 1,
        mistakes: [component.mistake],
        source: { title: SOURCE_TITLE, place: `строка ${key}.${c + 1}.${p + 1}` },
      }),
    );
    return { name: component.name, kind: component.kind, positions };
  });
  return { name: track.name, ...(track.role && { role: track.role }), components };
}

/** Gives two points to evenly spread positions, so that the direction sums to its maximum. */
function spreadPoints(direction: PackDirection, max: number): void {
  const components = direction.tracks.flatMap((track) => track.components);
  const positions = components.flatMap((c) => c.positions);
  const extra = max - positions.length;
  if (extra < 0 || extra > positions.length)
    throw new Error(`${direction.code}: ${positions.length} for ${max}`);
  for (let i = 0; i < extra; i++) {
    const position = positions[Math.floor((i * positions.length) / extra)];
    if (position) position.points = 2;
  }
  for (const component of components) {
    const made = COMPONENTS.find(({ kind }) => kind === component.kind);
    for (const position of component.positions)
      if (made) position.criterion = criterionText(made, position.points ?? 1);
  }
}

function makePack(plan: Plan): Pack {
  const directions = DIRECTIONS.map(({ code, tracks }): PackDirection => {
    const all = plan.mechanism === 'rum' && code === '2.4' ? [...tracks, EXTRA_RUM] : tracks;
    const known = official.directions.find((d) => d.code === code);
    const max = plan.max[code] ?? 0;
    const direction: PackDirection = {
      code,
      name: known?.name ?? code,
      ...(known?.aliases && { aliases: known.aliases }),
      max,
      tracks: all.map((track, i) => makeTrack(track, `${code}.${i + 1}`, plan.counts[code]?.[i] ?? 0, plan)),
    };
    spreadPoints(direction, max);
    return direction;
  });
  const sum = (prefix: string) =>
    directions
      .filter(({ code }) => code.startsWith(prefix))
      .reduce((total, { max }) => total + (max ?? 0), 0);
  return packSchema.parse({
    format: 1,
    id: plan.id,
    title: plan.title,
    mechanism: plan.mechanism,
    year: 2022,
    kind: 'training',
    complete: true,
    source: { title: SOURCE_TITLE },
    tracksTotal: directions.flatMap(({ tracks }) => tracks).length,
    max: sum(''),
    sections: official.sections.map((section) => ({ ...section, max: sum(section.code) })),
    directions,
    calendar: official.calendar.filter(() => plan.mechanism === 'mum'),
    harmfulPhrases: [...HARMFUL],
  } satisfies Pack);
}

for (const plan of [MUM, RUM])
  writeFileSync(`assets/packs/${plan.id}.json`, `${JSON.stringify(makePack(plan), null, 1)}\n`);
