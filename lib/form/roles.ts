import { collapse } from '../reference/text.ts';
import { readBoxes } from './boxes.ts';
import { fieldValue } from './field-value.ts';
import { type Columns, labelFinder, referenced } from './labels.ts';
import { miniHeaders } from './miniheader.ts';
import { nearLabel } from './near-labels.ts';
import { numberIn, Reasons } from './reasons.ts';
import type { Scope } from './rest.ts';
import { complete, each, type Steps } from './steps.ts';
import type { FieldToken, Token } from './token.ts';
import { pairUnnamed, spread } from './unnamed.ts';
import { isLabelText, type LabelRole, labelRole, words } from './words.ts';

/** A field with what it was taken for and why. */
export interface RoledField {
  readonly token: FieldToken;
  role: LabelRole | null;
  reasons: Reasons;
  /** Number in its own label («Ссылка 2» → 2), to pair by. */
  readonly number: number | null;
  /** First and one past the last token of the largest box that holds no other field. */
  readonly from: number;
  readonly to: number;
}

/** What the headers above a cell say of a field in it. */
interface Header {
  /** The innermost that names a role; '' for none. */
  readonly label: string;
  readonly number: number | null;
}

function headerOf(above: readonly string[]): Header {
  const label = above.findLast((text) => labelRole(text) !== null) ?? '';
  for (const text of above) {
    const number = numberIn(text);
    if (number !== null) return { label, number };
  }
  return { label, number: null };
}

/** An attribute as it is shown, cut to a length. */
function said(element: Element, attribute: string, limit: number): string {
  return collapse(element.getAttribute(attribute) ?? '').slice(0, limit);
}

const NONE: readonly string[] = [];

/**
 * Says what every field is for, from everything that names it. `rooted`: fields may stand in shadow roots or frames,
 * whose labels have to be looked up there.
 */
export function* readRoles(
  tokens: readonly Token[],
  columns: Columns,
  root: Scope,
  rooted = true,
): Steps<RoledField[]> {
  const fields = tokens.filter((t): t is FieldToken => t.kind === 'field');
  const boxes = yield* readBoxes(tokens, fields);
  const aboveOf = ({ cell }: FieldToken): readonly string[] => (cell ? columns.above(cell) : NONE);
  /** Header lines count where no column has a header; mostly all fields are alike in that. */
  let lines = fields[0] && aboveOf(fields[0]).length === 0 ? yield* miniHeaders(tokens) : null;
  const lineOf = (token: FieldToken): string | undefined => {
    lines ??= complete(miniHeaders(tokens));
    return lines.get(token);
  };
  const labelOf = yield* labelFinder(root, !rooted);
  yield;
  /** By the list of texts above, which cells of one column share. */
  const headers = new Map<readonly string[], Header>();
  const header = (above: readonly string[]): Header => {
    let known = headers.get(above);
    if (!known) {
      known = headerOf(above);
      headers.set(above, known);
    }
    return known;
  };
  const none = Reasons.none();
  const surroundings = { tokens, boxes, columns };
  const judge = (token: FieldToken, i: number): RoledField => {
    const { element, dressed, cell, type } = token;
    let reasons = dressed ? ownNames(none, element) : none;
    const own = labelOf(element);
    if (own && words(own) <= 14) reasons = reasons.said('label', own, 0.7);
    const above = aboveOf(token);
    const line = above.length > 0 ? undefined : lineOf(token);
    const near = nearLabel(reasons, token, i, surroundings, line !== undefined);
    reasons = near ?? (line ? reasons.said('header-line', line, 0.45) : reasons);
    let number = reasons.number;
    if (cell) {
      const { label, number: said } = header(above);
      reasons = reasons.said('column-header', label, 0.6);
      number = reasons.number ?? said;
      const { outer } = cell.grid;
      if (above.length === 0 && outer) reasons = outerHeader(reasons, columns.above(outer).at(-1) ?? '');
    }
    if (dressed) reasons = ownHints(reasons, element);
    reasons = byShape(reasons, type);
    if (dressed && /^https?:|^www\./i.test(element.getAttribute('placeholder') ?? ''))
      reasons = reasons.guessed('url', 'placeholder', 'https://', 0.5);
    // What its labels say of one voice needs no look at value and name.
    if (!reasons.verdict(type).plain) reasons = byContent(reasons, element, type);
    const { role } = reasons.verdict(type);
    number ??= reasons.number;
    return { token, role, reasons, number, from: boxes.from[i] as number, to: boxes.to[i] as number };
  };
  const result: RoledField[] = [];
  yield* each(fields, (token, i) => {
    result.push(judge(token, i));
  });
  yield;
  /** Everything that may name a field, also what says nothing of link or comment. */
  const namesOf = ({ token, from, to }: RoledField): readonly string[] => {
    const { element, index } = token;
    const near = tokens.slice(Math.max(0, Math.min(from, index - 1)), to);
    return [
      ...['aria-label', 'placeholder', 'title'].map((name) => said(element, name, Number.POSITIVE_INFINITY)),
      ...referenced(element, 'aria-labelledby'),
      labelOf(element) ?? '',
      lineOf(token) ?? '',
      ...aboveOf(token),
      ...near.flatMap((one) => (one.kind === 'text' && words(one.text) <= 6 ? [one.text] : [])),
    ];
  };
  pairUnnamed(result, namesOf);
  spread(result);
  return result;
}

/** What a field calls itself. */
function ownNames(reasons: Reasons, element: Element): Reasons {
  // «Позиция, строка 2, Ссылка»: of several names the last that says something is the field's own.
  const names = referenced(element, 'aria-labelledby');
  const name = names.findLast((one) => isLabelText(one) && labelRole(one)) ?? names.join(' ');
  return reasons.said('aria-label', said(element, 'aria-label', 200), 0.7).said('aria-labelledby', name, 0.6);
}

/** Header of the cell that holds the field's whole table; one over links and comments says nothing. */
function outerHeader(reasons: Reasons, text: string): Reasons {
  const two = /ссыл/i.test(text) && /комментари/i.test(text);
  return two ? reasons : reasons.said('column-header', text, 0.4);
}

/** What a field says when it is pointed at or empty. */
function ownHints(reasons: Reasons, element: Element): Reasons {
  return reasons
    .said('placeholder', said(element, 'placeholder', 120), 0.45)
    .said('title', said(element, 'title', 120), 0.35);
}

/** What the kind of field tells. */
function byShape(reasons: Reasons, type: string): Reasons {
  switch (type) {
    case 'url':
      return reasons.guessed('url', 'field-type', 'url', 0.5);
    case 'number':
    case 'select':
    case 'radio':
      return reasons.guessed('score', 'field-type', type, 0.2);
    case 'rich':
      return reasons.guessed('comment', 'field-type', 'contenteditable', 0.2);
    case 'textarea':
      return reasons.guessed('comment', 'field-type', 'textarea', 0.12);
    default:
      return reasons;
  }
}

/** What value and name tell. */
function byContent(from: Reasons, element: HTMLElement, type: string): Reasons {
  let reasons = from;
  if (type !== 'select' && type !== 'radio' && /^\s*(?:https?:\/\/|www\.)\S+\s*$/i.test(fieldValue(element)))
    reasons = reasons.guessed('url', 'value-shape', 'http', 0.35);
  const name = `${element.getAttribute('name') ?? ''} ${element.id}`.toLowerCase();
  const seen = name.trim();
  if (/url|link|href|ssyl/.test(name)) reasons = reasons.guessed('url', 'field-name', seen, 0.15);
  if (/comm?ent|komment|primech|poyasn/.test(name))
    reasons = reasons.guessed('comment', 'field-name', seen, 0.15);
  if (/search|filter|query|poisk/.test(name)) reasons = reasons.guessed('other', 'field-name', seen, 0.3);
  return reasons;
}
