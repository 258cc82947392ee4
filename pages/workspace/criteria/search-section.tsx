import { useMemo, useState } from 'preact/hooks';
import { SelectField, TextField } from '../../../components/ui/field.tsx';
import { openPack } from '../../../lib/criteria/open.ts';
import { t } from '../../../lib/i18n.ts';
import { packs } from './state.ts';

const MOST = 40;

/** Search through all criteria of a pack. */
export function SearchSection() {
  const [id, setId] = useState('');
  const [query, setQuery] = useState(() => new URLSearchParams(location.search).get('q') ?? '');
  const pack = packs.value.find((one) => one.id === id) ?? packs.value[0];
  const index = useMemo(() => (pack ? openPack(pack) : null), [pack]);
  const found = query.trim() === '' ? [] : (index?.search(query, MOST) ?? []);
  return (
    <>
      <SelectField
        label={t('packs.inPack')}
        value={pack?.id ?? ''}
        options={packs.value.map((one) => ({ value: one.id, label: one.title }))}
        onValue={setId}
      />
      <TextField label={t('packs.search')} type="search" value={query} autofocus onValue={setQuery} />
      {query.trim() !== '' && <p class="quiet">{t('packs.foundCount', { n: found.length })}</p>}
      <ul class="plain-list stack">
        {found.map(({ position, direction, track, component }) => (
          <li key={position.id}>
            <p class="quiet">
              {direction.code}. {direction.name} › {track.name} › {component.name}
            </p>
            <h3>{position.text}</h3>
            {position.points !== null && <p>{t('panel.points', { n: position.points })}</p>}
            <p class="lines">{position.criterion || t('panel.noCriterionText')}</p>
            {position.source && (
              <p class="quiet">{[position.source.title, position.source.place].filter(Boolean).join(', ')}</p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
