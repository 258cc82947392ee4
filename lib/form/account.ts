import { collapse } from '../reference/text.ts';

/** Logins of the cabinet: `regRR_mmu_MM`, `regRR_mmu`, `regRR_rmu` (source: O, «Личные кабинеты РУМ и МУМ»). */
const LOGIN = /\breg\d{2}_(?:mmu(?:_\d{1,3})?|rmu)\b/i;
const LOG_OUT = /^(?:выход|выйти|завершить сеанс|logout|log out|sign out)$/i;
/** Words beside «Выход» longer than this are no user's name. */
const LONGEST = 120;

/** The way out of the cabinet: it stands in the page's head, before the thousand buttons of a big form. */
function exitOf(document: Document): Element | null {
  for (const element of document.querySelectorAll('a, button')) {
    const text = element.textContent ?? '';
    if (text.length <= LONGEST && LOG_OUT.test(collapse(text))) return element;
  }
  return null;
}

/**
 * Whose form the page shows, as far as it says so: the login where it stands in the page's text, else what stands
 * beside «Выход» (the user's or the municipality's name). '' when neither is there. Keys drafts; never shown.
 */
export function accountOf(document: Document): string {
  const exit = exitOf(document);
  for (let around = exit?.parentElement; around && around !== document.body; around = around.parentElement) {
    const text = collapse(around.textContent ?? '');
    const login = LOGIN.exec(text);
    if (login) return login[0].toLowerCase();
    const beside = collapse(text.replace(collapse(exit?.textContent ?? ''), ''));
    if (beside !== '' && text.length <= LONGEST) return beside.toLowerCase();
    if (text.length > LONGEST) break;
  }
  return '';
}
