import { headingText, oneLine } from './text.ts';

/** Which level a heading belongs to, and what a run of headings does to the path. No list of tracks is needed. */

export const SECTION = 0;
export const DIRECTION = 1;
export const TRACK = 2;
export const COMPONENT = 3;

export interface Heading {
  readonly text: string;
  /** null: a heading, but its level cannot be told from its words. */
  readonly level: number | null;
}

/** «1.1. Система …»: two figures, not the beginning of a longer number. */
const DIRECTION_CODE = /^(?:направление\s*)?(?:№\s*)?[12]\.\s?\d(?!\.?\d)[.):]?\s*(?=[\p{L}«"])/iu;
const DIRECTION_NAME =
  /^система\s+(?:объективной\s+)?(?:оценки|работы|выявления|мониторинга|обеспечения|организации)\s/iu;
const SECTION_NAME = /^(?:раздел\s*)?(?:(?:[12]|[IVХX]{1,3})[.):]?\s*)?механизм[ыа]?\s+управления\s/iu;

/** First words of the management cycle's steps (domain.md); a heading of a component begins with one. */
const STEP_WORDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:муниципальн\S+|региональн\S+)?\s*(?:цел[иь]|задач[иа])(?:\s|,|$)/iu, 0],
  [/^(?:муниципальн\S+|региональн\S+)?\s*(?:показател[иь]|индикатор)/iu, 1],
  [/^(?:использу\S+\s+)?метод[ыа]?\s/iu, 2],
  [/^(?:сбор|обработк)\S*\s/iu, 2],
  [/^(?:проведени\S\s+)?мониторинг/iu, 3],
  [/^(?:проведени\S\s+)?анализ\S*\s+(?:\S+\s+){0,2}эффективност/iu, 8],
  [/^определени\S\s+степени\s+соответстви/iu, 8],
  [/^(?:проведени\S\s+)?анализ/iu, 4],
  [/^(?:разработк\S\s+)?(?:адресн\S+\s+)?(?:методическ\S+\s+)?рекомендаци/iu, 5],
  [
    /^(?:реализаци\S\s+|приняти\S\s+)?(?:муниципальн\S+\s+|региональн\S+\s+)?(?:мер[ыа]?|мероприяти\S)(?:\s|,|$)/iu,
    6,
  ],
  [/^(?:приняти\S\s+)?управленческ\S+\s+решени/iu, 7],
  [/^приняти\S\s+(?:мер|решени)/iu, 6],
];

/** Words that begin positions, never headings. */
const POSITION_WORDS =
  /^(?:наличие|содействие|участие|использование|уч[её]т|доля|количество|число|охват|по|в|о|об|с|на|для|при|из|к)\s/iu;

/** Order of the step in the cycle (0 for goals) when the text is the name of a component, else null. */
export function componentOrder(text: string): number | null {
  const bare = headingText(text).replace(/^(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[IVX]+[.)])\s*/u, '');
  if (/^\p{Ll}/u.test(bare) || oneLine(text).endsWith(':') || POSITION_WORDS.test(bare)) return null;
  if (bare.split(' ').length > 14) return null;
  return STEP_WORDS.find(([pattern]) => pattern.test(bare))?.[1] ?? null;
}

/** Level told by the words of a heading: its code, its label, the name of a step. */
export function headingLevel(text: string): number | null {
  const line = oneLine(text);
  if (/^трек(?=[\s:№«"])/iu.test(line)) return TRACK;
  if (/^компонент(?=[\s:№«"])/iu.test(line)) return COMPONENT;
  if (SECTION_NAME.test(line)) return SECTION;
  const code = DIRECTION_CODE.exec(line);
  if (code && !POSITION_WORDS.test(line.slice(code[0].length))) return DIRECTION;
  if (/^направление(?=[\s:№«"])/iu.test(line) || DIRECTION_NAME.test(line)) return DIRECTION;
  return componentOrder(line) === null ? null : COMPONENT;
}

export function heading(text: string, level: number | null = headingLevel(text)): Heading {
  return { text: headingText(text), level };
}

/**
 * The headings of one cell: several when it holds a direction and more on lines of their own, or one after another
 * as a path («1.1. … / Трек / Показатели»). A line that begins small goes on with the line before.
 */
export function headingsOf(text: string): Heading[] {
  const lines: string[] = [];
  for (const line of text.split(/\n|\s(?:[/→>›|]|->)\s/)) {
    const clean = oneLine(line);
    const last = lines.length - 1;
    if (clean === '') continue;
    if (last >= 0 && !/^[\p{Lu}\d«"]/u.test(clean)) lines[last] += ` ${clean}`;
    else lines.push(clean);
  }
  const levels = lines.map(headingLevel);
  const first = levels[0] ?? null;
  // Without a sure beginning, lines are only a name cut by hand.
  const several =
    lines.length > 1 && first !== null && (first <= DIRECTION || levels.slice(1).some((it) => it !== null));
  return several ? lines.map((line) => heading(line)) : [heading(text)];
}

/**
 * A track may begin with a step's word («Мониторинг качества дошкольного образования»): it is one when it stands right
 * below a direction and a step follows, or when the step that follows is an earlier one.
 */
function tracksNamedLikeSteps(run: readonly Heading[]): Heading[] {
  return run.map((item, index) => {
    const next = run[index + 1];
    if (item.level !== COMPONENT || next?.level !== COMPONENT) return item;
    const order = (it: Heading): number => componentOrder(it.text) ?? 0;
    return run[index - 1]?.level === DIRECTION || order(item) >= order(next)
      ? { ...item, level: null }
      : item;
  });
}

/** Cuts a run where a new branch begins: before sections and directions, after components. */
function branches(run: readonly Heading[]): Heading[][] {
  const parts: Heading[][] = [[]];
  for (const item of run) {
    const last = parts.at(-1) as Heading[];
    const before = last.at(-1);
    const starts = item.level !== null && item.level <= DIRECTION;
    const afterComponent = before?.level === COMPONENT;
    if (last.length > 0 && (starts || afterComponent)) parts.push([item]);
    else last.push(item);
  }
  return parts.filter((part) => part.length > 0);
}

function applyBranch(path: readonly Heading[], run: readonly Heading[]): Heading[] {
  const first = run[0] as Heading;
  if (first.level === SECTION) return [...run];
  if (first.level === DIRECTION) return [...path.filter((item) => item.level === SECTION), ...run];
  const firm = path.filter((item) => item.level !== null && item.level <= DIRECTION).length;
  const loose = path.length - firm;
  if (first.level === TRACK) return [...path.slice(0, firm), ...run];
  // A step below a track that had none so far goes deeper instead of replacing the track.
  if (run.length === 1 && first.level === COMPONENT && loose === 1 && path.at(-1)?.level !== COMPONENT)
    return [...path, first];
  return [...path.slice(0, Math.max(firm, path.length - run.length)), ...run];
}

/** k headings in a row replace the last k levels; sections and directions are never replaced by what is below them. */
export function applyHeadings(path: readonly Heading[], run: readonly Heading[]): Heading[] {
  let result = [...path];
  for (const branch of branches(tracksNamedLikeSteps(run))) result = applyBranch(result, branch);
  return result;
}
