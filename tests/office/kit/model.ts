import fc from 'fast-check';
import type { Rows } from './expect.ts';
import { HEAD } from './expect.ts';
import { cell, type SheetCell } from './sheet.ts';

/** A preparation table before any layout: what was meant. Read back, every layout must give this. */
export interface ModelRow {
  readonly url: string;
  readonly name: string;
  readonly pages: string;
  readonly comment: string;
}

export interface ModelPosition {
  readonly path: readonly string[];
  readonly text: string;
  readonly rows: readonly ModelRow[];
}

const DIRECTIONS = [
  '1.1. Система оценки качества подготовки обучающихся',
  '1.4. Система работы по самоопределению и профессиональной ориентации обучающихся',
  '2.3. Система организации воспитания обучающихся',
];
const TRACKS = [
  'Объективность оценки качества подготовки обучающихся',
  'Формирование ценностных ориентаций обучающихся',
  'Адресная поддержка школ с низкими образовательными результатами',
  'Профилактика безнадзорности и правонарушений',
];
const COMPONENTS = [
  'Цели и задачи',
  'Показатели',
  'Мониторинг показателей',
  'Анализ результатов мониторинга',
];
const TEXTS = [
  'Наличие муниципальных целей и задач',
  'Наличие показателей по оценке ценностных ориентаций',
  'Содействие региону в проведении мероприятий',
  'Проведение совещаний с руководителями, не менее 2 раз в год',
  'Наличие плана мероприятий («дорожной карты») на 2022 год',
];

const word = fc.constantFrom('Приказ', 'План', 'Отчёт', 'Справка', 'Положение', 'Письмо');
const row: fc.Arbitrary<ModelRow> = fc.record({
  url: fc
    .tuple(
      fc.constantFrom('https://uo.example.ru', 'http://школа5.рф', 'https://disk.yandex.ru'),
      fc.stringMatching(/^[a-z0-9_-]{1,12}$/),
      fc.constantFrom('.pdf', '.docx', '', '?id=12&page=2'),
    )
    .map(([host, path, end]) => `${host}/doc/${path}${end}`)
    .filter((url) => !/[_-]$/.test(url)),
  name: fc.oneof(
    fc.constant(''),
    fc.tuple(word, fc.nat(999)).map(([kind, n]) => `${kind} УО от 15.03.2022 № ${n}-од`),
  ),
  pages: fc.constantFrom('', '3', 'с. 3–5', '1-2, 7', 'стр. 12', 'все'),
  comment: fc.constantFrom(
    '',
    'Раздел 2; цели, задачи',
    'логин: mmu; пароль: a"b;c,1',
    '=1+1',
    '-да',
    'две\u00a0части «x»',
  ),
});

/** Positions with distinct texts under their component; some are empty. */
export const model: fc.Arbitrary<ModelPosition[]> = fc
  .array(
    fc.record({
      direction: fc.nat(2),
      track: fc.nat(3),
      component: fc.nat(3),
      texts: fc.uniqueArray(fc.constantFrom(...TEXTS), { minLength: 1, maxLength: 3 }),
      rows: fc.array(fc.array(row, { maxLength: 3 }), { minLength: 3, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((groups) => {
    const known = new Set<string>();
    const sorted = [...groups].sort(
      (a, b) => a.direction - b.direction || a.track - b.track || a.component - b.component,
    );
    return sorted.flatMap((group) => {
      const path = [
        DIRECTIONS[group.direction],
        TRACKS[group.track],
        COMPONENTS[group.component],
      ] as string[];
      if (known.has(path.join())) return [];
      known.add(path.join());
      return group.texts.map((text, index) => ({ path, text, rows: group.rows[index] ?? [] }));
    });
  });

export interface Layout {
  readonly headings: 'merged' | 'columns';
  readonly position: 'merged' | 'repeated' | 'blank';
  readonly order: readonly number[];
  readonly title: boolean;
  readonly numbers: boolean;
  readonly repeatHeader: boolean;
  readonly links: 'text' | 'link' | 'formula';
}

export const layout: fc.Arbitrary<Layout> = fc.record({
  headings: fc.constantFrom('merged', 'columns'),
  position: fc.constantFrom('merged', 'repeated', 'blank'),
  order: fc.shuffledSubarray([1, 2, 3, 4], { minLength: 4, maxLength: 4 }),
  title: fc.boolean(),
  numbers: fc.boolean(),
  repeatHeader: fc.boolean(),
  links: fc.constantFrom('text', 'link', 'formula'),
});

/** The model laid out as cells. */
export function lay(positions: readonly ModelPosition[], how: Layout): Rows {
  const columns = how.headings === 'columns';
  const order = [0, ...how.order];
  const before = columns ? ['Направление', 'Трек', 'Компонент'] : [];
  const header = [...before, ...order.map((index) => HEAD[index] as string)];
  const width = header.length;
  const out: (string | SheetCell | null)[][] = [];
  if (how.title)
    out.push([cell('Подготовка документов к заполнению в ФИС ОКО', { columns: width, bold: true })], []);
  out.push(header);
  if (how.numbers) out.push(header.map((_, index) => String(index + 1)));
  let path: readonly string[] = [];
  positions.forEach((position, at) => {
    const changed = position.path.findIndex((heading, level) => heading !== path[level]);
    const from = changed < 0 ? 3 : changed;
    if (!columns)
      for (const heading of position.path.slice(from)) out.push([cell(heading, { columns: width })]);
    path = position.path;
    const rows = position.rows.filter((it) => it.url !== '' || it.name !== '');
    const height = Math.max(1, rows.length);
    for (let index = 0; index < height; index++) {
      if (how.repeatHeader && at > 0 && index === 0 && columns) out.push(header);
      const it = rows[index];
      const first = index === 0;
      const text =
        how.position === 'merged' && height > 1 && !(how.repeatHeader && columns)
          ? first
            ? cell(position.text, { rows: height })
            : null
          : first || how.position === 'repeated'
            ? position.text
            : '';
      const link =
        it && it.name !== '' && how.links !== 'text'
          ? cell(it.name, { link: it.url, formula: how.links === 'formula' })
          : (it?.url ?? '');
      const values = [text, link, it?.name ?? '', it?.pages ?? '', it?.comment ?? ''];
      out.push([...(columns ? position.path : []), ...order.map((index) => values[index] ?? '')]);
    }
  });
  return out;
}
