import { useEffect, useState } from 'preact/hooks';
import { PositionTab } from '../../components/panel/position-tab.tsx';
import type { ShownCard } from '../../components/panel/types.ts';
import { send } from '../../lib/messages/send.ts';
import type { CriterionFacts } from '../../lib/model/matched.ts';
import { current, rematch, reveal, type Snapshot } from './follow-form.ts';
import { shownCard, shownPosition } from './shown.ts';

/** The tab «Позиция»: asks for the criterion of the position the user stands at. */
export function PositionPanel({ form }: { form: Snapshot }) {
  const id = current.value ?? form.form.positions[0]?.id ?? null;
  const facts = id === null ? undefined : form.criteria[id];
  const card = useCard(form.packId, facts);
  const shown = id === null ? null : shownPosition(form, id, card);
  const confirm = async (): Promise<void> => {
    if (!shown || !facts || form.packId === null) return;
    await send('criteria.confirm', { packId: form.packId, criterionId: facts.criterionId, text: shown.text });
    await rematch();
  };
  return (
    <PositionTab
      position={shown}
      onReveal={reveal}
      onStep={(by) => step(form, id, by)}
      onConfirm={() => void confirm()}
    />
  );
}

function step(form: Snapshot, id: string | null, by: -1 | 1): void {
  const positions = form.form.positions;
  const index = positions.findIndex((position) => position.id === id);
  const next = positions[Math.min(positions.length - 1, Math.max(0, index + by))];
  if (next) void reveal(next.id);
}

/** undefined while the card is on its way, null when there is none. */
function useCard(packId: string | null, facts: CriterionFacts | undefined): ShownCard | null | undefined {
  const [card, setCard] = useState<ShownCard | null | undefined>(undefined);
  const criterionId = facts?.criterionId || undefined;
  const certainty = facts?.certainty ?? 0;
  useEffect(() => {
    let stale = false;
    setCard(undefined);
    if (packId === null || criterionId === undefined) return setCard(null);
    send('criteria.card', { packId, criterionId })
      .then((reply) => !stale && setCard(reply && shownCard(reply, certainty)))
      .catch(() => !stale && setCard(null));
    return () => {
      stale = true;
    };
  }, [packId, criterionId, certainty]);
  return card;
}
