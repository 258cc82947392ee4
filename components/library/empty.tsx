import { t } from '../../lib/i18n.ts';
import { Button } from '../ui/button.tsx';

interface EmptyProps {
  canGather: boolean;
  onAdd: () => void;
  onAddTab: () => void;
  onGather: () => void;
  onImport: () => void;
}

/** What the library is for, and the ways to fill it. */
export function Empty({ canGather, onAdd, onAddTab, onGather, onImport }: EmptyProps) {
  return (
    <section class="empty stack" aria-label={t('library.empty.title')}>
      <h2>{t('library.empty.title')}</h2>
      <p>{t('library.empty.text')}</p>
      <ol class="stack empty-ways">
        <li>
          <Button look={canGather ? 'primary' : 'plain'} disabled={!canGather} onClick={onGather}>
            {t('library.empty.gather')}
          </Button>
          <span class="quiet">
            {t(canGather ? 'library.empty.gatherHint' : 'library.empty.gatherNoForm')}
          </span>
        </li>
        <li>
          <Button onClick={onAddTab}>{t('library.empty.addTab')}</Button>
          <span class="quiet">{t('library.empty.addTabHint')}</span>
        </li>
        <li>
          <Button onClick={onAdd}>{t('library.empty.add')}</Button>
          <span class="quiet">{t('library.empty.addHint')}</span>
        </li>
      </ol>
      <p>
        <Button look="link" onClick={onImport}>
          {t('library.empty.import')}
        </Button>
      </p>
    </section>
  );
}
