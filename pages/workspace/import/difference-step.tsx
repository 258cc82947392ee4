import { Difference } from '../../../components/import/difference.tsx';
import { t } from '../../../lib/i18n.ts';
import { decide, type ImportSession } from '../../../lib/import/session.ts';
import { form, plan, session } from './state.ts';

/** The difference between the form and the table, field by field, to be decided where both hold something. */
export function DifferenceStep() {
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
  return (
    <section class="stack">
      <h2>{t('import.step.difference')}</h2>
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
