import { collapse } from '../reference/text.ts';
import { fieldValue } from './field-value.ts';
import type { Columns } from './labels.ts';
import { labelsById, referenced } from './labels.ts';
import { memo } from './memo.ts';
import { miniHeaders } from './miniheader.ts';
import type { Scope } from './rest.ts';
import { complete, isPause, type Steps } from './steps.ts';
import { commonDepth, type FieldToken, rangeEnd, rangeStart, type Token } from './token.ts';
import { pairUnnamed, spread } from './unnamed.ts';
import { isLabelText, type LabelRole, labelRole, pointsOf, words } from './words.ts';

/** A field with what it was taken for and why. */
export interface RoledField {
  readonly token: FieldToken;
  role: LabelRole | null;
  readonly evidence: { role: LabelRole; kind: string; seen: string; weight: number }[];
  /** Number in its own label («Ссылка 2» → 2), to pair by. */
  number: number | null;
  /** First and one past the last token of the largest box that holds no other field. */
  readonly box: readonly [number, number];
}

const NUMBER = /(?:№\s*|[\s[(]|^)(\d{1,2})(?![\d.])\s*[:.)\]]?\s*$|^(\d{1,2})[.)]?\s+\p{L}/u;

const numberIn = memo((label): number | null => {
  const match =
    NUMBER.exec(label) ??
    /(?:ссылк\S*|комментари\S*|документ\S*|строк\S*)[^\d]{0,24}(\d{1,2})(?!\d)/i.exec(label);
  const value = match?.[1] ?? match?.[2];
  return value ? Number(value) : null;
});

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
  const boxes: [number, number][] = [];
  for (const [i, field] of fields.entries()) {
    if (isPause(i)) yield;
    const before = fields[i - 1];
    const after = fields[i + 1];
    const depth =
      Math.max(
        before ? commonDepth(tokens, before.index, field.index) : 0,
        after ? commonDepth(tokens, field.index, after.index) : 0,
      ) + 1;
    boxes.push(
      depth >= field.depth
        ? [field.index, field.index + 1]
        : [rangeStart(tokens, field.index, depth), rangeEnd(tokens, field.index, depth)],
    );
  }
  /** Field in whose box a token stands; −1 for none. */
  const inBox = new Int32Array(tokens.length).fill(-1);
  for (const [i, [from, to]] of boxes.entries()) inBox.fill(i, from, to);
  const headers = yield* miniHeaders(tokens);
  const labelOf = yield* labelFinder(root, !rooted);
  yield;
  const judge = (token: FieldToken, i: number): RoledField => {
    const field: RoledField = {
      token,
      role: null,
      evidence: [],
      number: null,
      box: boxes[i] as [number, number],
    };
    const say = (kind: string, seen: string, weight: number): void => {
      const role = labelRole(seen);
      if (!role) return;
      field.evidence.push({ role, kind, seen: seen.slice(0, 80), weight });
      field.number ??= numberIn(seen);
    };
    const { element, dressed } = token;
    const said = (attribute: string, limit: number): string =>
      collapse(element.getAttribute(attribute) ?? '').slice(0, limit);
    if (dressed) {
      say('aria-label', said('aria-label', 200), 0.7);
      // «Позиция, строка 2, Ссылка»: of several names the last that says something is the field's own.
      const names = referenced(element, 'aria-labelledby');
      say(
        'aria-labelledby',
        names.findLast((name) => isLabelText(name) && labelRole(name)) ?? names.join(' '),
        0.6,
      );
    }
    const own = labelOf(element);
    if (own && words(own) <= 14) say('label', own, 0.7);
    const columned = token.cell !== null && columns.above(token.cell).length > 0;
    const header = columned ? undefined : headers.get(token);
    // What heads a column of the field's own table names that column, not the field after it.
    const heads = (one: Token): boolean =>
      columned && one.cell !== null && one.cell.grid === token.cell?.grid && columns.isHead(one.cell);
    if (!nearLabels(field, tokens, inBox, i, say, header !== undefined, heads) && header)
      say('header-line', header, 0.45);
    if (token.cell) {
      const above = columns.above(token.cell);
      for (let k = above.length - 1; k >= 0; k--) {
        const text = above[k] as string;
        if (labelRole(text) === null) continue;
        say('column-header', text, 0.6);
        break;
      }
      if (field.number === null) for (const text of above) field.number ??= numberIn(text);
      const outer = token.cell.grid.outer;
      if (above.length === 0 && outer) {
        const text = columns.above(outer).at(-1) ?? '';
        const two = /ссыл/i.test(text) && /комментари/i.test(text);
        if (!two) say('column-header', text, 0.4);
      }
    }
    if (dressed) {
      say('placeholder', said('placeholder', 120), 0.45);
      say('title', said('title', 120), 0.35);
    }
    const guess = (role: LabelRole, kind: string, seen: string, weight: number): void => {
      field.evidence.push({ role, kind, seen, weight });
    };
    if (token.type === 'url') guess('url', 'field-type', 'url', 0.5);
    if (token.type === 'number' || token.type === 'select' || token.type === 'radio')
      guess('score', 'field-type', token.type, 0.2);
    if (token.type === 'rich') guess('comment', 'field-type', 'contenteditable', 0.2);
    if (token.type === 'textarea') guess('comment', 'field-type', 'textarea', 0.12);
    if (dressed && /^https?:|^www\./i.test(element.getAttribute('placeholder') ?? ''))
      guess('url', 'placeholder', 'https://', 0.5);
    field.role = decide(field);
    // What its labels say of one voice needs no look at value and name.
    if (isPlain(field)) return field;
    if (
      token.type !== 'select' &&
      token.type !== 'radio' &&
      /^\s*(?:https?:\/\/|www\.)\S+\s*$/i.test(fieldValue(element))
    )
      guess('url', 'value-shape', 'http', 0.35);
    const name = `${element.getAttribute('name') ?? ''} ${element.id}`.toLowerCase();
    if (/url|link|href|ssyl/.test(name)) guess('url', 'field-name', name.trim(), 0.15);
    if (/comm?ent|komment|primech|poyasn/.test(name)) guess('comment', 'field-name', name.trim(), 0.15);
    if (/search|filter|query|poisk/.test(name)) guess('other', 'field-name', name.trim(), 0.3);
    field.role = decide(field);
    return field;
  };
  const result: RoledField[] = [];
  for (const [i, token] of fields.entries()) {
    if (isPause(i)) yield;
    result.push(judge(token, i));
  }
  yield;
  /** Everything that may name a field, also what says nothing of link or comment. */
  const namesOf = ({ token, box: [from, to] }: RoledField): readonly string[] => {
    const { element, cell, index } = token;
    const said = ['aria-label', 'placeholder', 'title'].map((name) =>
      collapse(element.getAttribute(name) ?? ''),
    );
    const near = tokens.slice(Math.max(0, Math.min(from, index - 1)), to);
    return [
      ...said,
      ...referenced(element, 'aria-labelledby'),
      labelOf(element) ?? '',
      headers.get(token) ?? '',
      ...(cell ? columns.above(cell) : []),
      ...near.flatMap((one) => (one.kind === 'text' && words(one.text) <= 6 ? [one.text] : [])),
    ];
  };
  pairUnnamed(result, namesOf);
  spread(result);
  return result;
}

/** Whether labels name one role and nothing speaks against it. */
function isPlain({ role, evidence }: RoledField): boolean {
  if (role === null || role === 'score') return false;
  let sum = 0;
  for (const e of evidence) {
    if (e.role === role) sum += e.weight;
    else if (e.kind !== 'field-type') return false;
  }
  return sum >= 0.6;
}

/** Gives the text of the `<label for>` of a field, also inside shadow roots. */
function* labelFinder(root: Scope, single: boolean): Steps<(element: Element) => string | undefined> {
  const page = yield* labelsById(root);
  const byRoot = new Map<Node, Map<string, string>>();
  if (single && page.size === 0) return () => undefined;
  return (element) => {
    const { id } = element;
    if (!id) return undefined;
    if (single) return page.get(id);
    const scope = element.getRootNode();
    if (scope === (root as unknown) || scope === (root as Partial<Node>).ownerDocument) return page.get(id);
    if (scope.nodeType !== 11 && scope.nodeType !== 9) return undefined;
    let labels = byRoot.get(scope);
    if (!labels) {
      labels = complete(labelsById(scope as Document));
      byRoot.set(scope, labels);
    }
    return labels.get(id);
  };
}

/** Labels in the field's own box, before or after it; else the text just before it that no other field owns. */
function nearLabels(
  field: RoledField,
  tokens: readonly Token[],
  inBox: Int32Array,
  self: number,
  say: (kind: string, seen: string, weight: number) => void,
  underHeader: boolean,
  heads: (token: Token) => boolean,
): boolean {
  const [from, to] = field.box;
  const at = field.token.index;
  const previous = tokens[at - 1];
  if (previous?.kind === 'text' && words(previous.text) <= 5 && labelRole(previous.text) === 'other') {
    say('label-before', previous.text, 0.6);
    return true;
  }
  for (let i = at - 1; i >= from; i--) {
    const token = tokens[i] as Token;
    // «2 балла» beside a text is what the position is worth, no name of a field.
    if (token.kind !== 'text' || pointsOf(token.text) !== null) continue;
    if (labelRole(token.text) && (isLabelText(token.text) || token.label)) {
      if (words(token.text) <= 14) say('near-label', token.text, 0.55);
      return true;
    }
  }
  for (let i = at - 1; !underHeader && i >= Math.max(0, at - 4); i--) {
    const token = tokens[i] as Token;
    if (token.kind === 'field') break;
    const owner = inBox[i] as number;
    if (owner >= 0 && owner !== self) break;
    if (token.kind !== 'text' || pointsOf(token.text) !== null) continue;
    if (!isLabelText(token.text) || heads(token)) break;
    if (labelRole(token.text)) {
      say('label-before', token.text, 0.45);
      return true;
    }
  }
  for (let i = at + 1; i < to; i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'text' && isLabelText(token.text) && labelRole(token.text)) {
      say('label-after', token.text, 0.4);
      return true;
    }
  }
  return !underHeader && field.evidence.length === 0 && blockLabel(field, tokens, say, heads);
}

/** A label over a whole block («Ссылки на документы» above five fields): the last one said, if its box holds the field. */
function blockLabel(
  field: RoledField,
  tokens: readonly Token[],
  say: (kind: string, seen: string, weight: number) => void,
  heads: (token: Token) => boolean,
): boolean {
  const at = field.token.index;
  for (let i = at - 1; i >= Math.max(0, at - 40); i--) {
    const token = tokens[i] as Token;
    if (token.kind !== 'text') continue;
    if (!isLabelText(token.text) || heads(token)) return false;
    if (!labelRole(token.text)) continue;
    let first = i + 1;
    while (first < at && (tokens[first] as Token).kind !== 'field') first++;
    const scope = commonDepth(tokens, i, first);
    if (first === at || commonDepth(tokens, i, at) < scope) return false;
    say('block-label', token.text, 0.3);
    return true;
  }
  return false;
}

function decide(field: RoledField): LabelRole | null {
  let best: LabelRole | null = null;
  let most = 0.14;
  for (const { role } of field.evidence) {
    let sum = 0;
    for (const other of field.evidence) if (other.role === role) sum += other.weight;
    if (sum > most) {
      best = role;
      most = sum;
    }
  }
  if (/^(?:select|number|radio)$/.test(field.token.type))
    return best === 'score' && field.evidence.some((e) => e.role === 'score' && e.kind !== 'field-type')
      ? best
      : 'other';
  return best;
}
