import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../../components/ui/button.tsx';
import { Dialog } from '../../../components/ui/dialog.tsx';
import { Notice } from '../../../components/ui/notice.tsx';
import { DraftsList } from '../../../components/workspace/drafts-list.tsx';
import { DRAFT_DAYS } from '../../../lib/drafts/open.ts';
import { t } from '../../../lib/i18n.ts';
import { eraseAll, keepPage, refresh, restore, restoreVersion, undo } from './actions.ts';
import { busy, differing, form, last, message, others, records } from './state.ts';

/** The page «Черновики»: what was typed and is not on the form, both versions side by side. */
export default function DraftsPage() {
  useEffect(() => void refresh(), []);
  const count = records.value?.length ?? 0;
  const onPage = differing.value.filter((draft) => draft.onPage);
  const list = {
    busy: busy.value,
    onRestore: (id: string) => void restore([id]),
    onKeepPage: (id: string) => void keepPage(id),
    onRestoreVersion: (id: string, revision: number) => void restoreVersion(id, revision),
  };
  return (
    <>
      <p>{t('drafts.about', { days: DRAFT_DAYS })}</p>
      {message.value && (
        <Notice tone={message.value.tone} live>
          {message.value.text}
        </Notice>
      )}
      <State count={count} />
      <div class="row">
        {onPage.length > 0 && (
          <Button
            look="primary"
            disabled={busy.value}
            onClick={() => void restore(onPage.map(({ id }) => id))}
          >
            {t('drafts.restoreAll')}
          </Button>
        )}
        {last.value && <Button onClick={() => void undo()}>{t('drafts.undo')}</Button>}
        {count > 0 && <EraseAll />}
      </div>
      <DraftsList drafts={differing.value} {...list} />
      {others.value.length > 0 && (
        <details>
          <summary>{t('drafts.show', { n: others.value.length })}</summary>
          <DraftsList drafts={others.value} {...list} />
        </details>
      )}
    </>
  );
}

function State({ count }: { count: number }) {
  if (records.value === null) return <p class="quiet">{t('panel.loading')}</p>;
  if (count === 0) return <p>{t('drafts.none')}</p>;
  if (!form.value) return <Notice>{t('drafts.noForm')}</Notice>;
  if (differing.value.length === 0) return <Notice tone="fine">{t('drafts.allThere')}</Notice>;
  return <Notice tone="doubtful">{t('drafts.found', { n: differing.value.length })}</Notice>;
}

function EraseAll() {
  const [asking, setAsking] = useState(false);
  if (!asking) return <Button onClick={() => setAsking(true)}>{t('drafts.eraseAll')}</Button>;
  return (
    <Dialog title={t('drafts.eraseAll')} onClose={() => setAsking(false)}>
      <p>{t('drafts.eraseSure')}</p>
      <div class="row">
        <Button look="primary" onClick={() => void eraseAll().then(() => setAsking(false))}>
          {t('drafts.eraseConfirm')}
        </Button>
        <Button onClick={() => setAsking(false)}>{t('drafts.cancel')}</Button>
      </div>
    </Dialog>
  );
}
