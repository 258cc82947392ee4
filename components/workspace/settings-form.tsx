import { t } from '../../lib/i18n.ts';
import { CheckField, SelectField } from '../ui/field.tsx';

export interface PackChoice {
  readonly id: string;
  readonly title: string;
}

interface SettingsFormProps {
  noLowSchools: boolean | null;
  drafts: boolean;
  /** Packs to choose from, by mechanism; '' chooses the one that fits the form best. */
  packs: Readonly<Record<'mum' | 'rum', readonly PackChoice[]>>;
  activePacks: Readonly<Record<'mum' | 'rum', string>>;
  onNoLowSchools: (value: boolean | null) => void;
  onDrafts: (value: boolean) => void;
  onPack: (mechanism: 'mum' | 'rum', id: string) => void;
}

/** What the extension has to be told, because the form does not say it. */
export function SettingsForm(props: SettingsFormProps) {
  const answer = props.noLowSchools === null ? '' : props.noLowSchools ? 'none' : 'some';
  return (
    <div class="stack settings">
      <SelectField
        label={t('settings.lowSchools')}
        value={answer}
        options={[
          { value: '', label: t('settings.notSaid') },
          { value: 'some', label: t('settings.someLowSchools') },
          { value: 'none', label: t('settings.noLowSchools') },
        ]}
        onValue={(value) => props.onNoLowSchools(value === '' ? null : value === 'none')}
      />
      <p class="quiet">{t('settings.lowSchoolsHint')}</p>
      {(['mum', 'rum'] as const).map((mechanism) => (
        <SelectField
          key={mechanism}
          label={t(`settings.pack.${mechanism}`)}
          value={props.activePacks[mechanism]}
          options={[
            { value: '', label: t('settings.bestPack') },
            ...props.packs[mechanism].map(({ id, title }) => ({ value: id, label: title })),
          ]}
          onValue={(id) => props.onPack(mechanism, id)}
        />
      ))}
      <CheckField
        label={t('settings.drafts')}
        hint={t('settings.draftsHint')}
        checked={props.drafts}
        onChecked={props.onDrafts}
      />
    </div>
  );
}
