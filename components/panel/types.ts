import type { FieldRole, Severity, Verdict } from '../../lib/model/finding.ts';

/** A finding with its texts, ready to be shown; the container makes it with `describeFinding`. */
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

export interface ShownPosition {
  readonly id: string;
  readonly path: readonly string[];
  readonly text: string;
  readonly number: string | null;
  readonly points: number | null;
  readonly rows: readonly { readonly url: string; readonly comment: string }[];
  /** Criterion card; null: no criterion matched; undefined: still on its way. */
  readonly card: ShownCard | null | undefined;
  readonly findings: readonly ShownFinding[];
}

export interface ShownCard {
  readonly criterion: string;
  readonly points: number | null;
  readonly mistakes: readonly string[];
  readonly advice: string;
  /** Title of the source with its date and place, as one line. */
  readonly source: string;
  readonly packTitle: string;
  /** Says that the pack is for training, or holds only a part of the official document; '' otherwise. */
  readonly packNote: string;
}
