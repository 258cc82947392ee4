import type { WalkOptions } from './elements.ts';
import { fieldItems, type Item } from './items.ts';
import { type Columns, readColumns } from './labels.ts';
import { shownItems } from './review.ts';
import { readRoles } from './roles.ts';
import type { Steps } from './steps.ts';
import { markTemplates } from './templates.ts';
import type { Token } from './token.ts';
import { type Walked, walkInSteps } from './walk.ts';

/** The first half of reading: what a page is made of, before it is known whether it is the form. */
export interface Looked {
  readonly walked: Walked;
  readonly columns: Columns;
  readonly items: readonly Item[];
  /** Texts that are values, not positions: links and comments which are shown. */
  readonly taken: ReadonlySet<Token>;
  /** Links and comments that are only shown were looked for. */
  readonly shown: boolean;
}

/** Finds the parts of a form in a page or a part of it: those that can be typed into, or (`shown`) only be looked at. */
export function* readParts(
  root: Document | Element,
  shown: boolean,
  options: WalkOptions = {},
): Steps<Looked> {
  const walked = yield* walkInSteps(root, shown ? { ...options, links: true } : options);
  const { tokens } = walked;
  const columns = yield* readColumns(tokens);
  const nothing = { walked, columns, items: [], taken: new Set<Token>(), shown };
  if (!shown && !tokens.some((token) => token.kind === 'field')) return nothing;
  const page = root.nodeType === 9 ? root : (root.ownerDocument ?? root);
  // Fields in trees of their own are named in the whole page.
  const scope = (walked.rooted ? undefined : options.scope) ?? page;
  const roles = yield* readRoles(tokens, columns, scope, walked.rooted);
  yield* markTemplates(walked.hidden, tokens, roles);
  const fields = yield* fieldItems(roles, tokens);
  if (!shown) return { ...nothing, items: fields };
  // Where links are only shown, a comment that can be typed is the expert's own.
  const others = fields.filter((item) => item.role !== 'url' && !(item.role === 'comment' && item.editable));
  yield;
  return { ...nothing, ...shownItems(tokens, columns, others) };
}

/** Whether there is anything to make positions of. The expert's form may hold no link yet: points fields tell its positions. */
export function isWorth({ items, shown }: Looked): boolean {
  return items.some(({ role }) => role === 'url' || (shown && (role === 'score' || role === 'edit')));
}

/** A window of the page in which something is edited. */
export const WINDOW = 'dialog[open]';
/** A read-only form has one of these at least. */
export const ANY = 'a[href],input,select,button';

/** Looks whether a page may be the form; null: there is nothing in it to make positions of. */
export function* look(document: Document): Steps<Looked | null> {
  const typed = yield* readParts(document, false);
  if (isWorth(typed) || document.querySelector(WINDOW)) return typed;
  if (!document.querySelector(ANY)) return null;
  const all = yield* readParts(document, true);
  return isWorth(all) ? all : null;
}
