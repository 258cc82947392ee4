import { t } from '../../lib/i18n.ts';
import { Button } from '../ui/button.tsx';

interface InsertConfirmProps {
  title: string;
  /** Site the comment would be written on. */
  site: string;
  onInsert: (withSecret: boolean) => void;
  onCancel: () => void;
}

/** Login and password join a comment only after this: it names what, where, and who will see it. */
export function InsertConfirm({ title, site, onInsert, onCancel }: InsertConfirmProps) {
  return (
    <section class="stack" aria-label={t('library.confirm.title')}>
      <h2 tabIndex={-1}>{t('library.confirm.title')}</h2>
      <p>{title}</p>
      <p>{t('library.confirm.text', { site })}</p>
      <div class="stack">
        <Button look="primary" onClick={() => onInsert(true)}>
          {t('library.confirm.with')}
        </Button>
        <Button onClick={() => onInsert(false)}>{t('library.confirm.without')}</Button>
        <Button onClick={onCancel}>{t('library.form.cancel')}</Button>
      </div>
    </section>
  );
}
