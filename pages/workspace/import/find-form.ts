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

/** Looks for the form again, first in the tab it was in; says whether it is the one the filling began with. */
export async function refreshForm(): Promise<boolean> {
  const found = await findForm(form.value?.tabId);
  const began = journal.value?.site;
  const same = found !== null && (began === undefined || isSame(began, formKey(found)));
  if (found && same && session.value) session.value = sawForm(session.value, found.snapshot.form);
  form.value = same || !journal.value ? found : form.value;
  trouble.value = same ? '' : found ? 'otherForm' : 'lost';
  return same;
}
