import { useState } from 'preact/hooks';
import { Changes } from '../../../components/criteria/changes.tsx';
import { PackEditor } from '../../../components/criteria/pack-editor.tsx';
import { Button } from '../../../components/ui/button.tsx';
import { t } from '../../../lib/i18n.ts';
import type { Pack } from '../../../lib/model/pack.ts';
import { changesBetween } from './changes.ts';
import { packs } from './state.ts';
import { saveEdited } from './store.ts';

/** The editor of one pack; nothing is kept until «Сохранить». */
export function EditPack({ id }: { id: string }) {
  const stored = packs.value.find((pack) => pack.id === id);
  const [changed, setChanged] = useState<Pack | null>(null);
  /** What the editing began with: the pack may change elsewhere meanwhile. */
  const [base, setBase] = useState<Pack | null>(null);
  const change = (to: Pack): void => {
    if (changed === null) setBase(stored ?? null);
    setChanged(to);
  };
  const pack = changed ?? stored;
  if (!pack) return <p class="quiet">{t('panel.loading')}</p>;
  return (
    <div class="stack">
      <a href="#criteria/list">{t('packs.back')}</a>
      <div class="row">
        <Button
          look="primary"
          disabled={changed === null}
          onClick={() => void saveEdited(pack, base ?? pack).then(() => setChanged(null))}
        >
          {t('packs.save')}
        </Button>
        {changed !== null && <Button onClick={() => setChanged(null)}>{t('packs.discard')}</Button>}
      </div>
      {/* Room is kept: what is typed below must not move when the first change is counted. */}
      <div class="pack-changed">{stored && <Changes changes={changesBetween(stored, pack)} folded />}</div>
      <PackEditor pack={pack} onChange={change} />
    </div>
  );
}
