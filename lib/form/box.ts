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

/** Reads the box of one known position again; null when it cannot be understood without the page around it. */
export function readBox(box: Element, old: Found): Found | null {
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
