import { choose, planFill, wantedValue } from '../fill/plan.ts';
import type { FillJournal, FillPlan, FillRecord } from '../fill/types.ts';
import type { Form } from '../model/form.ts';
import { alignPositions, SURE_FROM } from './align.ts';
import type { MergedPosition } from './types.ts';

/** A position of the form that was seen, in the order it was seen: forms that show one direction at a time add to it. */
export interface SeenTarget {
  readonly id: string;
  readonly path: readonly string[];
  readonly text: string;
}

/** What the user said of one position of the table: a target of the form, or null for «не переносить». */
export type Confirmations = Readonly<Record<number, string | null>>;

/** An import under way: all that is needed to go on after a reload. Plain data. */
export interface ImportSession {
  readonly positions: readonly MergedPosition[];
  readonly targets: readonly SeenTarget[];
  readonly confirmed: Confirmations;
  /** Decisions about fields that hold something else; `all` for those not named. */
  readonly decisions: { readonly all: Decision; readonly byItem: Readonly<Record<string, Decision>> };
}

type Decision = 'keep' | 'replace' | 'append';

/** One position of the table with where it goes. */
export interface Placed {
  readonly index: number;
  readonly target: string | null;
  readonly sure: boolean;
}

/** A session with nothing seen and nothing said yet. */
export function startImport(positions: readonly MergedPosition[]): ImportSession {
  return { positions, targets: [], confirmed: {}, decisions: { all: 'keep', byItem: {} } };
}

/** Adds the positions a form shows now to those seen before. */
export function sawForm(session: ImportSession, form: Form): ImportSession {
  const known = new Set(session.targets.map((target) => target.id));
  const fresh = form.positions.filter((position) => !known.has(position.id));
  if (fresh.length === 0) return session;
  return {
    ...session,
    targets: [...session.targets, ...fresh.map(({ id, path, text }) => ({ id, path, text }))],
  };
}

/** Where each position of the table goes: confirmed ones as said, the others by text and place. */
export function placePositions(session: ImportSession): readonly Placed[] {
  const aligned = alignPositions(session.positions, session.targets);
  return session.positions.map((_, index) => {
    const said = session.confirmed[index];
    if (said !== undefined) return { index, target: said, sure: true };
    const found = aligned[index];
    if (!found) return { index, target: null, sure: false };
    const sure = found.certainty >= SURE_FROM;
    // An unsure match is offered, not made: nothing is written to a position nobody is sure of.
    return { index, target: session.targets[found.target]?.id ?? null, sure };
  });
}

/** The difference between the form as it is now and the table, with the user's decisions. */
export function planImport(session: ImportSession, placed: readonly Placed[], form: Form): FillPlan {
  const incoming = placed.flatMap(({ index, target, sure }) =>
    target === null || !sure
      ? []
      : [
          {
            positionId: target,
            rows: (session.positions[index]?.rows ?? []).map(({ url, fullComment }) => ({
              url,
              comment: fullComment,
            })),
          },
        ],
  );
  const { all, byItem } = session.decisions;
  let plan = planFill(form, incoming);
  if (all !== 'keep') plan = choose(plan, null, all);
  for (const [id, decision] of Object.entries(byItem)) plan = choose(plan, id, decision);
  return plan;
}

/** Takes a decision; `id` null decides for all and forgets what was said one by one. */
export function decide(session: ImportSession, id: string | null, decision: Decision): ImportSession {
  const decisions =
    id === null
      ? { all: decision, byItem: {} }
      : { ...session.decisions, byItem: { ...session.decisions.byItem, [id]: decision } };
  return { ...session, decisions };
}

/** Adds fields the journal does not have yet: those of a direction that came onto the page since. */
export function extendJournal(journal: FillJournal, plan: FillPlan): FillJournal {
  const known = new Set(journal.records.map((record) => record.item.id));
  const fresh = plan.items
    .filter((item) => !known.has(item.id) && wantedValue(item) !== null)
    .map((item): FillRecord => ({ item, status: 'waiting', before: item.old, after: '', reason: null }));
  return fresh.length === 0 ? journal : { ...journal, records: [...journal.records, ...fresh] };
}
