import { useEffect, useState } from 'preact/hooks';
import { PositionTab } from '../../components/panel/position-tab.tsx';
import type { ShownCard } from '../../components/panel/types.ts';
import { send } from '../../lib/messages/send.ts';
import { current, reveal, type Snapshot } from './follow-form.ts';
import { shownCard, shownPosition } from './shown.ts';

/** The tab «Позиция»: asks for the criterion of the position the user stands at. */
export function PositionPanel({ form }: { form: Snapshot }) {
  const id = current.value ?? form.form.positions[0]?.id ?? null;
  const criterionId = id === null ? undefined : form.criteria[id]?.criterionId;
  const card = useCard(form.packId, criterionId);
  const shown = id === null ? null : shownPosition(form, id, card);
  return <PositionTab position={shown} onReveal={reveal} onStep={(by) => step(form, id, by)} />;
}

function step(form: Snapshot, id: string | null, by: -1 | 1): void {
  const positions = form.form.positions;
  const index = positions.findIndex((position) => position.id === id);
  const next = positions[Math.min(positions.length - 1, Math.max(0, index + by))];
  if (next) void reveal(next.id);
}

/** undefined while the card is on its way, null when there is none. */
function useCard(packId: string | null, criterionId: string | undefined): ShownCard | null | undefined {
  const [card, setCard] = useState<ShownCard | null | undefined>(undefined);
  useEffect(() => {
    let stale = false;
    setCard(undefined);
    if (packId === null || criterionId === undefined) return setCard(null);
    send('criteria.card', { packId, criterionId })
      .then((reply) => !stale && setCard(reply && shownCard(reply)))
      .catch(() => !stale && setCard(null));
    return () => {
      stale = true;
    };
  }, [packId, criterionId]);
  return card;
}
