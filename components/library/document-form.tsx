import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { Button } from '../ui/button.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { AccessFields } from './access-fields.tsx';
import { DirectionFields } from './direction-fields.tsx';
import { addressDoubt, type Draft, draftErrors, KINDS } from './draft.ts';

interface DocumentFormProps {
  draft: Draft;
  /** `new`: being added; `edit`: known already. */
  mode: 'new' | 'edit';
  /** Title of another document with the same address, if there is one. */
  sameAddress: string | null;
  /** Login and password are kept encrypted and not open now. */
  locked: boolean;
  saving: boolean;
  onDraft: (draft: Draft) => void;
  onSave: () => void;
  onCancel: () => void;
}

/** Adding and editing a document. What is typed is handed out at every keystroke, so that closing loses nothing. */
export function DocumentForm(props: DocumentFormProps) {
  const { draft, onDraft } = props;
  const [tried, setTried] = useState(false);
  const errors = draftErrors(draft);
  const set = (patch: Partial<Draft>): void => onDraft({ ...draft, ...patch });
  const errorOf = (field: keyof Draft): string | undefined => {
    const key = tried ? errors[field] : undefined;
    return key === undefined ? undefined : t(key);
  };
  const doubt = addressDoubt(draft);
  const hint = props.sameAddress
    ? t('library.form.sameAddress', { title: props.sameAddress })
    : doubt
      ? t(doubt)
      : undefined;
  const save = (event: Event): void => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(errors).length === 0) props.onSave();
  };
  return (
    <form class="stack" onSubmit={save} noValidate>
      <TextField
        label={t('library.form.title')}
        value={draft.title}
        lines={3}
        onValue={(title) => set({ title })}
        {...withError(errorOf('title'))}
      />
      <TextField
        label={t('library.form.address')}
        value={draft.address}
        type="url"
        onValue={(address) => set({ address })}
        {...(hint ? { hint } : {})}
      />
      <div class="pair">
        <TextField
          label={t('library.form.number')}
          value={draft.number}
          onValue={(number) => set({ number })}
        />
        <TextField
          label={t('library.form.date')}
          value={draft.date}
          placeholder={t('library.form.datePlaceholder')}
          onValue={(date) => set({ date })}
        />
      </div>
      <div class="pair pair-wide">
        <SelectField
          label={t('library.form.kind')}
          value={draft.kind}
          options={KINDS.map((kind) => ({ value: kind, label: t(`library.kind.${kind}`) }))}
          onValue={(kind) => set({ kind: kind as Draft['kind'] })}
        />
        <TextField
          label={t('library.form.pageCount')}
          value={draft.pageCount}
          onValue={(pageCount) => set({ pageCount })}
          {...withError(errorOf('pageCount'))}
        />
      </div>
      <AccessFields draft={draft} locked={props.locked} onDraft={onDraft} />
      <DirectionFields chosen={draft.directions} onChosen={(directions) => set({ directions })} />
      <TextField
        label={t('library.form.note')}
        value={draft.note}
        lines={2}
        onValue={(note) => set({ note })}
      />
      <div class="row sticky-actions">
        <button type="submit" class="button button-primary" disabled={props.saving}>
          {t(props.mode === 'new' ? 'library.form.add' : 'library.form.save')}
        </button>
        <Button onClick={props.onCancel}>{t('library.form.cancel')}</Button>
      </div>
    </form>
  );
}

function withError(error: string | undefined): { error?: string } {
  return error === undefined ? {} : { error };
}
