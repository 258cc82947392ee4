import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { componentKind, cycleOf } from '../../lib/criteria/components.ts';
import { factsFor, factsFromPath, factsOf } from '../../lib/criteria/facts.ts';
import { openPack } from '../../lib/criteria/open.ts';
import { packSchema } from '../../lib/model/pack.ts';

const pack = packSchema.parse(JSON.parse(readFileSync('assets/packs/training-mum.json', 'utf8')));
const index = openPack(pack);

describe('componentKind', () => {
  it.each([
    ['Цели и задачи', 'goals'],
    ['1. ЦЕЛИ', 'goals'],
    ['Постановка целей', 'goals'],
    ['Показатели', 'indicators'],
    ['Показатели мониторинга', 'indicators'],
    ['Мониторинг показателей', 'monitoring'],
    ['Методы сбора и обработки информации', 'methods'],
    ['Анализ результатов мониторинга', 'analysis'],
    ['Адресные рекомендации по результатам анализа', 'recommendations'],
    ['Методические рекомендации', 'recommendations'],
    ['Меры, мероприятия', 'measures'],
    ['Принятие муниципальных мер в рамках реализации регионального управленческого цикла', 'measures'],
    ['Управленческие решения', 'decisions'],
    ['Анализ эффективности принятых мер', 'effect'],
    ['Компонент: Показатели', 'indicators'],
    ['2.1. Система мониторинга эффективности руководителей', null],
    ['Адресная поддержка школ с низкими образовательными результатами', null],
    ['Объективность оценки', null],
    ['', null],
  ] as const)('%s → %s', (name, kind) => {
    expect(componentKind(name)).toBe(kind);
  });
});

describe('facts', () => {
  it('of a match', () => {
    const entry = index.entries[0];
    if (!entry) throw new Error('empty pack');
    expect(factsOf({ entry, certainty: 1, how: 'exact' })).toMatchObject({
      criterionId: entry.position.id,
      directionCode: '1.1',
      component: 'goals',
      certainty: 1,
    });
  });

  it.each([
    [
      [
        '1.2. Система работы со школами с низкими результатами обучения',
        'Адресная поддержка школ с низкими образовательными результатами',
        'Меры',
      ],
      { directionCode: '1.2', trackRole: 'low-schools-support', component: 'measures' },
    ],
    [
      [
        'Система выявления, поддержки и развития способностей и талантов у детей и молодёжи',
        'Развитие способностей обучающихся в соответствии с их потребностями',
      ],
      { directionCode: '1.3', trackRole: 'talents-by-needs', component: null },
    ],
    [
      ['Направление 2.3', 'Трек: Волонтёрство', 'Показатели'],
      { directionCode: '2.3', component: 'indicators' },
    ],
    [
      [
        'II. Механизмы управления качеством образовательной деятельности',
        '2.4.Система мониторинга качества дошкольного образования',
      ],
      { directionCode: '2.4', component: null },
    ],
  ] as const)('from headings %j', (path, facts) => {
    expect(factsFromPath(path)).toMatchObject({ ...facts, criterionId: '', certainty: 0 });
  });

  it('null where headings tell nothing', () => {
    expect(factsFromPath([])).toBeNull();
  });

  it('unmatched positions share the track of matched ones', () => {
    const entry = index.entries[0];
    if (!entry) throw new Error('empty pack');
    const path = [
      `${entry.direction.code}. ${entry.direction.name}`,
      `Трек ${entry.track.name.toUpperCase()}`,
      entry.component.name,
    ];
    const [a, b] = factsFor(index, [
      { path, text: entry.position.text },
      { path, text: 'Совсем другая позиция, которой в наборе нет' },
    ]);
    expect(b?.match).toBeNull();
    expect(a?.facts?.trackKey).toBe(b?.facts?.trackKey);
    expect(b?.facts?.component).toBe('goals');
    expect(factsFor(null, [{ path, text: 'x' }])[0]?.facts?.directionCode).toBe('1.1');
  });

  it('the cycle of a track keeps the order and sums points', () => {
    const track = pack.directions[0]?.tracks[2];
    if (!track) throw new Error('no track');
    expect(cycleOf(track).map(({ kind }) => kind)).toEqual(['measures', 'decisions', 'effect']);
    expect(cycleOf(track)[0]?.points).toBeGreaterThan(0);
  });
});

describe('search', () => {
  it.each(['профессиональных дефицитов', 'профессиональный дефицит', 'професиональные дифициты'])(
    '%s',
    (query) => {
      const found = index.search(query, 5);
      expect(found).toHaveLength(5);
      for (const { position } of found) expect(position.text).toMatch(/профессиональных дефицитов/);
    },
  );

  it('knows unfinished words and directions, and finds nothing for nonsense', () => {
    expect(index.search('олимп', 1)[0]?.position.text).toMatch(/олимпиад/);
    expect(index.search('2.4 семьями', 3).every(({ direction }) => direction.code === '2.4')).toBe(true);
    expect(index.search('цхзщыв', 3)).toEqual([]);
    expect(index.search('', 3)).toEqual([]);
  });
});
