import type { Row } from '../model/form.ts';
import { rowId } from '../reference/identity.ts';
import { cleanText } from './clean.ts';
import { fieldItems, type Item } from './items.ts';
import { readColumns } from './labels.ts';
import { pairRows } from './pair.ts';
import type { Found } from './read.ts';
import { readRoles } from './roles.ts';
import { complete } from './steps.ts';
import { markTemplates } from './templates.ts';
import { readTexts } from './texts.ts';
import type { Token } from './token.ts';
import { isEditable } from './value.ts';
import { walk } from './walk.ts';

/** Boxes with more elements hold several positions, or half the page. */
const MOST = 400;

/** Changes in more places than this are a page that rebuilds itself. */
const FEW = 40;

/** Parts of all positions in the page: element → the position it belongs to. */
export type Parts = ReadonlyMap<Element, Found>;

/** Collects the parts of positions, to find whose box changed. */
export function partsOf(all: Iterable<Found>): Map<Element, Found> {
  const parts = new Map<Element, Found>();
  for (const found of all) {
    parts.set(found.anchor, found);
    for (const element of fieldsOf(found)) parts.set(element, found);
  }
  return parts;
}

/** The elements of a position's fields and of its «add a link». */
export function fieldsOf({ rows, score, add }: Found): Element[] {
  const out = rows.flatMap(({ url, comment }): Element[] => [
    ...(url ? [url.element] : []),
    ...(comment ? [comment.element] : []),
  ]);
  if (score) out.push(score.element);
  if (add) out.push(add);
  return out;
}

/**
 * Reads again only the boxes that changed, each the box of one known position: a row came or went, a framework drew
 * its fields anew. Null when anything cannot be settled inside such boxes; then the page has to be read whole.
 */
export function readNarrow(
  records: readonly MutationRecord[],
  parts: Parts,
): [old: Found, now: Found][] | null {
  if (records.length > FEW) return null;
  const out = new Map<Found, Found>();
  const seen = new Set<Node>();
  for (const { type, target } of records) {
    if (seen.has(target) || !target.isConnected) continue;
    seen.add(target);
    if (type === 'attributes') return null;
    const start = target.nodeType === 1 ? (target as Element) : target.parentElement;
    const unit = start && unitOf(start, parts);
    if (!unit) return null;
    if (out.has(unit.found)) continue;
    const now = readUnit(unit.box, unit.found);
    if (!now) return null;
    out.set(unit.found, now);
  }
  return [...out];
}

/** The nearest box around a change that holds one position with all its parts, and no part of another. */
function unitOf(start: Element, parts: Parts): { box: Element; found: Found } | null {
  for (let box: Element | null = start, up = 0; box && up < 12; box = box.parentElement, up++) {
    const all = box.getElementsByTagName('*');
    if (all.length > MOST) return null;
    let found = parts.get(box) ?? null;
    for (const element of all) {
      const owner = parts.get(element);
      if (!owner || owner === found) continue;
      if (found) return null;
      found = owner;
    }
    if (!found?.anchor.isConnected || !box.contains(found.anchor)) continue;
    const whole = box;
    if (fieldsOf(found).every((field) => !field.isConnected || whole.contains(field))) return { box, found };
  }
  return null;
}

function readUnit(box: Element, old: Found): Found | null {
  const { tokens, hidden, rooted } = walk(box);
  const columns = complete(readColumns(tokens));
  const roles = complete(readRoles(tokens, columns, box.ownerDocument, rooted));
  complete(markTemplates(hidden, tokens, roles));
  const items = complete(fieldItems(roles, tokens));
  const anchor = tokens.find((token) => token.kind === 'text' && token.element === old.anchor);
  if (anchor?.kind !== 'text' || !old.position.text.endsWith(cleanText(anchor).text)) return null;
  if (!isAlike(items, old) || saysMore(tokens, items, anchor)) return null;
  const pairs = pairRows(items, tokens);
  if (pairs.length === 0 && old.rows.length === 0) return null;
  const add = items.find((item) => item.role === 'add')?.element ?? null;
  const rows = pairs.map(
    ({ url, comment }, i): Row => ({
      id: rowId(old.position.id, i),
      url: url?.read() ?? '',
      comment: comment?.read() ?? '',
      name: '',
      pages: '',
    }),
  );
  return {
    position: { ...old.position, rows, canAddRow: add !== null && isEditable(add) },
    anchor: old.anchor,
    rows: pairs,
    score: items.find((item) => item.role === 'score') ?? null,
    add,
    get evidence() {
      return old.evidence;
    },
  };
}

/** Known fields keep their roles, and new ones look like known ones of the same role: else the box is not understood. */
function isAlike(items: readonly Item[], old: Found): boolean {
  const sign = (role: string, element: Element): string =>
    `${role}/${element.localName}/${element.getAttribute('type') ?? ''}/${element.className}`;
  const known = new Map<Element, string>();
  const signs = new Set<string>();
  for (const { url, comment } of old.rows)
    for (const item of [url, comment]) {
      if (!item) continue;
      known.set(item.element, item.role);
      signs.add(sign(item.role, item.element));
    }
  const here = new Set<Element>();
  for (const item of items) {
    if (item.role !== 'url' && item.role !== 'comment') continue;
    here.add(item.element);
    const role = known.get(item.element);
    if (role !== undefined ? role !== item.role : !signs.has(sign(item.role, item.element))) return false;
  }
  return [...known.keys()].every((element) => !element.isConnected || here.has(element));
}

/** A text among the fields that could be another position's. */
function saysMore(tokens: readonly Token[], items: readonly Item[], anchor: Token): boolean {
  const texts = complete(readTexts(tokens, items, complete(readColumns(tokens)), new Set()));
  const last = items.at(-1)?.at ?? 0;
  for (let i = anchor.index + 1; i < last; i++) if (texts.says(i)) return true;
  return false;
}
