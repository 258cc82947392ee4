import type { ComponentKind, PackComponent, PackTrack } from '../model/pack.ts';
import { wordsOf } from './match/words.ts';

/**
 * Words by which a step of the management cycle is known, as beginnings of words. The first one that stands in
 * the heading decides: «Мониторинг показателей» is monitoring, «Показатели мониторинга» are indicators.
 */
const SIGNS: readonly (readonly [string, ComponentKind])[] = [
  ['цел', 'goals'],
  ['задач', 'goals'],
  ['показател', 'indicators'],
  ['индикатор', 'indicators'],
  ['метод', 'methods'],
  ['сбор', 'methods'],
  ['монитор', 'monitoring'],
  ['анализ', 'analysis'],
  ['рекомендац', 'recommendations'],
  ['мер', 'measures'],
  ['мероприят', 'measures'],
  ['управленческ', 'decisions'],
  ['решени', 'decisions'],
];

/** Longer headings name directions and tracks, not a step of the cycle. */
const MOST_WORDS = 14;

/** Headings of directions and tracks that happen to hold a step's word. */
const NOT_A_STEP = /^(?:систем|механизм|направлени|трек|качеств|объективност|поддержк)/;

/** «Методические рекомендации» are recommendations; «целевой», «мерило», «методист» are no steps. */
function stands(word: string, sign: string): boolean {
  if (!word.startsWith(sign)) return false;
  if (sign === 'мер') return /^мер(?:а|ы|е|у|ой|ам|ами|ах)?$/.test(word);
  if (sign === 'цел') return /^цел(?:ь|и|ью|ей|ям|ями|ях|еполагани.*)$/.test(word);
  if (sign === 'метод') return /^метод(?:а|ы|ов|ом|ам|ами|ах|ик.*)?$/.test(word);
  if (sign === 'сбор') return /^сбор[ауео]?м?$/.test(word);
  return true;
}

/** Step of the cycle a heading names; null when it names none. Forgives numbering, case, endings and order. */
export function componentKind(name: string): ComponentKind | null {
  const { list } = wordsOf(name.replace(/^\s*(?:компонент|раздел|блок|этап)\S*\s*[:.–—-]?\s*/i, ''));
  if (list.length === 0 || list.length > MOST_WORDS || NOT_A_STEP.test(list[0] as string)) return null;
  // «Анализ эффективности принятых мер» closes the cycle; «мониторинг эффективности» does not.
  const effect = list.findIndex(
    (word) => word.startsWith('эффективност') || word.startsWith('результативност'),
  );
  const monitoring = list.findIndex((word) => word.startsWith('монитор'));
  if (effect >= 0 && monitoring < 0) return 'effect';
  for (const word of list) {
    for (const [sign, kind] of SIGNS) if (stands(word, sign)) return kind;
  }
  return null;
}

/** Step of a component of a pack: as the pack says, else by its name. */
export function kindOf(component: Pick<PackComponent, 'name' | 'kind'>): ComponentKind | null {
  return component.kind ?? componentKind(component.name);
}

/** One step of a track's cycle, for the card: its kind, its name in the pack, its positions. */
export interface CycleStep {
  readonly kind: ComponentKind | null;
  readonly name: string;
  readonly positionIds: readonly string[];
  /** Sum of the maximum points; null when the pack does not say for some position. */
  readonly points: number | null;
}

/** The management cycle of a track in the pack's own order; short cycles have fewer steps. */
export function cycleOf(track: PackTrack): readonly CycleStep[] {
  return track.components.map((component) => {
    const points = component.positions.map((position) => position.points);
    return {
      kind: kindOf(component),
      name: component.name,
      positionIds: component.positions.map(({ id }) => id),
      points:
        points.length === 0 || points.includes(null)
          ? null
          : points.reduce<number>((sum, value) => sum + (value ?? 0), 0),
    };
  });
}
