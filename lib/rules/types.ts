import type { Finding, Severity } from '../model/finding.ts';
import type { Form, Position } from '../model/form.ts';
import type { DocumentFacts } from '../model/library.ts';
import type { CriterionFacts } from '../model/matched.ts';
import type { ComponentKind } from '../model/pack.ts';

/** What rules may know beside the form. All look-ups are synchronous and cheap: the session prepares them. */
export interface RuleContext {
  criterion(positionId: string): CriterionFacts | null;
  /** Facts of a library document by `addressKey`. */
  facts(addressKey: string): DocumentFacts | null;
  readonly harmfulPhrases: readonly { phrase: string; why: string }[];
  /** From the user's settings: true when there are no schools with low results; null: not said. */
  readonly noLowSchools: boolean | null;
}

interface RuleBase {
  /** Id from domain.md = file name. */
  readonly id: string;
  /** The highest severity its findings have; one finding may be milder. */
  readonly severity: Severity;
  /** Locale key of the document and place the rule comes from: `rules.sources.…`, read by `sourceOf`. */
  readonly source: string;
}

/** Sees one position at a time. */
export interface PositionRule extends RuleBase {
  readonly scope: 'position';
  check(position: Position, context: RuleContext): Finding[];
}

/** Sees the digests of the tracks of one direction. */
export interface TrackRule extends RuleBase {
  readonly scope: 'track';
  check(tracks: readonly Track[], context: RuleContext): Finding[];
}

/**
 * A rule: one file in `rules/`, exported as `rule`. The same file exports `examples` (tests read them, bundles leave them out).
 * Texts live in locales under `rules.<id>` (`what`, `why`, …), in both languages.
 */
export type Rule = PositionRule | TrackRule;

/** All that track rules need of a position: it changes seldom, so a keystroke hardly ever reaches them. */
export interface PositionDigest {
  readonly id: string;
  readonly component: ComponentKind | null;
  /** Rows that hold a link. */
  readonly links: number;
  /** First row with a link, else the first row. */
  readonly rowId: string | null;
  /** A comment, name or library title tells of needs found («потребности», «анкетирование»). */
  readonly tellsOfNeeds: boolean;
}

export interface Track {
  readonly key: string;
  readonly role: 'low-schools-support' | 'talents-by-needs' | null;
  readonly positions: readonly PositionDigest[];
}

/** A tiny form in which the rule speaks, or does not. */
export interface RuleExample {
  readonly name: string;
  readonly positions: readonly Position[];
  readonly context?: Partial<RuleContext>;
}

export interface RuleExamples {
  readonly violates: readonly RuleExample[];
  readonly fine: readonly RuleExample[];
}

/**
 * Incremental: after a keystroke only the position (and its track's few facts) are looked at again. Rules run when a
 * position's findings are first asked for: after `reset` ask for the visible ones, for the others in slices.
 */
export interface Engine {
  /**
   * Takes a whole form: when it is recognised or its structure changed. With `stale`, positions that are the same object
   * as before and not among these are not looked at again. Returns the ids of those that were, or whose findings changed.
   */
  reset(form: Form, stale?: ReadonlySet<string>): readonly string[];
  /** Takes one changed position; returns ids of positions whose findings changed. */
  update(position: Position): readonly string[];
  /**
   * Takes many changed positions at once; their rules run when they are next looked at, those of their tracks once. Returns
   * ids of positions whose findings may have changed.
   */
  take(positions: readonly Position[]): readonly string[];
  setContext(context: RuleContext): void;
  findings(positionId: string): readonly Finding[];
  all(): readonly Finding[];
}
