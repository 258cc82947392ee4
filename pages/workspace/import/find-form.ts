import { sawForm } from '../../../lib/import/session.ts';
import { type FormTab, findForm } from '../form-tab.ts';
import { form, journal, session, trouble } from './state.ts';

/** Which form this is: site and municipality (the latter '' where the page does not say). */
export function formKey({ site, snapshot }: FormTab): string {
  return `${site} ${snapshot.owner.login}`;
}

/** Whether two keys may be the same form: a page that does not say whose it is speaks against nothing. */
function isSame(began: string, now: string): boolean {
  const [site, login = ''] = began.split(' ');
  const [siteNow, loginNow = ''] = now.split(' ');
  return site === siteNow && (login === '' || loginNow === '' || login === loginNow);
}

/** Questions asked of the form, and the last one whose answer was taken over. */
let asked = 0;
let taken = 0;

/**
 * Looks for the form again, first in the tab it was in; says whether it is the one the filling began with. Several may be
 * under way: an answer that a later question has overtaken is an older state of the form and is not taken over.
 */
export async function refreshForm(): Promise<boolean> {
  const mine = ++asked;
  const found = await findForm(form.value?.tabId);
  if (mine < taken) return form.value !== null && trouble.value === '';
  taken = mine;
  const began = journal.value?.site;
  const same = found !== null && (began === undefined || isSame(began, formKey(found)));
  if (found && same && session.value) session.value = sawForm(session.value, found.snapshot.form);
  form.value = same || !journal.value ? found : form.value;
  trouble.value = same ? '' : found ? 'otherForm' : 'lost';
  return same;
}
