/** What «Показать форму» shows. Plain data in, calls out. */

export type StepName = 'position' | 'link' | 'comment' | 'points' | 'direction' | 'track' | 'component';

/** A rectangle in the window. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A rectangle around a part that was found or is pointed at. */
export interface Mark extends Box {
  readonly kind: 'hover' | 'position' | 'link' | 'comment' | 'points';
}

/** What the profile finds, before it is kept. */
export interface ResultView {
  readonly positions: number;
  readonly links: number;
  readonly withoutComment: number;
  readonly unrecognised: number;
  /** Names of the parts that were not found. */
  readonly missing: readonly string[];
  /** Why fields were taken, one sentence a part. */
  readonly why: readonly string[];
}

export interface CalibrateView {
  /** The part asked for now; null: the result is shown. */
  readonly step: StepName | null;
  readonly number: number;
  readonly optional: boolean;
  /** A further example is being shown. */
  readonly again: boolean;
  /** The text or field under the pointer or chosen by keyboard, in words; '' for none. */
  readonly candidate: string;
  /** What was wrong with the last pick; ''. */
  readonly problem: string;
  readonly result: ResultView | null;
}

export interface CalibrateActions {
  /** A key in the picking area; true: it was one of ours. */
  onKey(event: KeyboardEvent): boolean;
  onSkip(): void;
  onEnough(): void;
  onBack(): void;
  onCancel(): void;
  onSave(): void;
  onRefine(): void;
}
