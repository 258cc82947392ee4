import type { ShownFinding } from '../../lib/progress/shown.ts';

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
  /** What changed since the year before, a sentence each. */
  readonly changes: readonly string[];
  /** Steps of the management cycle, each with its first position on the page; null: the page has none. */
  readonly cycle: readonly {
    readonly name: string;
    readonly current: boolean;
    readonly positionId: string | null;
  }[];
  /** Text of the pack's position when the match is unsure and asks for confirmation; '' otherwise. */
  readonly unsure: string;
  /** Says that the pack is for training, or holds only a part of the official document; '' otherwise. */
  readonly packNote: string;
}
