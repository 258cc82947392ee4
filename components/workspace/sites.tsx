import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';

interface SitesProps {
  /** Match patterns the user switched on. */
  sites: readonly string[];
  onRemove: (pattern: string) => void;
  /** An address typed by hand; the browser asks for access right in the press. */
  onAdd: (address: string) => void;
}

/** Sites beside the built-in one where the extension works, each with its way back. */
export function Sites({ sites, onRemove, onAdd }: SitesProps) {
  const [address, setAddress] = useState('');
  return (
    <section class="stack">
      <h2>{t('sites.title')}</h2>
      <p>{t('sites.about')}</p>
      {sites.length === 0 && <p class="quiet">{t('sites.none')}</p>}
      <ul class="plain-list stack">
        {sites.map((pattern) => (
          <li key={pattern} class="row">
            <span>{pattern.replace(/\/\*$/, '')}</span>
            <Button onClick={() => onRemove(pattern)}>{t('sites.remove')}</Button>
          </li>
        ))}
      </ul>
      <form
        class="row row-end"
        onSubmit={(event) => {
          event.preventDefault();
          onAdd(address);
        }}
      >
        <TextField label={t('sites.address')} placeholder="https://" value={address} onValue={setAddress} />
        <button type="submit" class="button">
          {t('sites.add')}
        </button>
      </form>
    </section>
  );
}
