import type { CriterionFacts } from '../model/matched.ts';
import type { PackDirection, PackTrack } from '../model/pack.ts';
import { headingKey } from '../reference/identity.ts';
import { componentKind, kindOf } from './components.ts';
import { CERTAIN_FROM } from './match/matcher.ts';
import type { Match, Matchable, PackIndex, PackPlace } from './types.ts';

/** Positions of one track share this key, matched to the pack or not. */
export function trackKeyOf(direction: Pick<PackDirection, 'code'>, track: Pick<PackTrack, 'name'>): string {
  return `${direction.code}|${headingKey(track.name)}`;
}

/** What rules and markers need of a matched position. */
export function factsOf(match: Match): CriterionFacts {
  const { position, component, track, direction } = match.entry;
  return {
    criterionId: position.id,
    points: position.points,
    component: kindOf(component),
    trackKey: trackKeyOf(direction, track),
    trackRole: track.role ?? null,
    directionCode: direction.code,
    certainty: match.certainty,
  };
}

/** What a direction is about, for headings without a code. From the names in the slides of 2022. */
const DIRECTION_SIGNS: readonly (readonly [string, RegExp])[] = [
  ['1.1', /оценки качества подготовки/],
  ['1.2', /систем\S* работы со школами|школ\S* с низкими результатами обучения/],
  ['1.3', /способностей и талантов/],
  ['1.4', /самоопределени\S* и профессиональн\S* ориентац/],
  ['2.1', /эффективност\S* руководител/],
  ['2.2', /профессиональн\S* развити\S* педагог/],
  ['2.3', /организаци\S* воспитания/],
  ['2.4', /качества дошкольного/],
];

/** The two tracks rules speak of, by their names in the slides of 2022. */
const ROLE_SIGNS: readonly (readonly [RegExp, NonNullable<CriterionFacts['trackRole']>])[] = [
  [/адресн\S* (?:поддержк|помощ)\S* школ\S* с низкими/, 'low-schools-support'],
  [/развити\S* способностей .*(?:в соответствии с|по) (?:их )?(?:потребност|запрос)/, 'talents-by-needs'],
];

const CODE = /^[^\p{L}\d]*(?:направление\s*)?([12]\.[1-9])(?:\.\d+)*(?!\d)/iu;

/**
 * Facts of a position that no pack knows, from its headings alone, so that rules still work: direction by code
 * or name, role of the track, step of the cycle. `criterionId` is '' and `certainty` 0. Null when the headings
 * tell nothing.
 */
export function factsFromPath(path: readonly string[]): CriterionFacts | null {
  let directionCode = '';
  let track = '';
  let component: CriterionFacts['component'] = null;
  let trackRole: CriterionFacts['trackRole'] = null;
  for (const heading of path) {
    const key = headingKey(heading);
    const named = DIRECTION_SIGNS.find(([, sign]) => sign.test(key))?.[0];
    const role = ROLE_SIGNS.find(([sign]) => sign.test(key))?.[1];
    const kind = role || named ? null : componentKind(heading);
    const code = kind || role ? undefined : CODE.exec(heading)?.[1];
    if (named ?? code) directionCode = named ?? code ?? '';
    else if (kind) component = kind;
    else if (/^механизмы управления качеством/.test(key)) continue;
    else if (!heading.trim().endsWith(':')) track = key;
    if (role) trackRole = role;
  }
  if (!directionCode && trackRole) directionCode = trackRole === 'low-schools-support' ? '1.2' : '1.3';
  if (!directionCode && !track && !component) return null;
  const trackKey = `${directionCode}|${track}`;
  return { criterionId: '', points: null, component, trackKey, trackRole, directionCode, certainty: 0 };
}

/**
 * Facts of all positions of a form, in its order: matched ones from the pack; the others from the place the pack
 * knows, else from the headings alone. `index` null: no pack is active.
 */
export function factsFor(
  index: PackIndex | null,
  positions: readonly Matchable[],
): { match: Match | null; facts: CriterionFacts | null }[] {
  const matches = index?.match(positions) ?? [];
  return positions.map(({ path }, i) => {
    const match = matches[i] ?? null;
    if (match && match.certainty >= CERTAIN_FROM) return { match, facts: factsOf(match) };
    const placed = factsFromPlace(index?.place(path) ?? null, factsFromPath(path));
    if (!match) return { match, facts: placed };
    // A doubtful match must not move the position into another track: its headings know better.
    const { criterionId, points, certainty, ...guessed } = factsOf(match);
    return { match, facts: { ...guessed, ...placed, criterionId, points, certainty } };
  });
}

function factsFromPlace(place: PackPlace | null, byPath: CriterionFacts | null): CriterionFacts | null {
  if (!place) return byPath;
  const { direction, track } = place;
  const code = direction?.code ?? byPath?.directionCode ?? '';
  return {
    criterionId: '',
    points: null,
    component: place.component ?? byPath?.component ?? null,
    trackKey: track && direction ? trackKeyOf(direction, track) : (byPath?.trackKey ?? `${code}|`),
    trackRole: track?.role ?? byPath?.trackRole ?? null,
    directionCode: code,
    certainty: 0,
  };
}
