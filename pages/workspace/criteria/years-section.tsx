import { useMemo, useState } from 'preact/hooks';
import { Changes } from '../../../components/criteria/changes.tsx';
import { Weights } from '../../../components/criteria/weights.tsx';
import { SelectField } from '../../../components/ui/field.tsx';
import { linkYears, weights } from '../../../lib/criteria/years.ts';
import { t } from '../../../lib/i18n.ts';
import type { Pack } from '../../../lib/model/pack.ts';
import { changesBetween } from './changes.ts';
import { packs } from './state.ts';

/** Two packs side by side: how weights moved and which positions are the same. */
export function YearsSection() {
  const list = packs.value;
  const byId = (id: string): Pack | undefined => list.find((pack) => pack.id === id);
  const [before, setBefore] = useState('mum-2021');
  const [after, setAfter] = useState('mum-2022');
  const [from, to] = [byId(before), byId(after)];
  const links = useMemo(() => (from && to ? linkYears(from, to) : []), [from, to]);
  const changes = useMemo(() => (from && to ? changesBetween(from, to) : []), [from, to]);
  const options = list.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <>
      <div class="pack-meta">
        <SelectField label={t('packs.before')} value={before} options={options} onValue={setBefore} />
        <SelectField label={t('packs.after')} value={after} options={options} onValue={setAfter} />
      </div>
      {from && to && (
        <>
          <Weights rows={weights(from, to)} before={String(from.year)} after={String(to.year)} />
          <p>{links.length > 0 ? t('packs.linked', { n: links.length }) : t('packs.nothingLinked')}</p>
          {links.length > 0 && <Changes changes={changes} />}
        </>
      )}
    </>
  );
}
