import { Changes } from '../../../components/criteria/changes.tsx';
import { Button } from '../../../components/ui/button.tsx';
import { Notice } from '../../../components/ui/notice.tsx';
import { t } from '../../../lib/i18n.ts';
import { changesBetween } from './changes.ts';
import { packs, received } from './state.ts';
import { saveReceived } from './store.ts';

/** A pack file that was received: what it is and what it would change, before it is kept. */
export function ReceivedPack() {
  const pack = received.value;
  if (!pack) return null;
  const before = packs.value.find(({ id }) => id === pack.id);
  return (
    <Notice>
      <p>
        {pack.title} ({t(`packs.mechanism.${pack.mechanism}`)}-{pack.year})
      </p>
      {before && <Changes changes={changesBetween(before, pack)} />}
      <div class="row">
        <Button look="primary" onClick={() => void saveReceived()}>
          {before ? t('packs.replace') : t('packs.save')}
        </Button>
        <Button
          onClick={() => {
            received.value = null;
          }}
        >
          {t('packs.cancel')}
        </Button>
      </div>
    </Notice>
  );
}
