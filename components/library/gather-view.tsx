import { t } from '../../lib/i18n.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

interface GatherViewProps {
  /** Titles of what would be added. */
  added: readonly string[];
  /** Documents the library has already: only their uses are remembered. */
  known: number;
  uses: number;
  skipped: readonly string[];
  onGather: () => void;
  onCancel: () => void;
}

const SHOWN = 30;

/** What gathering links would do, before the button that does it. */
export function GatherView({ added, known, uses, skipped, onGather, onCancel }: GatherViewProps) {
  const nothing = uses === 0;
  return (
    <section class="stack" aria-label={t('library.gather.title')}>
      <h2 tabIndex={-1}>{t('library.gather.title')}</h2>
      {nothing && <Notice>{t('library.gather.nothing')}</Notice>}
      {!nothing && (
        <p>
          {added.length > 0 ? t('library.gather.added', { n: added.length }) : t('library.gather.addedNone')}{' '}
          {known > 0 && t('library.gather.known', { n: known })} {t('library.gather.uses', { n: uses })}
        </p>
      )}
      {added.length > 0 && (
        <ul class="gathered">
          {added.slice(0, SHOWN).map((title, at) => (
            <li key={`${at}${title}`}>{title}</li>
          ))}
          {added.length > SHOWN && (
            <li class="quiet">{t('library.gather.rest', { n: added.length - SHOWN })}</li>
          )}
        </ul>
      )}
      {skipped.length > 0 && (
        <details>
          <summary>{t('library.gather.skipped', { n: skipped.length })}</summary>
          <ul class="gathered">
            {skipped.slice(0, SHOWN).map((text, at) => (
              <li key={`${at}${text.slice(0, 40)}`}>{text.slice(0, 200)}</li>
            ))}
          </ul>
        </details>
      )}
      <div class="row sticky-actions">
        {!nothing && (
          <Button look="primary" onClick={onGather}>
            {t('library.gather.do')}
          </Button>
        )}
        <Button onClick={onCancel}>{t('library.form.cancel')}</Button>
      </div>
    </section>
  );
}
