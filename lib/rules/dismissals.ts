import type { Dismissal, Finding } from '../model/finding.ts';

/** Index of the row a finding is about (row ids are `position#index`); null for the position as a whole. */
function rowIndex(finding: Finding): number | null {
  if (finding.rowId === null) return null;
  const index = Number(finding.rowId.slice(finding.rowId.lastIndexOf('#') + 1));
  return Number.isInteger(index) ? index : null;
}

/** True when the user said that this finding is none, about the very value it speaks of now. */
export function isDismissed(finding: Finding, dismissals: readonly Dismissal[]): boolean {
  const row = rowIndex(finding);
  return dismissals.some(
    (one) =>
      one.rule === finding.rule &&
      one.positionId === finding.positionId &&
      one.rowIndex === row &&
      one.subject === finding.subject,
  );
}

/** The record of «не замечание, потому что …». `at`: ISO time, given by the caller so that rules know no clock. */
export function dismissalOf(finding: Finding, reason: string, at = ''): Dismissal {
  return {
    rule: finding.rule,
    positionId: finding.positionId,
    rowIndex: rowIndex(finding),
    subject: finding.subject,
    reason,
    at,
  };
}
