import { PackList } from '../../../components/criteria/pack-list.tsx';
import { Button } from '../../../components/ui/button.tsx';
import { t } from '../../../lib/i18n.ts';
import { infoOf } from '../../../lib/packs/builtin.ts';
import { active, own, packs } from './state.ts';
import { exportById, harvestForm, removeById, setActive } from './store.ts';

/** All packs at hand. */
export function ListSection() {
  return (
    <>
      <p>{t('packs.about')}</p>
      <PackList
        packs={packs.value.map((pack) => infoOf(pack, !own.value.has(pack.id)))}
        active={new Set(Object.values(active.value))}
        onActive={(id, on) => void setActive(id, on)}
        onExport={(id) => void exportById(id)}
        onRemove={(id) => void removeById(id)}
      />
      <div class="row">
        <Button onClick={() => void harvestForm()}>{t('packs.harvest')}</Button>
        <span class="quiet">{t('packs.harvestHint')}</span>
      </div>
    </>
  );
}
