import { collapse } from '../reference/text.ts';

/** Logins of the cabinet: `regRR_mmu_MM`, `regRR_mmu`, `regRR_rmu` (source: O, «Личные кабинеты РУМ и МУМ»). */
const LOGIN = /\breg\d{2}_(?:mmu(?:_\d{1,3})?|rmu)\b/i;
const LOG_OUT = /^(?:выход|выйти|завершить сеанс|logout|log out|sign out)$/i;
/** Words beside «Выход» longer than this are no user's name. */
const LONGEST = 120;

/**
 * Whose form the page shows, as far as it says so: the login where it stands in the page's text, else what stands
 * beside «Выход» (the user's or the municipality's name). '' when neither is there. Keys drafts; never shown.
 */
export function accountOf(document: Document): string {
  const exit = [...document.querySelectorAll('a, button')].find((element) =>
    LOG_OUT.test(collapse(element.textContent ?? '')),
  );
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
