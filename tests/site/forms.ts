import { createHmac } from 'node:crypto';
import type { Account } from './accounts.ts';
import { ownerOf, reviews } from './accounts.ts';
import type { SaveRequest } from './body.ts';
import { loadForm, positionsOf, type SiteForm } from './form-model.ts';
import type { View } from './layouts/view.ts';
import type { SavedRow, SavedValues, Store } from './store.ts';

/** Forms drawn so far: building one from a pack takes longer than sending it. */
const forms = new Map<string, SiteForm>();

/** Largest form that can be asked for. */
const MOST = 10_000;

/** The form of an id such as `mum`, `rum-40`; null when the id is none. */
export function formById(id: string): SiteForm | null {
  const found = /^(mum|rum)(?:-(\d{1,5}))?$/.exec(id);
  if (!found) return null;
  const size = found[2] === undefined ? undefined : Math.min(MOST, Math.max(1, Number(found[2])));
  let form = forms.get(id);
  if (!form) {
    form = loadForm(found[1] as 'mum' | 'rum', size);
    forms.set(id, form);
  }
  return form;
}

/** Token of a user's forms: the same as long as the server runs, so that two visits give the same page. */
export function csrfOf(secret: string, login: string): string {
  return createHmac('sha256', secret).update(login).digest('hex').slice(0, 32);
}

/** What a layout draws for this account at this address; null when there is no such form. */
export function viewFor(
  account: Account,
  mechanism: string,
  url: URL,
  store: Store,
  secret: string,
): View | null {
  const size = url.searchParams.get('positions');
  const form = formById(size === null ? mechanism : `${mechanism}-${size}`);
  if (!form) return null;
  const owner = ownerOf(account, url.searchParams.get('owner'));
  return {
    form,
    owner,
    values: store.values(owner, form.id),
    scores: reviews(account) ? store.scores(account.login, owner, form.id) : {},
    review: reviews(account),
    csrf: csrfOf(secret, account.login),
    here: url.pathname + url.search,
  };
}

/** Empty rows at the end are not worth keeping. */
function trimmed(rows: readonly SavedRow[]): SavedRow[] {
  let end = rows.length;
  while (end > 0 && rows[end - 1]?.url === '' && rows[end - 1]?.comment === '') end--;
  return rows.slice(0, end);
}

/** Keeps a save: values of the account's own form, or a reviewer's points. False when it must not. */
export function keep(account: Account, sent: SaveRequest, store: Store, secret: string): boolean {
  const form = formById(sent.formId);
  if (!form || sent.csrf !== csrfOf(secret, account.login)) return false;
  const known = new Set(positionsOf(form).map(({ position }) => position.key));
  const own = <T>(all: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(all).filter(([key]) => known.has(key)));
  if (reviews(account)) {
    const owner = ownerOf(account, sent.owner);
    store.saveScores(account.login, owner, form.id, {
      ...store.scores(account.login, owner, form.id),
      ...own(sent.scores),
    });
  } else {
    const values: SavedValues = {};
    for (const [key, rows] of Object.entries(own(sent.values))) values[key] = trimmed(rows);
    store.saveValues(account.login, form.id, { ...store.values(account.login, form.id), ...values });
  }
  return true;
}
