import { useMemo, useState } from 'preact/hooks';
import { SelectField, TextField } from '../../../components/ui/field.tsx';
import { openPack } from '../../../lib/criteria/open.ts';
import { byWorth, searchAll } from '../../../lib/criteria/suggestions.ts';
import { t } from '../../../lib/i18n.ts';
import { packs } from './state.ts';

const MOST = 40;

/** Search through the criteria of all packs or of one; until one is chosen, of the preferred one (that of the open form). */
export function SearchSection({ preferred = null }: { preferred?: string | null }) {
  // null: nothing chosen yet; '': all packs.
  const [id, setId] = useState<string | null>(null);
  const [query, setQuery] = useState(() => new URLSearchParams(location.search).get('q') ?? '');
  const chosen = packs.value.find((one) => one.id === (id ?? preferred));
  const all = packs.value;
  const indexes = useMemo(() => (chosen ? [chosen] : [...all].sort(byWorth)).map(openPack), [chosen, all]);
  const found = query.trim() === '' ? [] : searchAll(indexes, query, MOST);
  return (
    <>
      <SelectField
        label={t('packs.inPack')}
        value={chosen?.id ?? ''}
        options={[
          { value: '', label: t('packs.allPacks') },
          ...all.map((one) => ({ value: one.id, label: one.title })),
        ]}
        onValue={setId}
      />
      <TextField label={t('packs.search')} type="search" value={query} autofocus onValue={setQuery} />
      {query.trim() !== '' && <p class="quiet">{t('packs.foundCount', { n: found.length })}</p>}
      <ul class="plain-list stack">
        {found.map(({ index, entry: { position, direction, track, component } }) => (
          <li key={`${index.pack.id} ${position.id}`}>
            <p class="quiet">
              {direction.code}. {direction.name} › {track.name} › {component.name}
            </p>
            <h3>{position.text}</h3>
            {position.points !== null && <p>{t('panel.points', { n: position.points })}</p>}
            <p class="lines">{position.criterion || t('panel.noCriterionText')}</p>
            <p class="quiet">
              {[position.source?.title ?? index.pack.title, position.source?.place]
                .filter(Boolean)
                .join(', ')}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
