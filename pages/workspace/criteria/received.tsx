import { Button } from '../../../components/ui/button.tsx';
import { Notice } from '../../../components/ui/notice.tsx';
import { diffPacks } from '../../../lib/criteria/years.ts';
import { t } from '../../../lib/i18n.ts';
import { packs, received } from './state.ts';
import { saveReceived } from './store.ts';

/** A pack file that was received: what it is and what it would change, before it is kept. */
export function ReceivedPack() {
  const pack = received.value;
  if (!pack) return null;
  const before = packs.value.find(({ id }) => id === pack.id);
  const changes = before ? diffPacks(before, pack) : [];
  const count = (kind: string): number => changes.filter((change) => change.kind === kind).length;
  return (
    <Notice>
      <p>
        {pack.title} ({t(`packs.mechanism.${pack.mechanism}`)}-{pack.year})
      </p>
      {before && (
        <p>
          {t('packs.changes', {
            added: count('added'),
            changed: count('changed'),
            removed: count('removed'),
          })}
        </p>
      )}
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
