import type { FieldRole } from '../model/finding.ts';
import type { Form, Position } from '../model/form.ts';

/** What the rest of the extension may ask of a page. Only lib/form knows DOM structure; everybody else sees this. */

/** A thing that holds a link or a comment: a field, a `contenteditable`, or (review) the element that shows the value. */
export type FieldElement = HTMLElement;

/** One reason why a part was taken for what it is; kept for `inspect --explain` and the calibration view. */
export interface Evidence {
  readonly part: 'position' | 'text' | 'url' | 'comment' | 'path' | 'score' | 'page';
  /** Short id of the kind of evidence, e.g. `label`, `column-header`, `repetition`, `known-text`, `value-shape`. */
  readonly kind: string;
  /** What was seen, e.g. the label's text. */
  readonly seen: string;
  /** Contribution to the confidence; negative speaks against. */
  readonly weight: number;
}

/** Texts that help recognition: known positions, tracks, components (with aliases) of the active pack. */
export interface RecogniseHints {
  readonly positions?: readonly string[];
  readonly headings?: readonly string[];
}

/** A `Form` together with where its parts stand in the page. */
export interface RecognisedForm {
  readonly form: Form;
  /** Element that holds the position's text: the marker stands beside it. */
  anchor(positionId: string): Element | null;
  field(rowId: string, role: FieldRole): FieldElement | null;
  /** The expert's points field. */
  scoreField(positionId: string): FieldElement | null;
  explain(positionId: string): readonly Evidence[];
}

export type WriteOutcome = 'written' | 'unchanged' | 'rejected' | 'missing';

export interface WriteResult {
  readonly rowId: string;
  readonly field: FieldRole;
  readonly outcome: WriteOutcome;
  /** Value before and value read back. */
  readonly before: string;
  readonly after: string;
  /** For `rejected`: why, as a locale key (`write.readonly`, `write.maxlength`, …). */
  readonly reason: string | null;
}

export interface FormChange {
  /** Positions that appeared, went, or whose rows or texts changed. Values typed are in `values`. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  /** Positions of which a field's value changed. */
  readonly values: readonly string[];
}

/** The form of a living page: follows the page until its AbortSignal fires. */
export interface LiveForm {
  /** Current state; a new object after each change, positions that did not change keep their identity. */
  current(): Form;
  position(positionId: string): Position | null;
  anchor(positionId: string): Element | null;
  field(rowId: string, role: FieldRole): FieldElement | null;
  scoreField(positionId: string): FieldElement | null;
  /** Which row and role a focused element is, if it is one of the form's fields. */
  locate(element: Element): { positionId: string; rowId: string; role: FieldRole } | null;
  /** Writes as a person would and reads back on the next frame and after 500 ms. */
  write(rowId: string, role: FieldRole, value: string): Promise<WriteResult>;
  /** Presses the page's own «add a link» of the position, if it has one; resolves to the new row's id or null. */
  addRow(positionId: string): Promise<string | null>;
  /** Takes over what the page changed since, without waiting for a frame: in a hidden tab frames do not come. */
  refresh(): void;
  /** Presses the page's own tab that shows one of these headings; its label, or null where there is none to press. */
  show(headings: readonly string[]): string | null;
  /** Scrolls to a position (opening nothing by itself) and, with `focus`, focuses its first empty link field. */
  reveal(positionId: string, options?: { focus?: boolean }): void;
  explain(positionId: string): readonly Evidence[];
}

export interface LiveOptions {
  readonly signal: AbortSignal;
  readonly onChange: (change: FormChange) => void;
}
