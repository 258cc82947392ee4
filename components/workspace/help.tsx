import { t } from '../../lib/i18n.ts';

const TOPICS = [
  'markers',
  'insert',
  'library',
  'import',
  'drafts',
  'review',
  'unrecognised',
  'keys',
  'privacy',
] as const;

/** Addresses stand in the slides of 2022 (source: O, «Поддержка»). */
const CONTACTS = [
  { key: 'technical', text: 'helpfisoko@fioco.ru', href: 'mailto:helpfisoko@fioco.ru' },
  {
    key: 'forumMum',
    text: 'help-fisoko.obrnadzor.gov.ru/mmech',
    href: 'https://help-fisoko.obrnadzor.gov.ru/mmech/rt1.php',
  },
  {
    key: 'forumExperts',
    text: 'help-fisoko.obrnadzor.gov.ru/expmm',
    href: 'https://help-fisoko.obrnadzor.gov.ru/expmm/rt1.php',
  },
  {
    key: 'forumRum',
    text: 'help-fisoko.obrnadzor.gov.ru/regmech',
    href: 'https://help-fisoko.obrnadzor.gov.ru/regmech/rt1.php',
  },
  { key: 'criteria', text: 'fioco.ru/mukomouo', href: 'https://fioco.ru/mukomouo' },
] as const;

/** How the extension is used, in a few paragraphs, and who answers questions about the form itself. */
export function Help() {
  return (
    <div class="stack">
      {TOPICS.map((topic) => (
        <section key={topic}>
          <h2>{t(`help.${topic}.title`)}</h2>
          <p>{t(`help.${topic}.text`)}</p>
        </section>
      ))}
      <section>
        <h2>{t('help.contacts')}</h2>
        <p class="quiet">{t('help.contactsSource')}</p>
        <ul>
          {CONTACTS.map(({ key, text, href }) => (
            <li key={key}>
              {t(`help.contact.${key}`)}{' '}
              <a href={href} target="_blank" rel="noopener noreferrer">
                {text}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
