import { changesOf, historyLine } from '../criteria/told.ts';
import { t } from '../i18n.ts';
import type { ReplyOf } from '../messages/registry.ts';
import type { Offer } from '../messages/to-background.ts';
import type { Finding } from '../model/finding.ts';
import { isFilled, type Position } from '../model/form.ts';
import type { CardView, CycleStep, MarkState } from '../overlay/types.ts';
import { CERTAIN_FROM, findingKey, isRecognised, rowIndex, type SessionState } from './state.ts';
import type { FindingText } from './types.ts';
import { findingView, offerView, positionState, rowView } from './views.ts';

export type CriterionCard = ReplyOf<'criteria.card'>;

/** What is known for a card at this moment; the rest is being fetched. */
export interface CardParts {
  readonly position: Position;
  readonly findings: readonly Finding[];
  /** undefined: not answered yet. */
  readonly criterion: CriterionCard | undefined;
  readonly offers: readonly Offer[];
  /** Documents that confirmed the position in other years. */
  readonly history: ReplyOf<'library.suggest'>['history'];
}

/** The card of a position. Pure: texts come from the pack, the state and the locales. */
export function cardView(
  parts: CardParts,
  state: SessionState,
  describe: (finding: Finding) => FindingText,
  findingsOf: (positionId: string) => readonly Finding[],
): CardView {
  const { position, criterion } = parts;
  const facts = state.criteria.get(position.id) ?? null;
  const review = state.live.current().mode === 'review';
  return {
    positionId: position.id,
    path: criterion ? [criterion.direction.code, criterion.track, criterion.component] : position.path,
    text: position.text,
    points: facts?.points ?? position.points,
    criterion: criterion === undefined ? null : (criterion?.criterion ?? ''),
    notes: notes(state, facts?.criterionId ? facts.certainty : null, criterion),
    source: criterion ? sourceText(criterion.source) : '',
    advice: criterion?.advice ?? '',
    mistakes: criterion?.mistakes ?? [],
    confirm: criterion && facts && facts.certainty < CERTAIN_FROM ? criterion.text : '',
    changes: criterion ? changesOf(criterion) : [],
    history: parts.history.map(historyLine),
    cycle: criterion ? cycleView(criterion, state, findingsOf) : [],
    findings: parts.findings.map((finding) =>
      findingView(
        findingKey(finding),
        // There is nothing to mend on a read-only form, and no field to go to.
        review ? { ...finding, fixes: [] } : finding,
        rowIndex(position, finding.rowId),
        describe(finding),
      ),
    ),
    offers: review ? [] : parts.offers.map(offerView),
    fields: () => [
      ...position.rows.flatMap(({ id }) =>
        (['url', 'comment'] as const).flatMap((role) => state.live.field(id, role) ?? []),
      ),
      ...(review ? [state.live.scoreField(position.id) ?? []].flat() : []),
    ],
    rows: review ? position.rows.flatMap((row, index) => (isFilled(row) ? [rowView(row, index)] : [])) : [],
  };
}

function notes(
  state: SessionState,
  certainty: number | null,
  criterion: CriterionCard | undefined,
): string[] {
  if (!state.matched) return [];
  if (!state.pack) return [t('overlay.note_no_pack')];
  if (certainty === null) return [t('overlay.note_no_match')];
  if (!criterion) return [];
  const found: string[] = [];
  if (criterion.criterion === '') found.push(t('overlay.note_no_text', { pack: criterion.pack.title }));
  if (criterion.pack.kind === 'training') found.push(t('overlay.note_training'));
  return found;
}

function sourceText(source: { title: string; place?: string | undefined }): string {
  return t('overlay.source', { title: source.place ? `${source.title}, ${source.place}` : source.title });
}

const ORDER: readonly MarkState[] = ['wrong', 'doubtful', 'unrecognised', 'fine', 'empty'];

/** Each step of the cycle with the worst state of its positions on this page. */
function cycleView(
  criterion: NonNullable<CriterionCard>,
  state: SessionState,
  findingsOf: (positionId: string) => readonly Finding[],
): CycleStep[] {
  const byCriterion = new Map([...state.criteria].map(([id, facts]) => [facts.criterionId, id]));
  return criterion.cycle.map((step) => {
    const ids = step.criterionIds.flatMap((id) => byCriterion.get(id) ?? []);
    const states = ids.flatMap((id) => {
      const position = state.live.position(id);
      return position ? [positionState(position, findingsOf(id), isRecognised(state, position))] : [];
    });
    return {
      name: step.name,
      state: ORDER.find((one) => states.includes(one)) ?? 'absent',
      current: step.criterionIds.includes(criterion.criterionId),
      positionId: ids[0] ?? null,
    };
  });
}
