import { Sums } from '../../../components/criteria/sums.tsx';
import { ChooseFiles } from '../../../components/import/choose-files.tsx';
import { Button } from '../../../components/ui/button.tsx';
import { SelectField, TextField } from '../../../components/ui/field.tsx';
import { t } from '../../../lib/i18n.ts';
import { DocumentRows } from './document-rows.tsx';
import { take } from './read.ts';
import { ReceivedPack } from './received.tsx';
import { busy, documents, drafted, meta, skeleton, yearFrom } from './state.ts';
import { attachDrafted, saveDrafted } from './store.ts';
import { shownSums } from './sums.ts';

/** From the official file to a pack: what was read, whether the sums fit, mending, saving. */
export function ImportSection() {
  const now = meta.value;
  const change = (patch: Partial<typeof now>): void => {
    meta.value = { ...now, ...patch };
  };
  const pack = drafted.value;
  return (
    <>
      <ChooseFiles
        accept=".docx,.xlsx,.csv,.ods,.pdf,.json"
        label={t('packs.choose')}
        hint={t('packs.chooseHint')}
        busy={busy.value}
        onFiles={(files) => void take(files)}
      />
      <ReceivedPack />
      {pack && (
        <>
          <div class="pack-meta">
            <SelectField
              label={t('packs.mechanismLabel')}
              value={now.mechanism}
              options={(['mum', 'rum'] as const).map((value) => ({
                value,
                label: t(`packs.mechanism.${value}`),
              }))}
              onValue={(value) => change({ mechanism: value as 'mum' | 'rum' })}
            />
            <TextField
              label={t('packs.year')}
              value={String(now.year)}
              hint={yearFrom.value ? t('packs.yearFrom', { seen: yearFrom.value }) : t('packs.yearUnsaid')}
              onValue={(value) => /^\d{4}$/.test(value) && change({ year: Number(value) })}
            />
            <TextField label={t('packs.title')} value={now.title} onValue={(title) => change({ title })} />
          </div>
          <Sums sums={shownSums()} />
          <div class="row">
            <Button look="primary" disabled={now.title.trim() === ''} onClick={() => void saveDrafted()}>
              {t('packs.save')}
            </Button>
            {skeleton.value && (
              <Button onClick={() => void attachDrafted()}>
                {t('packs.attach', { title: skeleton.value.title })}
              </Button>
            )}
            {now.title.trim() === '' && <span class="quiet">{t('packs.nameFirst')}</span>}
          </div>
          {documents.value.map((document) => (
            <DocumentRows key={document.file} document={document} />
          ))}
        </>
      )}
    </>
  );
}
