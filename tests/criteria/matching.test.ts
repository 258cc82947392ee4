import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CERTAIN_FROM } from '../../lib/criteria/match/matcher.ts';
import { openPack } from '../../lib/criteria/open.ts';
import type { Matchable, PackIndex } from '../../lib/criteria/types.ts';
import { type Pack, packSchema } from '../../lib/model/pack.ts';
import { inventPack, without } from './invent.ts';
import { cut, dress, endings, type Noise, seeded, typos } from './noise.ts';

const training = packSchema.parse(JSON.parse(readFileSync('assets/packs/training-mum.json', 'utf8')));
const trainingIndex = openPack(training);
const invented = openPack(inventPack(400, 162, 7));

type Heads = 'all' | 'none';

function page(index: PackIndex, noise: Noise, seed: number, heads: Heads = 'all'): Matchable[] {
  const random = seeded(seed);
  return index.entries.map(({ direction, track, component, position }) => ({
    path: heads === 'none' ? [] : [`${direction.code}. ${direction.name}`, track.name, component.name],
    text: noise(position.text, random),
  }));
}

function result(index: PackIndex, positions: readonly Matchable[]) {
  const matches = index.match(positions);
  const right = matches.filter((match, i) => match?.entry.order === i).length;
  const sureWrong = matches.filter(
    (match, i) => match && match.certainty >= CERTAIN_FROM && match.entry.order !== i,
  ).length;
  return { right: right / positions.length, sureWrong };
}

/** The very position is asked for, among equal texts in other tracks. */
describe.each([
  ['training pack', trainingIndex],
  ['400 invented texts, near-duplicates among them', invented],
] as const)('%s', (_, index) => {
  it.each([
    ['dress', dress, 1],
    ['2 % typos', typos(0.02), 1],
    ['5 % typos', typos(0.05), 0.99],
    ['endings', endings, 1],
    ['cut to 60 %', cut(0.6), 0.99],
  ] as const)('%s', (_name, noise, least) => {
    for (const heads of ['all', 'none'] as const) {
      const { right, sureWrong } = result(index, page(index, noise, 3, heads));
      expect(right).toBeGreaterThanOrEqual(heads === 'all' ? least : least - 0.02);
      expect(sureWrong).toBe(0);
    }
  });
});

describe('absent positions', () => {
  it('are not taken for their near-duplicates; the others are kept', () => {
    for (const [pack, nth] of [
      [training, 3],
      [inventPack(400, 162, 7), 2],
    ] as const) {
      const whole = openPack(pack);
      const { rest, removed } = without(pack, nth);
      const matches = openPack(rest).match(page(whole, typos(0.02), 5));
      let kept = 0;
      let accepted = 0;
      matches.forEach((match, i) => {
        const id = whole.entries[i]?.position.id ?? '';
        const sure = match !== null && match.certainty >= CERTAIN_FROM;
        if (removed.has(id)) accepted += sure ? 1 : 0;
        else kept += sure && match.entry.position.id === id ? 1 : 0;
      });
      expect(accepted / removed.size).toBeLessThanOrEqual(0.01);
      expect(kept / (matches.length - removed.size)).toBeGreaterThanOrEqual(0.98);
    }
  });
});

/** A tiny pack: texts by component, in one track. */
function tiny(texts: readonly string[], component = 'Показатели'): Pack {
  const pack = structuredClone(training);
  const direction = pack.directions[0];
  if (!direction) throw new Error('no direction');
  pack.directions = [
    {
      ...direction,
      tracks: [
        {
          name: 'Объективность оценки',
          components: [
            {
              name: component,
              kind: null,
              positions: texts.map((text, i) => ({ id: `t${i}`, text, criterion: '', points: 1 })),
            },
          ],
        },
      ],
    },
  ];
  return pack;
}

const PATH = ['1.1. Система оценки качества подготовки обучающихся', 'Объективность оценки', 'Показатели'];

function sureId(texts: readonly string[], seen: string, path: readonly string[] = PATH): string | null {
  const [match] = openPack(tiny(texts)).match([{ path, text: seen }]);
  return match && match.certainty >= CERTAIN_FROM ? match.entry.position.id : null;
}

describe('one text and another', () => {
  const known = 'Наличие показателей по оценке подготовки обучающихся образовательных организаций';

  it.each([
    ['case', 'НАЛИЧИЕ ПОКАЗАТЕЛЕЙ ПО ОЦЕНКЕ ПОДГОТОВКИ ОБУЧАЮЩИХСЯ ОБРАЗОВАТЕЛЬНЫХ ОРГАНИЗАЦИЙ'],
    [
      'number and quotes',
      '1.1.2.3. «Наличие показателей» по оценке подготовки обучающихся — образовательных организаций;',
    ],
    ['abbreviation', 'Наличие показателей по оценке подготовки обучающихся ОО'],
    ['cut words', 'Наличие показат. по оценке подготовки обуч-ся образоват. орг.'],
    ['endings', 'Наличие показателя по оценкам подготовки обучающегося образовательной организации'],
    ['run together', 'Наличие показателейпо оценке подго товки обучающихся образовательных организаций'],
    ['cut', 'Наличие показателей по оценке подготовки обуч…'],
    ['Latin look-alikes', 'Нaличиe пoкaзaтeлeй пo оценке подготовки обучающихся образовательных организаций'],
  ])('same: %s', (_, seen) => {
    expect(sureId([known, 'Описание методов сбора информации'], seen)).toBe('t0');
  });

  it.each([
    ['another word', 'Наличие рекомендаций по оценке подготовки обучающихся образовательных организаций'],
    [
      'other beginning',
      'Наличие показателей по переоценке подготовки обучающихся образовательных организаций',
    ],
    ['negation', 'Наличие показателей не по оценке подготовки обучающихся образовательных организаций'],
    [
      'a word more',
      'Наличие региональных показателей по оценке подготовки обучающихся образовательных организаций',
    ],
    ['a word less', 'Наличие показателей по оценке обучающихся образовательных организаций'],
    ['nothing alike', 'Проведение конкурсов профессионального мастерства'],
    ['empty', ''],
  ])('another: %s', (_, seen) => {
    expect(sureId([known], seen)).toBeNull();
  });

  it('numbers are never forgiven', () => {
    expect(
      sureId(
        ['Результаты обучающихся 9 классов по русскому языку'],
        'Результаты обучающихся 8 классов по русскому языку',
      ),
    ).toBeNull();
  });

  it('abbreviations are read both ways', () => {
    expect(
      sureId(['Анализ результатов ВПР и ОГЭ'], 'Анализ результатов всероссийских проверочных работ и ОГЭ'),
    ).toBe('t0');
    expect(sureId(['Участие в этапах всероссийской олимпиады школьников'], 'Участие в этапах ВсОШ')).toBe(
      't0',
    );
  });
});

describe('place', () => {
  it('equal texts in two tracks are told apart by headings, and by order without them', () => {
    const index = trainingIndex;
    const twins = index.entries.filter(
      (a) => index.entries.filter((b) => b.position.text === a.position.text).length > 1,
    );
    expect(twins.length).toBeGreaterThan(100);
    for (const entry of twins) {
      const path = [entry.direction.code, `Трек: ${entry.track.name} (12)`, entry.component.name];
      expect(index.match([{ path, text: entry.position.text }])[0]).toMatchObject({
        entry: { order: entry.order },
        certainty: 1,
      });
    }
    const alone = index.match([{ path: [], text: twins[0]?.position.text ?? '' }])[0];
    expect(alone?.certainty ?? 0).toBeLessThan(CERTAIN_FROM);
  });

  it('a text that stands in another track only is not sure', () => {
    const [match] = openPack(tiny(['Согласованность целей с региональными документами'])).match([
      {
        path: ['2.3. Система организации воспитания'],
        text: 'Согласованность целей с региональными документами',
      },
    ]);
    expect(match?.certainty ?? 0).toBeLessThan(CERTAIN_FROM);
  });

  it('a stem in the path joins the item', () => {
    const texts = [
      'Наличие муниципальных показателей: по оценке ориентаций',
      'Наличие региональных показателей: по оценке ориентаций',
    ];
    expect(sureId(texts, 'по оценке ориентаций', [...PATH, 'Наличие региональных показателей:'])).toBe('t1');
    expect(sureId(texts, 'по оценке ориентаций')).toBeNull();
    expect(sureId(texts.slice(0, 1), 'по оценке ориентаций')).toBe('t0');
  });

  it('near-duplicates cut alike are not guessed', () => {
    const texts = [
      'Поддержка школ по программам развития педагогов',
      'Поддержка школ по программам развития учеников',
    ];
    expect(sureId(texts, 'Поддержка школ по программам раз')).toBeNull();
  });
});

describe('any text', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom(...trainingIndex.entries.map(({ position }) => position.text)),
  );

  it('gives one match or null a position, never throws, and the same again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ path: fc.array(anything, { maxLength: 4 }), text: anything }), {
          maxLength: 12,
        }),
        (positions) => {
          const matches = trainingIndex.match(positions);
          expect(matches).toHaveLength(positions.length);
          for (const match of matches)
            if (match) {
              expect(match.certainty).toBeGreaterThan(0);
              expect(match.certainty).toBeLessThanOrEqual(1);
            }
          expect(trainingIndex.match(positions)).toEqual(matches);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('a text of the pack with one typing error is never sure of another position', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 353 }), fc.integer({ min: 0, max: 1e9 }), (order, seed) => {
        const entry = trainingIndex.entries[order];
        if (!entry) return;
        const path = [
          `${entry.direction.code}. ${entry.direction.name}`,
          entry.track.name,
          entry.component.name,
        ];
        const [match] = trainingIndex.match([{ path, text: typos(0.03)(entry.position.text, seeded(seed)) }]);
        if (match && match.certainty >= CERTAIN_FROM) expect(match.entry.order).toBe(order);
      }),
      { numRuns: 400 },
    );
  });
});
