import { t } from '../../lib/i18n.ts';
import { Button } from '../ui/button.tsx';

interface EmptyProps {
  canGather: boolean;
  onGather: () => void;
  onImport: () => void;
}

/** What the library is for, and three ways to fill it. The buttons to add one document stand above, as ever. */
export function Empty({ canGather, onGather, onImport }: EmptyProps) {
  return (
    <section class="empty stack" aria-label={t('library.empty.title')}>
      <h2>{t('library.empty.title')}</h2>
      <p>{t('library.empty.text')}</p>
      <ol class="stack empty-ways">
        <li>
          <Button look={canGather ? 'primary' : 'plain'} disabled={!canGather} onClick={onGather}>
            {t('library.empty.gather')}
          </Button>
          <span class="quiet empty-hint">
            {t(canGather ? 'library.empty.gatherHint' : 'library.empty.gatherNoForm')}
          </span>
        </li>
        <li>
          <Button onClick={onImport}>{t('library.empty.import')}</Button>
          <span class="quiet">{t('library.empty.importHint')}</span>
        </li>
        <li>
          <strong>{t('library.empty.oneByOne')}</strong>
          <span class="quiet">{t('library.empty.oneByOneHint')}</span>
        </li>
      </ol>
    </section>
  );
}
