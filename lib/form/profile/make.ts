import type { ProfilePart, SiteProfile } from '../../model/profile.ts';
import type { TextToken } from '../token.ts';
import { findUnits, turnFields } from './apply.ts';
import { type Example, fieldWay, partOf } from './fields.ts';
import { HEADING_ROLES } from './headings.ts';
import { type FieldMark, fieldTokenAt, type Marked, markPage, sharedBox, textTokenAt } from './marks.ts';
import { textWay } from './texts.ts';
import { unitKind } from './units.ts';

/** What a person pointed at: the parts of one position. Headings in the order direction, track, component. */
export interface Pointed {
  /** The text's element, or its text node where the element holds much else. */
  readonly positionText: Element | Text;
  readonly link: Element;
  readonly comment: Element | null;
  readonly points?: Element | null;
  readonly headings?: readonly (Element | Text | null)[];
}

/** Thrown where what was pointed at is not such a part: no text, no field, or the same field twice. */
export class PointError extends Error {
  readonly part: ProfilePart;
  constructor(part: ProfilePart) {
    super(`not a ${part}`);
    this.name = 'PointError';
    this.part = part;
  }
}

export interface MakeOptions {
  readonly site: string;
  readonly title: string;
  readonly made: string;
  /** A profile this example is added to: what it finds already, it goes on finding. */
  readonly base?: SiteProfile | null;
}

/** Makes a profile from one pointed position, or adds the position to one. Throws `PointError`. */
export function makeProfile(root: Document | Element, pointed: Pointed, options: MakeOptions): SiteProfile {
  const marked = markPage(root);
  const token = textTokenAt(marked.tokens, pointed.positionText);
  if (!token) throw new PointError('position');
  const field = (part: ProfilePart, element: Element): FieldMark => {
    const mark = fieldTokenAt(marked, element);
    if (!mark) throw new PointError(part);
    return mark;
  };
  const link = field('link', pointed.link);
  const comment = pointed.comment ? field('comment', pointed.comment) : null;
  if (comment === link) throw new PointError('comment');
  const points = pointed.points ? field('points', pointed.points) : null;
  if (points && (points === link || points === comment)) throw new PointError('points');
  const side = token.index < link.token.index ? 'before' : 'after';
  const draft = { ...textWay(token), side, gap: 0, unit: 'flow', up: 400 } as const;
  const shapes = { link: [emptyWay(link)], comment: comment ? [emptyWay(comment)] : [] };
  const first = unitOf(marked, { position: [draft], ...shapes }, token, link);
  const { unit, neighbours, gap } = first;
  const turns = turnFields(unit);
  const position = {
    ...draft,
    gap,
    unit: unitKind(token, unit.length > 0 ? unit : [link], neighbours, marked.tokens),
    up: sharedBox(token.element, link.token.element)?.up ?? 400,
  };
  const example = (mark: FieldMark, partner: FieldMark): Example => ({
    own: mark,
    partner,
    unit: turns.includes(mark) ? turns : [mark],
    others: [link, comment, points].filter((other): other is FieldMark => other !== null && other !== mark),
  });
  const made: SiteProfile = {
    kind: 'fis-oko-site-profile',
    format: 1,
    site: options.site,
    title: options.title.slice(0, 500),
    made: options.made,
    position: [position],
    link: [fieldWay(example(link, comment ?? link))],
    comment: comment ? [fieldWay(example(comment, link))] : [],
    points: points ? [fieldWay(example(points, points))] : [],
    headings: headingsOf(marked, pointed.headings ?? []),
  };
  const best = loosest(marked, made);
  return options.base ? join(options.base, best) : best;
}

/**
 * One position may stand alone in its list where others share theirs: the tie to the box is kept only as long as no
 * position loses all its links by it.
 */
function loosest(marked: Marked, made: SiteProfile): SiteProfile {
  const flowing = { ...made, position: made.position.map((way) => ({ ...way, unit: 'flow' as const })) };
  const linked = (profile: SiteProfile): number =>
    findUnits(marked, profile).filter(({ fields }) => {
      const turns = turnFields(fields);
      return fields.some((one) => partOf(profile, one, turns.indexOf(one), turns)?.part === 'link');
    }).length;
  return linked(flowing) > linked(made) ? flowing : made;
}

/** The fields between the pointed text and the next text like it, and the texts on both sides. */
function unitOf(
  marked: Marked,
  ways: Pick<SiteProfile, 'position' | 'link' | 'comment'>,
  token: TextToken,
  link: FieldMark,
): { unit: readonly FieldMark[]; neighbours: TextToken[]; gap: number } {
  // The gap is learnt by trying: of several like texts before the fields the pointed one is the right one.
  for (let gap = 0; gap < 8; gap++) {
    const position = ways.position.map((way) => ({ ...way, gap }));
    const units = findUnits(marked, { ...ways, position });
    const at = units.findIndex((unit) => unit.hit.token === token);
    const found = units[at];
    if (!found?.fields.includes(link)) continue;
    const neighbours = [units[at - 1], units[at + 1]].flatMap((unit) => (unit ? [unit.hit.token] : []));
    return { unit: found.fields, neighbours, gap: found.gap };
  }
  return { unit: [], neighbours: [], gap: 0 };
}

function emptyWay(mark: FieldMark): SiteProfile['link'][number] {
  return {
    shape: mark.shape,
    labels: [],
    name: '',
    chain: [],
    branch: 0,
    column: null,
    turn: 0,
    period: 0,
    alone: false,
  };
}

function headingsOf(marked: Marked, headings: readonly (Element | Text | null)[]): SiteProfile['headings'] {
  return headings.flatMap((element, i) => {
    const role = HEADING_ROLES[i];
    if (!element || !role) return [];
    const token = textTokenAt(marked.tokens, element);
    if (!token) throw new PointError(role);
    return [{ ...textWay(token), role }];
  });
}

/** Adds what a further example showed; a way known already is not kept twice. */
function join(base: SiteProfile, more: SiteProfile): SiteProfile {
  const merge = <T>(a: readonly T[], b: readonly T[]): T[] => {
    const known = new Set(a.map((one) => JSON.stringify(one)));
    return [...a, ...b.filter((one) => !known.has(JSON.stringify(one)))].slice(-40);
  };
  return {
    ...base,
    made: more.made,
    position: merge(base.position, more.position),
    link: merge(base.link, more.link),
    comment: merge(base.comment, more.comment),
    points: merge(base.points, more.points),
    headings: merge(base.headings, more.headings),
  };
}
