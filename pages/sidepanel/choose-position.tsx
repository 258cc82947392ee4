import { useEffect, useMemo, useState } from 'preact/hooks';
import { Button } from '../../components/ui/button.tsx';
import { TextField } from '../../components/ui/field.tsx';
import { openPack } from '../../lib/criteria/open.ts';
import { t } from '../../lib/i18n.ts';
import type { Pack } from '../../lib/model/pack.ts';
import { packById } from '../../lib/packs/packs.ts';

const MOST = 12;

interface ChoosePositionProps {
  packId: string;
  /** The form's wording: what is looked for first. */
  text: string;
  onChoose: (criterionId: string) => void;
  onCancel: () => void;
}

/** «Нет, другая»: the pack's positions, found by words, one of which is the form's. */
export function ChoosePosition({ packId, text, onChoose, onCancel }: ChoosePositionProps) {
  const [pack, setPack] = useState<Pack | null>(null);
  const [query, setQuery] = useState(text);
  useEffect(() => void packById(packId).then(setPack), [packId]);
  const index = useMemo(() => (pack ? openPack(pack) : null), [pack]);
  const found = index?.search(query, MOST) ?? [];
  return (
    <section class="stack" aria-label={t('panel.choose')}>
      <TextField label={t('panel.chooseSearch')} type="search" value={query} autofocus onValue={setQuery} />
      <ul class="plain-list stack">
        {found.map(({ position, direction, track, component }) => (
          <li key={position.id}>
            <p class="quiet">
              {direction.code} › {track.name} › {component.name}
            </p>
            <p>{position.text}</p>
            <Button onClick={() => onChoose(position.id)}>{t('panel.chosen')}</Button>
          </li>
        ))}
      </ul>
      {index && found.length === 0 && <p class="quiet">{t('packs.foundCount', { n: 0 })}</p>}
      <Button onClick={onCancel}>{t('calibrate.cancel')}</Button>
    </section>
  );
}
