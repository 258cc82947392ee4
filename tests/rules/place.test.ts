import { describe, expect, it } from 'vitest';
import { contextOf, criterionOf, positionOf } from '../../lib/rules/example.ts';
import { placeOf } from '../../lib/rules/place.ts';

const DIRECTION = '2.3. Система организации воспитания обучающихся';
const TRACK = 'Трек: Формирование ценностных ориентаций обучающихся';
const place = (...path: string[]) => placeOf(positionOf('p', [], path), contextOf());

describe('the place of a position, by its headings', () => {
  it.each([
    ['Цели и задачи', 'goals'],
    ['Муниципальные цели', 'goals'],
    ['Компонент: Показатели', 'indicators'],
    ['Муниципальные показатели', 'indicators'],
    ['Методы сбора и обработки информации', 'methods'],
    ['Мониторинг показателей', 'monitoring'],
    ['Анализ результатов мониторинга', 'analysis'],
    ['Адресные рекомендации', 'recommendations'],
    ['Меры, мероприятия', 'measures'],
    ['Муниципальные меры, мероприятия, управленческие решения', 'measures'],
    ['Принятие муниципальных мер в рамках реализации регионального управленческого цикла', 'measures'],
    ['Управленческие решения', 'decisions'],
    ['Анализ эффективности принятых мер', 'effect'],
    ['Прочее', null],
  ])('%s: %s', (heading, component) => {
    expect(place(DIRECTION, TRACK, heading).component).toBe(component);
  });

  it('positions of one track share it, with or without a section above', () => {
    const goals = place(DIRECTION, TRACK, 'Цели и задачи');
    const indicators = place(DIRECTION, TRACK, 'Показатели');
    expect(indicators).toMatchObject({ track: goals.track, group: goals.group, direction: '2.3' });
    expect(place('2. Механизмы управления', DIRECTION, TRACK, 'Показатели').direction).toBe('2.3');
    expect(place(DIRECTION, 'Другой трек', 'Показатели').track).not.toBe(goals.track);
  });

  it('a criterion tells what headings do not', () => {
    const criterion = () => criterionOf({ component: 'monitoring', directionCode: '1.4', trackKey: 'k' });
    expect(placeOf(positionOf('p', []), contextOf({ criterion }))).toEqual({
      direction: '1.4',
      group: '1.4',
      track: 'k',
      role: null,
      component: 'monitoring',
    });
  });

  it('knows the two tracks that have rules of their own', () => {
    expect(
      place('1.2. Система', 'Адресная поддержка школ с низкими образовательными результатами').role,
    ).toBe('low-schools-support');
    expect(
      place('1.3.Система', 'Развитие способностей обучающихся в соответствии с их потребностями', 'Меры')
        .role,
    ).toBe('talents-by-needs');
  });
});
