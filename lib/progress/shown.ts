import type { FieldRole, Finding, Severity, Verdict } from '../model/finding.ts';
import type { Position } from '../model/form.ts';
import { describeFinding } from '../rules/index.ts';

/** A finding with its texts, ready to be shown. */
export interface ShownFinding {
  readonly key: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly verdict: Verdict;
  readonly positionId: string;
  /** Row number as people count, from 1; null: about the position as a whole. */
  readonly rowNumber: number | null;
  readonly field: FieldRole | null;
  readonly what: string;
  readonly why: string;
}

/** Findings of one direction, by position. */
export interface FindingGroup {
  /** Direction's heading; '' where the page has none. */
  readonly direction: string;
  readonly positions: readonly {
    readonly id: string;
    readonly text: string;
    readonly findings: readonly ShownFinding[];
  }[];
}

/** A finding in words; `index` tells equal ones apart. */
export function shownFinding(finding: Finding, index: number): ShownFinding {
  const { what, why } = describeFinding(finding);
  const { rule, severity, verdict, positionId, rowId, field } = finding;
  const rowNumber = rowId === null ? null : Number(rowId.slice(rowId.lastIndexOf('#') + 1)) + 1;
  const key = `${rule}|${positionId}|${rowId}|${index}`;
  return { key, rule, severity, verdict, positionId, rowNumber, field, what, why };
}

/** All findings by direction, in the order of the positions. */
export function groupFindings(
  positions: readonly Position[],
  findings: readonly Finding[],
): readonly FindingGroup[] {
  const byPosition = Map.groupBy(findings, (finding) => finding.positionId);
  const withFindings = positions.filter((position) => byPosition.has(position.id));
  const groups = Map.groupBy(withFindings, (position) => position.path[0] ?? '');
  return [...groups].map(([direction, list]) => ({
    direction,
    positions: list.map(({ id, text }) => ({
      id,
      text,
      findings: (byPosition.get(id) ?? []).map(shownFinding),
    })),
  }));
}
