import type { Finding, Severity } from '../model/finding.ts';
import type { Form, Position } from '../model/form.ts';
import type { DocumentFacts } from '../model/library.ts';
import type { CriterionFacts } from '../model/matched.ts';

/** What rules may know beside the form. All look-ups are synchronous and cheap: the session prepares them. */
export interface RuleContext {
  criterion(positionId: string): CriterionFacts | null;
  /** Facts of a library document by `addressKey`. */
  facts(addressKey: string): DocumentFacts | null;
  readonly harmfulPhrases: readonly { phrase: string; why: string }[];
  /** From the user's settings: true when there are no schools with low results; null: not said. */
  readonly noLowSchools: boolean | null;
}

/** Texts of a rule live in locales under `rules.<id>` (`what`, `why`, …), in both languages. */
export interface Rule {
  /** Id from domain.md = file name. */
  readonly id: string;
  readonly severity: Severity;
  /** `position`: sees one position. `track`: sees the positions of one track. */
  readonly scope: 'position' | 'track';
  /** Document and place the rule comes from, e.g. «Требования к предоставлению материалов МУМ (2022)». */
  readonly source: string;
  check(positions: readonly Position[], context: RuleContext): Finding[];
  readonly examples: {
    readonly violates: readonly RuleExample[];
    readonly fine: readonly RuleExample[];
  };
}

/** A tiny form in which the rule speaks, or does not. */
export interface RuleExample {
  readonly name: string;
  readonly positions: readonly Position[];
  readonly context?: Partial<RuleContext>;
}

/** Incremental: after a keystroke only the position (and its track's few facts) are looked at again. */
export interface Engine {
  /** Takes a whole form: when it is recognised or its structure changed. */
  reset(form: Form): void;
  /** Takes one changed position; returns ids of positions whose findings changed. */
  update(position: Position): readonly string[];
  setContext(context: RuleContext): void;
  findings(positionId: string): readonly Finding[];
  all(): readonly Finding[];
}
