import { useState } from 'preact/hooks';
import { Difference } from '../../../components/import/difference.tsx';
import { Button } from '../../../components/ui/button.tsx';
import { CheckField } from '../../../components/ui/field.tsx';
import { wantedValue } from '../../../lib/fill/plan.ts';
import { t } from '../../../lib/i18n.ts';
import { decide, type ImportSession } from '../../../lib/import/session.ts';
import { fill } from './fill.ts';
import { form, plan, session } from './state.ts';
import { toLibrary } from './to-library.ts';

/** The difference, and the one button that writes it. */
export function DifferenceStep() {
  const [withLibrary, setWithLibrary] = useState(true);
  const positions = new Map(form.value?.snapshot.form.positions.map((position) => [position.id, position]));
  const textOf = (id: string): string => positions.get(id)?.text ?? '';
  const byPosition = Map.groupBy(plan.value.items, (item) => item.positionId);
  const groups = [...byPosition].map(([positionId, items]) => ({
    positionId,
    path: positions.get(positionId)?.path.join(' › ') ?? '',
    text: textOf(positionId),
    items,
  }));
  const noRoom = plan.value.noRoom.map((row) => ({ ...row, text: textOf(row.positionId) }));
  const count = plan.value.items.filter((item) => wantedValue(item) !== null).length;
  async function start(): Promise<void> {
    if (withLibrary) await toLibrary();
    await fill();
  }
  return (
    <section class="stack">
      <h2>{t('import.step.difference')}</h2>
      <p>{t('import.fillHint', { n: count, title: form.value?.title ?? '' })}</p>
      <CheckField label={t('import.toLibrary')} checked={withLibrary} onChecked={setWithLibrary} />
      <div class="row">
        <Button look="primary" disabled={count === 0} onClick={() => void start()}>
          {t('import.fill')}
        </Button>
      </div>
      <Difference
        groups={groups}
        noRoom={noRoom}
        onChoose={(id, action) => {
          session.value = decide(session.value as ImportSession, id, action);
        }}
      />
    </section>
  );
}
