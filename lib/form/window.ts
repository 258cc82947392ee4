import type { Row } from '../model/form.ts';
import { rowId } from '../reference/identity.ts';
import { textKey } from '../reference/text.ts';
import { headingRank } from './headings.ts';
import { WINDOW } from './look.ts';
import type { Found, Reading } from './read.ts';
import type { Steps } from './steps.ts';

/**
 * A page that shows its positions as text and edits one of them in a window: the rows are those of the open window. `read`
 * reads a part of the page, with what is only shown or without; null without such a window.
 */
export function* readWindow(
  root: Document | Element,
  read: (part: Document | Element, shown: boolean) => Steps<Reading>,
): Steps<Reading | null> {
  const dialog = [...root.querySelectorAll(WINDOW)].findLast((one) =>
    one.querySelector('input,textarea,[contenteditable]'),
  );
  if (!dialog) return null;
  const typed = yield* read(dialog, false);
  if (typed.form.mode !== 'fill' || typed.found.length === 0) return null;
  const list = yield* read(root, true);
  const found = typed.found.map((one) => under(one, list.found));
  const positions = found.map(({ position }) => position);
  return { form: { ...typed.form, positions }, found, walked: typed.walked };
}

/** The position of a window under the headings of its like in the page's list, where there is one such only. */
function under(one: Found, list: readonly Found[]): Found {
  const key = textKey(one.position.text);
  const like = list.filter(({ position }) => textKey(position.text) === key);
  const only = like.length === 1 ? like[0]?.position : undefined;
  // «Документы позиции»: the window's own title is no level.
  const own = one.position.path.filter((entry) => headingRank(entry) !== null);
  if (!only || own.length > 0) return { ...one, position: { ...one.position, path: own } };
  const { id, path, number, points } = only;
  const rows = one.position.rows.map((row, i): Row => ({ ...row, id: rowId(id, i) }));
  return { ...one, position: { ...one.position, id, path, number, points, rows } };
}
