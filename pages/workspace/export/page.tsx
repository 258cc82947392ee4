import { useState } from 'preact/hooks';
import { Button } from '../../../components/ui/button.tsx';
import { SelectField } from '../../../components/ui/field.tsx';
import { Notice } from '../../../components/ui/notice.tsx';
import { t } from '../../../lib/i18n.ts';
import { useWhenShown } from '../when-shown.ts';
import { failure, refresh, saveTable, sources } from './actions.ts';

/** The page «Таблица подготовки»: the form, the library or an empty table as a Word or Excel file. */
export default function ExportPage() {
  const [source, setSource] = useState('form');
  useWhenShown(refresh);
  const list = sources.value;
  const chosen = list.find(({ id }) => id === source) ?? list[0];
  return (
    <>
      <p>{t('export.about')}</p>
      {list.length === 0 && <p class="quiet">{t('panel.loading')}</p>}
      {chosen && (
        <>
          <SelectField
            label={t('export.source')}
            value={chosen.id}
            options={list.map(({ id, label }) => ({ value: id, label }))}
            onValue={setSource}
          />
          <div class="row">
            <Button look="primary" onClick={() => void saveTable(chosen, 'xlsx', false)}>
              {t('export.xlsx')}
            </Button>
            <Button look="primary" onClick={() => void saveTable(chosen, 'docx', false)}>
              {t('export.docx')}
            </Button>
          </div>
          <h2>{t('export.emptyTitle')}</h2>
          <p class="quiet">{t('export.emptyHint')}</p>
          <div class="row">
            <Button onClick={() => void saveTable(chosen, 'xlsx', true)}>{t('export.xlsx')}</Button>
            <Button onClick={() => void saveTable(chosen, 'docx', true)}>{t('export.docx')}</Button>
          </div>
        </>
      )}
      {failure.value && (
        <Notice tone="wrong" live>
          {failure.value}
        </Notice>
      )}
    </>
  );
}
