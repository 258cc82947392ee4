/** Random choices come from one stream, so that a failing page can be made again from its seed. */
export interface Random {
  /** 0 ≤ n < limit. */
  int(limit: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
}

/** Small generator (mulberry32); tests need repeatable, not good, randomness. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    int: (limit) => Math.floor(next() * limit),
    chance: (share) => next() < share,
    pick: (list) => list[Math.floor(next() * list.length)] as (typeof list)[number],
  };
}

export interface ModelRow {
  url: string;
  comment: string;
}
export interface ModelPosition {
  direction: string;
  track: string;
  component: string;
  text: string;
  rows: ModelRow[];
}

const DIRECTIONS: readonly (readonly [string, readonly string[]])[] = [
  [
    '1.1. Система оценки качества подготовки обучающихся',
    ['Объективность оценки качества подготовки обучающихся', 'Внутренний контроль в школах'],
  ],
  [
    '1.3. Система выявления, поддержки и развития способностей и талантов у детей и молодежи',
    ['Развитие способностей обучающихся в соответствии с их потребностями', 'Сопровождение одаренных детей'],
  ],
  [
    '2.2. Система обеспечения профессионального развития педагогических работников',
    ['Наставничество молодых учителей', 'Научно-методическое сопровождение педагогов'],
  ],
  [
    '2.4. Система мониторинга качества дошкольного образования',
    ['Качество программ детских садов', 'Условия для развития дошкольников'],
  ],
];
const COMPONENTS = [
  'Цели и задачи',
  'Показатели',
  'Мониторинг показателей',
  'Анализ результатов мониторинга',
  'Адресные рекомендации',
  'Меры и мероприятия',
  'Управленческие решения',
  'Анализ эффективности принятых мер',
];
const STARTS = [
  'Наличие муниципальных показателей',
  'Проведение мониторинга',
  'Использование результатов анализа',
  'Содействие региону в реализации мер',
  'Разработка методических материалов',
  'Определение сроков достижения целей',
  'Принятие управленческих решений',
  'Учет мнений участников',
  'Обоснование выбора целей',
  'Проведение мероприятий',
];
const ENDS = [
  'по проверке олимпиадных работ',
  'по поддержке детей с особыми потребностями',
  'по работе с кадровым резервом',
  'по охвату дополнительным образованием',
  'по ссылкам на открытые источники',
  'по взаимодействию школы и семьи',
  'по оценке сформированности ценностных ориентаций',
  'по профилактике правонарушений',
  'по комментированию итоговых работ',
];
const URLS = [
  'https://uo-test.ru/docs/prikaz.pdf',
  'http://obr.example.ru/a.php?id=7&x=1',
  'https://disk.yandex.ru/i/43kC4v8',
  'www.school.ru/plan.docx',
];
const NOTES = [
  'с. 3–5',
  'Приказ от 01.09.2021 № 412, с. 2',
  'План мероприятий, стр. 5',
  'Логин: expert, пароль: Qw!7; с. 8',
];

/** A form of two tracks or more with a few positions in each component. */
export function randomModel(random: Random, same: boolean): ModelPosition[] {
  const positions: ModelPosition[] = [];
  const directions = 1 + random.int(2);
  const first = random.int(DIRECTIONS.length);
  const perPosition = 1 + random.int(5);
  for (let d = 0; d < directions; d++) {
    const [direction, tracks] = DIRECTIONS[(first + d) % DIRECTIONS.length] as (typeof DIRECTIONS)[number];
    const count = 1 + random.int(2);
    for (let t = 0; t < count; t++) {
      const at = random.int(COMPONENTS.length - 2);
      for (let c = 0; c < 1 + random.int(2); c++) {
        const component = COMPONENTS[at + c] as string;
        const used = new Set<string>();
        for (let p = 0; p < 1 + random.int(3); p++) {
          let text = '';
          do text = `${random.pick(STARTS)} ${random.pick(ENDS)}`;
          while (used.has(text));
          used.add(text);
          const rows = Array.from({ length: same ? perPosition : 1 + random.int(5) }, () => ({
            url: random.chance(0.4) ? random.pick(URLS) : '',
            comment: random.chance(0.3) ? random.pick(NOTES) : '',
          }));
          positions.push({ direction, track: tracks[t] as string, component, text, rows });
        }
      }
    }
  }
  return positions;
}
