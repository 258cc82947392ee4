import type { Pack, PackDirection } from '../../lib/model/pack.ts';
import { seeded } from './noise.ts';

/** Packs of any size for tests and measurements, with near-duplicates and texts repeated in other tracks. */

const STEMS = [
  'Наличие муниципальных показателей:',
  'Наличие региональных показателей:',
  'Проведение мониторинга показателей:',
  'Принятие мер и управленческих решений:',
  'Наличие адресных рекомендаций:',
  'Анализ эффективности принятых мер:',
];
const ACTS = [
  'по выявлению',
  'по устранению',
  'по оценке',
  'по учёту',
  'по развитию',
  'по поддержке',
  'по сопровождению',
  'по профилактике',
  'по обеспечению',
  'по формированию',
];
const THINGS = [
  'профессиональных дефицитов',
  'образовательных результатов',
  'ценностных ориентаций',
  'способностей и талантов',
  'учебной неуспешности',
  'функциональной грамотности',
  'кадрового резерва',
  'психологического здоровья',
  'методических объединений',
  'образовательных условий',
  'трудовой занятости',
  'дополнительного образования',
];
const WHOM = [
  'обучающихся начальной школы',
  'обучающихся основной школы',
  'обучающихся 9 классов',
  'обучающихся 11 классов',
  'педагогических работников',
  'руководителей образовательных организаций',
  'детей с ограниченными возможностями здоровья',
  'детей с инвалидностью',
  'воспитанников дошкольных образовательных организаций',
  'молодых педагогов',
  'выпускников общеобразовательных организаций',
  'несовершеннолетних обучающихся',
];
const ENDS = [
  '',
  ' на основе анализа',
  ' с учётом мнения родителей',
  ' в сельской местности',
  ' с указанием сроков',
];

const COMPONENTS = [
  'Цели',
  'Показатели',
  'Мониторинг',
  'Анализ',
  'Рекомендации',
  'Меры',
  'Анализ эффективности',
];
const KINDS = [
  'goals',
  'indicators',
  'monitoring',
  'analysis',
  'recommendations',
  'measures',
  'effect',
] as const;

/** `count` positions in 18 tracks of 8 directions; `repeated` of them have a text that another track has too. */
export function inventPack(count: number, repeated: number, seed: number): Pack {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const own = new Set<string>();
  while (own.size < count - Math.ceil(repeated / 2))
    own.add(`${pick(STEMS)} ${pick(ACTS)} ${pick(THINGS)} ${pick(WHOM)}${pick(ENDS)}`);
  const texts = [...own];
  // The first texts come again, a third of the pack later, so in another track.
  const all = [...texts, ...texts.slice(0, count - texts.length)];
  const tracks = 18;
  const directions = ['1.1', '1.2', '1.3', '1.4', '2.1', '2.2', '2.3', '2.4'].map(
    (code): PackDirection => ({
      code,
      name: `Система номер ${code} качества образования`,
      max: null,
      tracks: [],
    }),
  );
  for (let t = 0; t < tracks; t++) {
    const part = all.slice(Math.floor((t * count) / tracks), Math.floor(((t + 1) * count) / tracks));
    directions[Math.floor((t * 8) / tracks)]?.tracks.push({
      name: `Трек о предмете ${'абвгдежзиклмнопрсту'[t]}${'аеиоу'[t % 5]}рник`,
      components: COMPONENTS.map((name, c) => ({
        name,
        kind: KINDS[c] ?? null,
        positions: part
          .map((text, i) => ({ id: `p-${t}-${i}`, text, criterion: '', points: 1 }))
          .filter((_, i) => Math.floor((i * COMPONENTS.length) / part.length) === c),
      })),
    });
  }
  return {
    format: 1,
    id: 'invented',
    title: 'Для проверки',
    mechanism: 'mum',
    year: 2022,
    kind: 'training',
    complete: true,
    source: { title: 'Придумано для проверки' },
    tracksTotal: tracks,
    max: null,
    sections: [],
    directions,
    calendar: [],
    harmfulPhrases: [],
  };
}

/** The pack without every n-th position, and the ids of those taken out. */
export function without(pack: Pack, nth: number): { rest: Pack; removed: Set<string> } {
  const removed = new Set<string>();
  const rest = structuredClone(pack);
  let order = 0;
  for (const direction of rest.directions)
    for (const track of direction.tracks)
      for (const component of track.components)
        component.positions = component.positions.filter(({ id }) => {
          const gone = order++ % nth === 1;
          if (gone) removed.add(id);
          return !gone;
        });
  return { rest, removed };
}
