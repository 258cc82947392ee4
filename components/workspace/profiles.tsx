import { t } from '../../lib/i18n.ts';
import { Button } from '../ui/button.tsx';

/** A site profile as the settings list it. */
export interface ShownProfile {
  readonly site: string;
  readonly title: string;
  /** Day it was made, as a person writes it. */
  readonly made: string;
}

interface ProfilesProps {
  profiles: readonly ShownProfile[];
  onExport: (site: string) => void;
  onRemove: (site: string) => void;
  onImport: (file: File) => void;
}

/** Forms a person has shown: each with its file and its way out; files of others come in here. */
export function Profiles({ profiles, onExport, onRemove, onImport }: ProfilesProps) {
  return (
    <section class="stack">
      <h2>{t('profiles.title')}</h2>
      <p>{t('profiles.about')}</p>
      {profiles.length === 0 && <p class="quiet">{t('profiles.none')}</p>}
      <ul class="plain-list stack">
        {profiles.map(({ site, title, made }) => (
          <li key={site} class="row">
            <span>
              {site}{' '}
              <span class="quiet">
                — {title ? `${title}, ` : ''}
                {t('profiles.made', { date: made })}
              </span>
            </span>
            <Button aria-label={`${t('profiles.export')}: ${site}`} onClick={() => onExport(site)}>
              {t('profiles.export')}
            </Button>
            <Button aria-label={`${t('profiles.remove')}: ${site}`} onClick={() => onRemove(site)}>
              {t('profiles.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <p>
        <label class="button drop-button">
          {t('profiles.import')}
          <input
            class="visually-hidden"
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file) onImport(file);
              event.currentTarget.value = '';
            }}
          />
        </label>
      </p>
    </section>
  );
}
