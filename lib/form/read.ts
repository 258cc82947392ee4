import { type Form, type Position, RECOGNISED_FROM, type Row } from '../model/form.ts';
import { headingKey, positionId, rowId } from '../reference/identity.ts';
import { textKey } from '../reference/text.ts';
import { type Chosen, chooseTexts, textOf } from './choose.ts';
import { readPositionColumns } from './columns.ts';
import { placeOf, readContext } from './context.ts';
import type { WalkOptions } from './elements.ts';
import { type Group, readGroups } from './groups.ts';
import { headingRank } from './headings.ts';
import type { Item } from './items.ts';
import { joinPath } from './join-path.ts';
import { confidence, couldBe, type Draft, isApart, isForm, isOutlier } from './judge.ts';
import { isShownForm } from './judge-shown.ts';
import { ANY, isWorth, type Looked, readParts } from './look.ts';
import { mechanismOf } from './mechanism.ts';
import { type Pair, pairRows } from './pair.ts';
import { readPaths } from './path.ts';
import { asRecognised } from './recognised.ts';
import { restOf } from './rest.ts';
import { complete, each, type Steps } from './steps.ts';
import { readTexts } from './texts.ts';
import type { Token } from './token.ts';
import type { Evidence, RecognisedForm, RecogniseHints } from './types.ts';
import { isEditable } from './value.ts';
import type { Walked } from './walk.ts';
import { readWindow } from './window.ts';

/** A recognised position with its parts in the page. */
export interface Found {
  readonly position: Position;
  readonly anchor: Element;
  readonly rows: readonly Pair[];
  readonly score: Item | null;
  /** The page's own «add a link» of the position. */
  readonly add: HTMLElement | null;
  readonly evidence: readonly Evidence[];
}

/** What reading gives besides the form itself; the living form builds on it. */
export interface Reading {
  readonly form: Form;
  readonly found: readonly Found[];
  readonly walked: Walked;
}

interface Known {
  readonly positions: ReadonlySet<string>;
  readonly headings: ReadonlySet<string>;
}

/** Recognises the form of a page. A page that is not the form gives no positions. Never throws on odd markup. */
export function readForm(root: Document | Element, options: { hints?: RecogniseHints } = {}): RecognisedForm {
  return asRecognised(readPage(root, options.hints, true));
}

/** Reads the page once, at once. */
export function readPage(root: Document | Element, hints?: RecogniseHints, frames = false): Reading {
  return complete(readInSteps(root, { hints, frames }));
}

export interface ReadOptions {
  readonly hints?: RecogniseHints | undefined;
  readonly frames?: boolean;
  /** The first half of the reading, done already. */
  readonly looked?: Looked;
}

/** Reads the page once, in steps: see `inSlices`. What the page does meanwhile is the caller's to notice. */
export function* readInSteps(
  root: Document | Element,
  { hints, frames = false, looked }: ReadOptions = {},
): Steps<Reading> {
  const known = knownOf(hints);
  const once = (part: Document | Element, shown: boolean): Steps<Reading> =>
    readOnce(part, known, shown, { frames }, part === root && looked?.shown === shown ? looked : undefined);
  if (looked?.shown) return yield* once(root, true);
  const typed = yield* once(root, false);
  if (isFilledIn(typed)) return typed;
  const edited = yield* readWindow(root, once);
  if (edited) return edited;
  return typed.found.length === 0 && root.querySelector(ANY) ? yield* once(root, true) : typed;
}

/** Whether a page was read as a form to be filled in. */
export function isFilledIn({ form, found }: Reading): boolean {
  return form.mode === 'fill' && found.length > 0;
}

function knownOf(hints?: RecogniseHints): Known {
  return {
    positions: new Set(hints?.positions?.map(textKey)),
    headings: new Set(hints?.headings?.map(headingKey)),
  };
}

/** Reads a page that is filled in, without the boxes to be passed over; null when it does not look like one then. */
export function* readWithout(document: Document, skip: ReadonlySet<Element>): Steps<Reading | null> {
  const scope = restOf(document, skip);
  const typed = yield* readOnce(document, knownOf(), false, { skip, scope });
  return isFilledIn(typed) ? typed : null;
}

const NOTHING = { form: { mode: 'fill', mechanism: null, positions: [] }, found: [] } as const;

function* readOnce(
  root: Document | Element,
  known: Known,
  shown: boolean,
  options: WalkOptions,
  begun?: Looked,
): Steps<Reading> {
  const looked = begun ?? (yield* readParts(root, shown, options));
  const read = isWorth(looked) ? yield* assemble(looked, known) : null;
  return { ...(read ?? NOTHING), walked: looked.walked };
}

function* assemble(
  { walked, columns, items, taken, shown }: Looked,
  known: Known,
): Steps<{ form: Form; found: Found[] } | null> {
  const { tokens } = walked;
  const context = readContext(walked);
  const texts = yield* readTexts(tokens, items, columns, taken);
  const grids = yield* readPositionColumns(tokens, items, columns, texts);
  const groups = yield* readGroups(tokens, items, texts, grids);
  const chosen = yield* chooseTexts(groups, tokens, known.positions);
  const above = yield* readPaths(groups, chosen, tokens, known.headings);
  const drafts: Draft[] = [];
  const found: Found[] = [];
  const ordinals = new Map<string, number>();
  const place = placeOf(context, chosen.values().next().value?.token.element);
  const candidates: { group: Group; pick: Chosen; draft: Draft; sure: number; odd: boolean }[] = [];
  yield* each(groups, (group) => {
    const pick = chosen.get(group);
    if (!pick) return;
    const own = textOf(pick);
    const heads = above.get(group);
    const text = heads?.stem ? `${heads.stem} ${own.text}` : own.text;
    const crumbs = place(pick.token.element);
    const around = context.around(pick.token.element);
    const told = heads?.titled && [...crumbs, ...around].some((name) => headingRank(name) === 1);
    const path = joinPath(around, crumbs, (told ? heads?.path.slice(1) : heads?.path) ?? [], text);
    const draft: Draft = {
      path,
      text,
      number: own.number,
      points: own.points,
      ...partsOf(group),
      share: pick.share,
      known: known.positions.size > 0 && known.positions.has(textKey(text)),
      header: (pick.token.cell && columns.above(pick.token.cell).at(-1)) || '',
    };
    const sure = confidence(draft, groups.length);
    candidates.push({ group, pick, draft, sure, odd: isOutlier(draft, sure, groups.length) });
  });
  const all = candidates.map(({ draft }) => draft);
  const apart = candidates.find(({ draft }) => isApart(draft, all));
  if (apart) candidates.splice(candidates.indexOf(apart), 1);
  const certain = candidates.map(({ odd, sure }) => !odd && sure >= RECOGNISED_FROM);
  const first = certain.indexOf(true);
  const last = certain.lastIndexOf(true);
  const enough = certain.filter(Boolean).length >= 3;
  // Among sure positions a unit that fails the evidence is listed, and never written to; elsewhere it is nothing.
  const kept = candidates.filter(
    ({ odd, draft }, i) => !odd || (enough && i > first && i < last && couldBe(draft)),
  );
  // A feedback form beside the locked fields does not make the page one to be filled in.
  const review = shown || kept.every(({ draft }) => draft.urls.every((item) => !item.editable));
  yield* each(kept, ({ group, pick, draft, sure: weight, odd }) => {
    const sure = odd ? Math.min(weight, UNSURE) : weight;
    const { path, text } = draft;
    const pairs = rowsOf(group, tokens, review);
    const key = positionId(path, text);
    const ordinal = ordinals.get(key) ?? 0;
    ordinals.set(key, ordinal + 1);
    const id = ordinal === 0 ? key : positionId(path, text, ordinal);
    if (!odd) drafts.push(draft);
    const add = group.items.find((item) => item.role === 'add')?.element ?? null;
    found.push(build(id, draft, pairs, sure, pick, add));
  });
  yield;
  const positions = found.map((f) => f.position);
  const judged = positions.filter(({ confidence: value }) => value > UNSURE || !enough);
  if (!(shown ? isShownForm : isForm)(judged, drafts)) return null;
  return { form: { mode: review ? 'review' : 'fill', mechanism: mechanismOf(tokens), positions }, found };
}

/** A group's items by what they are. */
function partsOf({ items }: Group): Pick<Draft, 'urls' | 'comments' | 'score'> {
  const urls: Item[] = [];
  const comments: Item[] = [];
  let score: Item | null = null;
  for (const item of items)
    if (item.role === 'url') urls.push(item);
    else if (item.role === 'comment') comments.push(item);
    else if (item.role === 'score') score ??= item;
  return { urls, comments, score };
}

/** Confidence of what is listed but not recognised, at most. */
const UNSURE = 0.25;

function rowsOf(group: Group, tokens: readonly Token[], review: boolean): Pair[] {
  const pairs = pairRows(group.items, tokens);
  if (!review) return pairs;
  return pairs.filter(
    (pair) => (pair.url?.read() ?? '').trim() !== '' || (pair.comment?.read() ?? '').trim() !== '',
  );
}

function build(
  id: string,
  draft: Draft,
  pairs: readonly Pair[],
  sure: number,
  pick: Chosen,
  add: HTMLElement | null,
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
  const { path, text, number, points } = draft;
  return {
    position: {
      id,
      path,
      text,
      number,
      points,
      rows,
      confidence: sure,
      canAddRow: add !== null && isEditable(add),
    },
    anchor: pick.token.element,
    rows: pairs,
    score: draft.score,
    add,
    get evidence() {
      return [
        ...pick.evidence,
        ...path.map((seen): Evidence => ({ part: 'path', kind: 'heading', seen, weight: 0.1 })),
        ...draft.urls.slice(0, 1).flatMap((item) => item.evidence),
        ...draft.comments.slice(0, 1).flatMap((item) => item.evidence),
        ...(draft.score?.evidence ?? []),
      ];
    },
  };
}
