import { useState } from 'preact/hooks';
import { ChooseFiles } from '../../components/import/choose-files.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { CheckField } from '../../components/ui/field.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { language, t } from '../../lib/i18n.ts';
import { confirm, message, open, pending, save } from './actions.ts';

/** The page «Резервная копия»: everything into one file, and back. */
export default function BackupPage() {
  const [withCredentials, setWithCredentials] = useState(false);
  return (
    <>
      <p>{t('backup.about')}</p>
      <p class="quiet">{t('backup.holds')}</p>
      <CheckField
        label={t('backup.withCredentials')}
        hint={t('backup.credentialsHint')}
        checked={withCredentials}
        onChecked={setWithCredentials}
      />
      <div class="row">
        <Button look="primary" onClick={() => void save(withCredentials)}>
          {t('backup.make')}
        </Button>
      </div>
      {message.value && (
        <Notice tone={message.value.tone} live>
          {message.value.text}
        </Notice>
      )}
      <ChooseFiles
        accept=".json"
        label={t('backup.restore')}
        hint={t('backup.restoreHint')}
        busy={false}
        onFiles={([file]) => file && void open(file)}
      />
      {pending.value && <Sure />}
    </>
  );
}

function Sure() {
  const backup = pending.value;
  const close = (): void => {
    pending.value = null;
  };
  if (!backup) return null;
  const library = backup.parts.get('library') as { documents?: unknown[] } | undefined;
  const drafts = backup.parts.get('drafts') as unknown[] | undefined;
  const at = new Intl.DateTimeFormat(language(), { dateStyle: 'long' }).format(new Date(backup.madeAt));
  return (
    <Dialog title={t('backup.restore')} onClose={close}>
      <p>
        {t('backup.sure', { at, documents: library?.documents?.length ?? 0, drafts: drafts?.length ?? 0 })}
      </p>
      <div class="row">
        <Button look="primary" onClick={() => void confirm()}>
          {t('backup.confirm')}
        </Button>
        <Button onClick={close}>{t('backup.cancel')}</Button>
      </div>
    </Dialog>
  );
}
