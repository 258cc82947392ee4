import type { ShownCard, ShownPosition } from '../../components/panel/types.ts';
import { CERTAIN_FROM } from '../../lib/criteria/match/matcher.ts';
import { changesOf } from '../../lib/criteria/told.ts';
import { t } from '../../lib/i18n.ts';
import type { ReplyOf } from '../../lib/messages/registry.ts';
import { shownFinding } from '../../lib/progress/shown.ts';
import type { Snapshot } from './follow-form.ts';

/** A position with its findings in words. */
export function shownPosition(
  from: Snapshot,
  id: string,
  card: ShownCard | null | undefined,
): ShownPosition | null {
  const position = from.form.positions.find((candidate) => candidate.id === id);
  if (!position) return null;
  const findings = from.findings.filter((finding) => finding.positionId === id).map(shownFinding);
  return { ...position, card: from.criteria[id] ? card : null, findings };
}

/** A criterion as the panel shows it. */
export function shownCard(
  card: NonNullable<ReplyOf<'criteria.card'>>,
  certainty: number,
  criteria: Snapshot['criteria'],
): ShownCard {
  const { criterion, points, mistakes, advice, source, pack } = card;
  const packNote =
    pack.kind === 'training' ? t('panel.training') : pack.complete ? '' : t('panel.incomplete');
  const line = [source.title, source.date, source.place].filter(Boolean).join(', ');
  const unsure = certainty < CERTAIN_FROM ? card.text : '';
  return {
    criterion,
    points,
    mistakes,
    advice,
    source: line,
    packTitle: pack.title,
    packNote,
    changes: changesOf(card),
    cycle: cycleOf(card, criteria),
    unsure,
  };
}

function cycleOf(
  card: NonNullable<ReplyOf<'criteria.card'>>,
  criteria: Snapshot['criteria'],
): ShownCard['cycle'] {
  const positions = new Map(Object.entries(criteria).map(([id, facts]) => [facts.criterionId, id]));
  return card.cycle.map(({ name, criterionIds }) => ({
    name,
    current: criterionIds.includes(card.criterionId),
    positionId: criterionIds.flatMap((id) => positions.get(id) ?? [])[0] ?? null,
  }));
}
