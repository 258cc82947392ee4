import { useEffect, useRef, useState } from 'preact/hooks';
import { PositionTab } from '../../components/panel/position-tab.tsx';
import type { ShownCard } from '../../components/panel/types.ts';
import { historyLine } from '../../lib/criteria/told.ts';
import { send } from '../../lib/messages/send.ts';
import type { CriterionFacts } from '../../lib/model/matched.ts';
import { ChoosePosition } from './choose-position.tsx';
import { current, rematch, reveal, type Snapshot } from './follow-form.ts';
import { shownCard, shownPosition } from './shown.ts';

/** The tab «Позиция»: asks for the criterion of the position the user stands at. */
export function PositionPanel({ form }: { form: Snapshot }) {
  const id = current.value ?? form.form.positions[0]?.id ?? null;
  const facts = id === null ? undefined : form.criteria[id];
  const card = useCard(form, facts);
  const asked = id === null ? null : shownPosition(form, id, card);
  // The position before stays until everything of the next is there: one change, nothing moves twice.
  const last = useRef<{ shown: typeof asked; facts: CriterionFacts | undefined }>({ shown: null, facts });
  if (asked === null || asked.card !== undefined || last.current.shown === null)
    last.current = { shown: asked, facts };
  const now = last.current;
  const history = useHistory(form, now.shown?.id ?? null);
  /** The position another criterion is being chosen for. */
  const [choosing, setChoosing] = useState<string | null>(null);
  const keep = async (criterionId: string): Promise<void> => {
    setChoosing(null);
    if (!now.shown || form.packId === null) return;
    await send('criteria.confirm', { packId: form.packId, criterionId, text: now.shown.text });
    await rematch();
  };
  const { shown } = now;
  return (
    <PositionTab
      position={shown}
      history={history}
      onReveal={reveal}
      onStep={(by) => step(form, id, by)}
      onConfirm={() => now.facts && void keep(now.facts.criterionId)}
      {...(shown && form.packId !== null && { onOther: () => setChoosing(shown.id) })}
    >
      {shown && form.packId !== null && choosing === shown.id && (
        <ChoosePosition
          packId={form.packId}
          text={shown.text}
          onChoose={(criterionId) => void keep(criterionId)}
          onCancel={() => setChoosing(null)}
        />
      )}
    </PositionTab>
  );
}

function step(form: Snapshot, id: string | null, by: -1 | 1): void {
  const positions = form.form.positions;
  const index = positions.findIndex((position) => position.id === id);
  const next = positions[Math.min(positions.length - 1, Math.max(0, index + by))];
  if (next) void reveal(next.id);
}

/** undefined while the card is on its way, null when there is none. */
function useCard(form: Snapshot, facts: CriterionFacts | undefined): ShownCard | null | undefined {
  const { packId } = form;
  const [known, setKnown] = useState<{ key: string; card: ShownCard | null } | null>(null);
  const criterionId = facts?.criterionId || undefined;
  const certainty = facts?.certainty ?? 0;
  const key = `${packId} ${criterionId} ${certainty}`;
  useEffect(() => {
    let stale = false;
    if (packId === null || criterionId === undefined) return;
    send('criteria.card', { packId, criterionId })
      .then((reply) => !stale && setKnown({ key, card: reply && shownCard(reply, certainty, form.criteria) }))
      .catch(() => !stale && setKnown({ key, card: null }));
    return () => {
      stale = true;
    };
  }, [key]);
  if (packId === null || criterionId === undefined) return null;
  return known?.key === key ? known.card : undefined;
}

/** Documents that confirmed the position in other years, in words; empty until they are known. */
function useHistory(form: Snapshot, positionId: string | null): readonly string[] {
  const [known, setKnown] = useState<{ key: string; lines: readonly string[] } | null>(null);
  const position = form.form.positions.find(({ id }) => id === positionId);
  const criterionId = positionId === null ? undefined : form.criteria[positionId]?.criterionId;
  const key = `${form.packId} ${criterionId} ${positionId}`;
  useEffect(() => {
    let stale = false;
    if (!position || form.packId === null || !criterionId) return;
    const { id, text, path } = position;
    const criterion = { packId: form.packId, criterionId };
    send('library.suggest', { position: { id, text, path }, query: '', criterion })
      .then(({ history }) => !stale && setKnown({ key, lines: history.map(historyLine) }))
      .catch(() => undefined);
    return () => {
      stale = true;
    };
  }, [key]);
  return known?.key === key ? known.lines : [];
}
