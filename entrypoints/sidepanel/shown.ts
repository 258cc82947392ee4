import type { FindingGroup } from '../../components/panel/findings-tab.tsx';
import type { ShownCard, ShownFinding, ShownPosition } from '../../components/panel/types.ts';
import { t } from '../../lib/i18n.ts';
import type { ReplyOf } from '../../lib/messages/registry.ts';
import type { Finding } from '../../lib/model/finding.ts';
import { describeFinding } from '../../lib/rules/index.ts';
import type { Snapshot } from './follow-form.ts';

function shownFinding(finding: Finding, index: number): ShownFinding {
  const { what, why } = describeFinding(finding);
  const { rule, severity, verdict, positionId, rowId, field } = finding;
  const rowNumber = rowId === null ? null : Number(rowId.slice(rowId.lastIndexOf('#') + 1)) + 1;
  const key = `${rule}|${positionId}|${rowId}|${index}`;
  return { key, rule, severity, verdict, positionId, rowNumber, field, what, why };
}

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

/** All findings by direction, in the order of the page. */
export function findingGroups(from: Snapshot): readonly FindingGroup[] {
  const byPosition = Map.groupBy(from.findings, (finding) => finding.positionId);
  const withFindings = from.form.positions.filter((position) => byPosition.has(position.id));
  const groups = Map.groupBy(withFindings, (position) => position.path[0] ?? '');
  return [...groups].map(([direction, positions]) => ({
    direction,
    positions: positions.map(({ id, text }) => ({
      id,
      text,
      findings: (byPosition.get(id) ?? []).map(shownFinding),
    })),
  }));
}

/** A criterion as the panel shows it. */
export function shownCard(card: NonNullable<ReplyOf<'criteria.card'>>): ShownCard {
  const { criterion, points, mistakes, advice, source, pack } = card;
  const packNote =
    pack.kind === 'training' ? t('panel.training') : pack.complete ? '' : t('panel.incomplete');
  const line = [source.title, source.date, source.place].filter(Boolean).join(', ');
  return { criterion, points, mistakes, advice, source: line, packTitle: pack.title, packNote };
}
