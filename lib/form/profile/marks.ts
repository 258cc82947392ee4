import { collapse, textKey } from '../../reference/text.ts';
import { isOutside } from '../items.ts';
import { type Columns, labelsById, readColumns, referenced } from '../labels.ts';
import { readRoles } from '../roles.ts';
import { complete } from '../steps.ts';
import { markTemplates } from '../templates.ts';
import type { FieldToken, TextToken, Token } from '../token.ts';
import { type Walked, walk } from '../walk.ts';

/** What can be told of a field without knowing what it is for. */
export interface FieldMark {
  readonly token: FieldToken;
  readonly shape: string;
  /** Words of its labels by source. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
  readonly name: string;
}

/** A page read once for its profile: tokens, and marks of the fields that can stand in a form. */
export interface Marked {
  readonly walked: Walked;
  readonly tokens: readonly Token[];
  readonly columns: Columns;
  readonly fields: readonly FieldMark[];
}

/** Kinds of evidence that are texts near a field: taken over from recognition. */
const AROUND = /^(?:near-label|label-before|label-after|header-line|block-label|column-header)$/;

/** Reads the page and everything that names its fields. Fields of menus, dialogs and table heads are left out. */
export function markPage(root: Document | Element, frames = false): Marked {
  const walked = walk(root, { frames });
  const { tokens } = walked;
  const columns = complete(readColumns(tokens));
  const scope: ParentNode = root.nodeType === 9 ? root : (root.ownerDocument ?? root);
  const roles = complete(readRoles(tokens, columns, scope));
  complete(markTemplates(walked.hidden, tokens, roles));
  const byRoot = new Map<Node, Map<string, string>>();
  const labelOf = (element: Element): string => {
    const own = element.getRootNode();
    let labels = byRoot.get(own);
    if (!labels) {
      labels = complete(labelsById(own as Document));
      byRoot.set(own, labels);
    }
    return (element.id && labels.get(element.id)) || '';
  };
  const fields: FieldMark[] = [];
  for (const { token, reasons } of roles) {
    if (isOutside(token) || (token.cell?.header && token.cell.inHead)) continue;
    const { element } = token;
    const labels = new Map<string, readonly string[]>();
    const say = (source: string, text: string): void => {
      const words = keyWords(text);
      if (words.length > 0) labels.set(source, words);
    };
    say('aria', element.getAttribute('aria-label') ?? '');
    say('aria-by', referenced(element, 'aria-labelledby').join(' '));
    say('label', labelOf(element) || ownText(token.label));
    say('placeholder', element.getAttribute('placeholder') ?? '');
    say('title', element.getAttribute('title') ?? '');
    if (token.cell) say('column', columns.above(token.cell).at(-1) ?? '');
    for (const { kind, seen } of reasons.list) if (AROUND.test(kind) && !labels.has(kind)) say(kind, seen);
    fields.push({
      token,
      shape: `${element.localName}:${token.type}`,
      labels,
      name: namePattern(element),
    });
  }
  return { walked, tokens, columns, fields };
}

/** Words of a label that say something: no numbers, no signs. */
export function keyWords(text: string): readonly string[] {
  return textKey(text.slice(0, 300))
    .split(' ')
    .filter((word) => word !== '' && !/^\d+$/.test(word))
    .slice(0, 40);
}

/** Name of a field without what counts rows and positions. */
function namePattern(element: Element): string {
  const name = element.getAttribute('name') || element.id;
  return name
    .toLowerCase()
    .replace(/[\d[\]().:_-]+/g, ' ')
    .trim()
    .slice(0, 100);
}

/** Text of a label without what its own field holds. */
function ownText(label: Element | null): string {
  if (!label) return '';
  let out = '';
  for (const node of Array.from(label.childNodes)) {
    if (node.nodeType === 3) out += node.nodeValue;
    else if (node.nodeType === 1 && !/^(?:textarea|select|input)$/.test((node as Element).localName))
      out += ` ${(node.textContent ?? '').slice(0, 200)}`;
  }
  return collapse(out).slice(0, 200);
}

/** An element's parent, out of a shadow root too. */
export function parentOf(element: Element): Element | null {
  return element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
}

/** Elements from one up to the root, itself first. */
export function lineOf(element: Element, limit = 500): Element[] {
  const line: Element[] = [];
  for (let at: Element | null = element; at && line.length < limit; at = parentOf(at)) line.push(at);
  return line;
}

/** The nearest box that holds both, and how many levels above the first it is. */
export function sharedBox(a: Element, b: Element): { box: Element; up: number } | null {
  const other = new Set(lineOf(b));
  const line = lineOf(a);
  const up = line.findIndex((element) => other.has(element));
  return up < 0 ? null : { box: line[up] as Element, up };
}

/** Tags of an element and those around it: three are enough to tell a cell of one table from that of another. */
export function chainOf(element: Element, levels = 3): string[] {
  return lineOf(element, levels).map((one) => one.localName);
}

/** The text a person pointed at: that of the text node; of those in or around an element, the one that says most. */
export function textTokenAt(tokens: readonly Token[], pointed: Element | Text): TextToken | null {
  const node = pointed.nodeType === 3 ? (pointed as Text) : null;
  const element = (node ? node.parentElement : pointed) as Element | null;
  if (!element) return null;
  let best: TextToken | null = null;
  for (const token of tokens) {
    if (token.kind !== 'text') continue;
    const inside = node
      ? token.segments.some((one) => one.element === element && one.text === node.data)
      : element.contains(token.element) || token.segments.some((one) => element.contains(one.element));
    if (inside && (!best || token.text.length > best.text.length)) best = token;
  }
  if (best) return best;
  for (let at: Element | null = element, i = 0; at && i < 4; at = parentOf(at), i++) {
    const around = tokens.filter((token) => token.kind === 'text' && token.element === at);
    if (around.length === 1) return around[0] as TextToken;
  }
  return null;
}

/** The field a person pointed at: the element itself, the one it stands in, or the only one inside it. */
export function fieldTokenAt(marked: Marked, element: Element): FieldMark | null {
  const own = marked.fields.find(({ token }) => token.element === element || token.element.contains(element));
  if (own) return own;
  const inside = marked.fields.filter(({ token }) => element.contains(token.element));
  return inside.length === 1 ? (inside[0] as FieldMark) : null;
}
