import { useEffect, useRef, useState } from 'preact/hooks';
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
  const asked = id === null ? null : shownPosition(form, id, card);
  // The position before stays until everything of the next is there: one change, nothing moves twice.
  const last = useRef<{ shown: typeof asked; facts: CriterionFacts | undefined }>({ shown: null, facts });
  if (asked === null || asked.card !== undefined || last.current.shown === null)
    last.current = { shown: asked, facts };
  const now = last.current;
  const confirm = async (): Promise<void> => {
    if (!now.shown || !now.facts || form.packId === null) return;
    const { criterionId } = now.facts;
    await send('criteria.confirm', { packId: form.packId, criterionId, text: now.shown.text });
    await rematch();
  };
  return (
    <PositionTab
      position={now.shown}
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
  const [known, setKnown] = useState<{ key: string; card: ShownCard | null } | null>(null);
  const criterionId = facts?.criterionId || undefined;
  const certainty = facts?.certainty ?? 0;
  const key = `${packId} ${criterionId} ${certainty}`;
  useEffect(() => {
    let stale = false;
    if (packId === null || criterionId === undefined) return;
    send('criteria.card', { packId, criterionId })
      .then((reply) => !stale && setKnown({ key, card: reply && shownCard(reply, certainty) }))
      .catch(() => !stale && setKnown({ key, card: null }));
    return () => {
      stale = true;
    };
  }, [key]);
  if (packId === null || criterionId === undefined) return null;
  return known?.key === key ? known.card : undefined;
}
