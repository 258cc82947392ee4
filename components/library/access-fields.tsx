import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { Access } from '../../lib/model/library.ts';
import { Button } from '../ui/button.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import type { Draft } from './draft.ts';

interface AccessFieldsProps {
  draft: Draft;
  locked: boolean;
  onDraft: (draft: Draft) => void;
}

const ACCESS: readonly Access['kind'][] = ['open', 'login', 'password', 'other'];

/** How a document is opened. What is secret is hidden until it is asked to be seen. */
export function AccessFields({ draft, locked, onDraft }: AccessFieldsProps) {
  const [seen, setSeen] = useState(false);
  const secret = draft.access === 'login' || draft.access === 'password';
  return (
    <fieldset class="group stack">
      <legend>{t('library.form.access')}</legend>
      <SelectField
        label={t('library.form.accessKind')}
        value={draft.access}
        options={ACCESS.map((kind) => ({ value: kind, label: t(`library.accessKind.${kind}`) }))}
        onValue={(access) => onDraft({ ...draft, access: access as Access['kind'] })}
      />
      {secret && locked && <p class="quiet">{t('library.form.locked')}</p>}
      {secret && !locked && (
        <>
          {draft.access === 'login' && (
            <TextField
              label={t('library.form.login')}
              value={draft.login}
              onValue={(login) => onDraft({ ...draft, login })}
            />
          )}
          <div class="secret">
            <TextField
              label={t('library.form.password')}
              value={draft.password}
              type={seen ? 'text' : 'password'}
              onValue={(password) => onDraft({ ...draft, password })}
            />
            <Button onClick={() => setSeen(!seen)} aria-pressed={seen}>
              {t('library.form.show')}
            </Button>
          </div>
          <p class="quiet">{t('library.form.secretHint')}</p>
        </>
      )}
      {draft.access === 'other' && (
        <TextField
          label={t('library.form.accessNote')}
          value={draft.accessNote}
          onValue={(accessNote) => onDraft({ ...draft, accessNote })}
        />
      )}
    </fieldset>
  );
}
