import type { Position, Row } from '../../model/form.ts';
import type { ProfilePart, SiteProfile } from '../../model/profile.ts';
import { positionId, rowId } from '../../reference/identity.ts';
import { continuation, textOf } from '../choose.ts';
import { fieldValue } from '../field-value.ts';
import { type Item, isOutside } from '../items.ts';
import { mechanismOf } from '../mechanism.ts';
import { type Pair, pairRows } from '../pair.ts';
import type { Found, Reading } from '../read.ts';
import { asRecognised } from '../recognised.ts';
import { complete } from '../steps.ts';
import { readTexts } from '../texts.ts';
import type { ButtonToken, TextToken, Token } from '../token.ts';
import type { Evidence, RecognisedForm } from '../types.ts';
import { isEditable } from '../value.ts';
import { isAdd } from '../words.ts';
import { type FieldPart, partOf } from './fields.ts';
import { type FieldMark, type Marked, markPage } from './marks.ts';
import { type Above, type Built, pathsOf } from './paths.ts';
import { likeTexts } from './texts.ts';
import { readUnits, type Unit } from './units.ts';

/** How sure a position is whose text and links were found by the profile, and one whose links were not. */
const SURE = 0.9;
const UNSURE = 0.3;

/** What a profile finds on a page, and the parts it knows but does not find there. */
export interface Applied {
  readonly reading: Reading;
  readonly missing: readonly ProfilePart[];
}

/** Recognises a page by its profile; see `readByProfile`. */
export function applyProfile(
  root: Document | Element,
  profile: SiteProfile,
): { form: RecognisedForm; missing: readonly ProfilePart[] } {
  const { reading, missing } = readByProfile(root, profile);
  return { form: asRecognised(reading), missing };
}

/**
 * Reads a page by its profile. A part is taken only where several ways agree; a position whose links are not
 * recognised is listed with a low confidence, so that nobody writes to it. Never throws on odd markup.
 */
export function readByProfile(root: Document | Element, profile: SiteProfile): Applied {
  const marked = markPage(root);
  const { tokens } = marked;
  const units = findUnits(marked, profile);
  const built = units.flatMap((unit) => assign(unit, profile, tokens) ?? []);
  const items = built.flatMap((one) => one.items);
  const texts = complete(readTexts(tokens, items, marked.columns, new Set()));
  const above = pathsOf(built, marked, profile, texts);
  const review = built.every(({ items }) => items.every((item) => item.role !== 'url' || !item.editable));
  const ordinals = new Map<string, number>();
  const found = built.map((one, i): Found => {
    const own = textOf(one.chosen);
    const stem = above[i]?.stem;
    const text = stem ? `${stem} ${own.text}` : own.text;
    const path = above[i]?.path ?? [];
    const key = positionId(path, text);
    const ordinal = ordinals.get(key) ?? 0;
    ordinals.set(key, ordinal + 1);
    const pairs = pairRows(one.items, tokens).filter((pair) => !review || said(pair));
    return build(positionId(path, text, ordinal), { ...own, text, path }, one, pairs);
  });
  const positions = found.map((one) => one.position);
  const form = { mode: review ? 'review' : 'fill', mechanism: mechanismOf(tokens), positions } as const;
  return {
    reading: {
      form: positions.length > 0 ? form : { ...form, mode: 'fill' },
      found,
      walked: marked.walked,
    },
    missing: missingParts(profile, built, above),
  };
}

/** Texts like those pointed at, with the fields that can only be theirs. */
export function findUnits(
  marked: Marked,
  profile: Pick<SiteProfile, 'position' | 'link' | 'comment'>,
): Unit[] {
  const { tokens } = marked;
  const links = new Set(profile.link.map((way) => way.shape));
  const comments = new Set(profile.comment.map((way) => way.shape));
  const likely = marked.fields.filter((field) => links.has(field.shape) || comments.has(field.shape));
  const items = likely.map((field) =>
    itemOf(field, comments.has(field.shape) && !links.has(field.shape) ? 'comment' : 'url', 0),
  );
  const texts = complete(readTexts(tokens, items, marked.columns, new Set()));
  const hits = likeTexts(profile.position, tokens, (index) => texts.says(index) !== null);
  const side = profile.position[0]?.side ?? 'before';
  const adds = tokens.filter(
    (token): token is ButtonToken => token.kind === 'button' && isAdd(token.text) && !isOutside(token),
  );
  return readUnits(hits, marked.fields, adds, tokens, side).filter(
    (unit) =>
      unit.fields.length === 0 ||
      unit.fields.some((field) => links.has(field.shape) || comments.has(field.shape)),
  );
}

/** Fields that take turns in a row; points fields and lists to choose from do not. */
export function turnFields(fields: readonly FieldMark[]): FieldMark[] {
  return fields.filter(({ token }) => token.type !== 'select' && token.type !== 'number');
}

const ROLES = { link: 'url', comment: 'comment', points: 'score' } as const;

function assign(unit: Unit, profile: SiteProfile, tokens: readonly Token[]): Built | null {
  const turns = turnFields(unit.fields);
  const items: Item[] = [];
  let score: Item | null = null;
  const open = unit.fields.some((field) => isEditable(field.token.element));
  for (const field of unit.fields) {
    const found = partOf(profile, field, turns.indexOf(field), turns);
    // Locked and empty beside fields that can be typed into: a row kept for cloning, nothing to be read or written.
    if (!found || (open && !isEditable(field.token.element) && fieldValue(field.token.element) === ''))
      continue;
    const item = itemOf(field, ROLES[found.part], Math.min(1, found.score / 8), found.part);
    if (found.part === 'points') score ??= item;
    else items.push(item);
  }
  const { token } = unit.hit;
  const weight = Math.min(1, unit.hit.score / 4);
  return {
    chosen: {
      token,
      more: continuation(
        token,
        tokens.filter(
          (one): one is TextToken =>
            one.kind === 'text' && one.index >= token.index && one.index < token.index + 12,
        ),
      ),
      share: 1,
      evidence: [{ part: 'text', kind: 'shown', seen: unit.hit.way.sample.slice(0, 80), weight }],
    },
    items,
    score,
    add: unit.add?.element ?? null,
    bare: unit.fields.length === 0,
  };
}

function itemOf(field: FieldMark, role: Item['role'], weight: number, part?: FieldPart): Item {
  const element = field.token.element;
  const seen = [...field.labels.values()][0]?.join(' ') ?? field.shape;
  const kind = part ? 'shown' : 'like';
  const evidence: Evidence[] = [
    {
      part: role === 'url' || role === 'comment' || role === 'score' ? role : 'position',
      kind,
      seen,
      weight,
    },
  ];
  return {
    role,
    at: field.token.index,
    end: field.token.index,
    element,
    cell: field.token.cell,
    editable: isEditable(element),
    number: null,
    weight,
    evidence,
    read: () => fieldValue(element),
  };
}

function said(pair: Pair): boolean {
  return (pair.url?.read() ?? '').trim() !== '' || (pair.comment?.read() ?? '').trim() !== '';
}

function build(
  id: string,
  own: Pick<Position, 'text' | 'number' | 'points' | 'path'>,
  one: Built,
  pairs: readonly Pair[],
): Found {
  const rows = pairs.map(
    (pair, i): Row => ({
      id: rowId(id, i),
      url: pair.url?.read() ?? '',
      comment: pair.comment?.read() ?? '',
      name: '',
      pages: '',
    }),
  );
  const linked = one.items.some((item) => item.role === 'url');
  return {
    position: {
      id,
      ...own,
      rows,
      confidence: linked || one.bare ? SURE : UNSURE,
      canAddRow: one.add !== null && isEditable(one.add),
    },
    anchor: one.chosen.token.element,
    rows: pairs,
    score: one.score,
    add: one.add,
    evidence: [...one.chosen.evidence, ...one.items.slice(0, 2).flatMap((item) => item.evidence)],
  };
}

function missingParts(profile: SiteProfile, built: readonly Built[], above: readonly Above[]): ProfilePart[] {
  const missing: ProfilePart[] = [];
  const none = (role: Item['role']): boolean => !built.some((one) => one.items.some((i) => i.role === role));
  if (built.length === 0) missing.push('position');
  if (none('url')) missing.push('link');
  if (profile.comment.length > 0 && none('comment')) missing.push('comment');
  if (profile.points.length > 0 && !built.some((one) => one.score)) missing.push('points');
  if (built.length > 0 && above.every(({ path }) => path.length === 0))
    missing.push(...new Set(profile.headings.map((way) => way.role)));
  return missing;
}
