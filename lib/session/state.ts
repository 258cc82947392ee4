import type { LiveForm } from '../form/types.ts';
import type { ReplyOf } from '../messages/registry.ts';
import type { Finding } from '../model/finding.ts';
import { type Position, RECOGNISED_FROM } from '../model/form.ts';
import type { DocumentFacts } from '../model/library.ts';
import type { CriterionFacts } from '../model/matched.ts';
import type { RuleContext } from '../rules/types.ts';

/** What a session knows at a moment. Everything in it can be fetched again: nothing here is kept. */
export interface SessionState {
  live: LiveForm;
  criteria: Map<string, CriterionFacts>;
  documents: Map<string, DocumentFacts>;
  pack: ReplyOf<'criteria.match'>['pack'];
  harmfulPhrases: ReplyOf<'criteria.match'>['harmfulPhrases'];
  noLowSchools: boolean | null;
  /** True once criteria were asked for and answered, whatever the answer. */
  matched: boolean;
  /** By `dismissalKey`: the value the user said it about. */
  dismissed: Map<string, string>;
  /** Row and position whose field was focused last. */
  focusedRow: string | null;
  focusedPosition: string | null;
}

/** A session's state before anything was fetched. */
export function createState(live: LiveForm): SessionState {
  return {
    live,
    criteria: new Map(),
    documents: new Map(),
    pack: null,
    harmfulPhrases: [],
    noLowSchools: null,
    matched: false,
    dismissed: new Map(),
    focusedRow: null,
    focusedPosition: null,
  };
}

/** How sure a match must be to be shown without a warning. */
export const CERTAIN_FROM = 0.9;

/**
 * Is this a position beyond doubt? On the read-only form an empty position shows neither fields nor links: there the
 * criterion that was found for its text speaks for it, because nothing is ever written.
 */
export function isRecognised(state: SessionState, position: Position): boolean {
  if (position.confidence >= RECOGNISED_FROM) return true;
  const facts = state.criteria.get(position.id);
  return (
    state.live.current().mode === 'review' &&
    Boolean(facts?.criterionId) &&
    (facts?.certainty ?? 0) >= CERTAIN_FROM
  );
}

/** The rules' view of the state: reads it as it is at the moment of the question. */
export function ruleContext(state: SessionState): RuleContext {
  return {
    criterion: (id) => state.criteria.get(id) ?? null,
    facts: (key) => state.documents.get(key) ?? null,
    get harmfulPhrases() {
      return state.harmfulPhrases;
    },
    get noLowSchools() {
      return state.noLowSchools;
    },
  };
}

/** Index of a row in its position; null for findings about the position as a whole or a row that went. */
export function rowIndex(position: Position, rowId: string | null): number | null {
  const index = rowId === null ? -1 : position.rows.findIndex((row) => row.id === rowId);
  return index < 0 ? null : index;
}

/** Key under which a dismissal holds. */
export function dismissalKey(rule: string, positionId: string, index: number | null): string {
  return `${rule}|${positionId}|${index ?? ''}`;
}

/** Identity of a finding within its position while the person works on it. */
export function findingKey(finding: Finding): string {
  return `${finding.rule}|${finding.variant ?? ''}|${finding.rowId ?? ''}|${finding.field ?? ''}`;
}
