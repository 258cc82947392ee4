import { t } from '../i18n.ts';
import type { Finding } from '../model/finding.ts';
import type { Position } from '../model/form.ts';
import type { FieldMarks, FieldMarkView } from '../overlay/types.ts';
import type { Engine } from '../rules/types.ts';
import type { Hold } from './hold.ts';
import { dismissalKey, findingKey, rowIndex, type SessionState } from './state.ts';
import type { FindingText } from './types.ts';
import { stateOf, worstFirst } from './views.ts';

/** Which of the engine's findings are shown: not those dismissed about the same value, not those still held back. */
export interface Shown {
  of(positionId: string): readonly Finding[];
  /** All that are not dismissed, held back or not: for counts, reports and jumps. */
  all(): readonly Finding[];
}

/** Filters the engine's findings by what the user dismissed and by what must still wait. */
export function createShown(engine: Engine, state: SessionState, hold: Hold): Shown {
  const kept = (finding: Finding): boolean => {
    const position = state.live.position(finding.positionId);
    const index = position ? rowIndex(position, finding.rowId) : null;
    return state.dismissed.get(dismissalKey(finding.rule, finding.positionId, index)) !== finding.subject;
  };
  return {
    of(positionId) {
      const found = engine.findings(positionId);
      if (found.length === 0) return found;
      const position = state.live.position(positionId);
      const value = (finding: Finding): string => {
        const row = position?.rows.find((one) => one.id === finding.rowId);
        return (finding.field === 'comment' ? row?.comment : row?.url) ?? '';
      };
      const shown = worstFirst(found.filter((one) => kept(one) && hold.allows(one, value(one))));
      hold.shown(positionId, shown);
      return shown;
    },
    all: () => engine.all().filter(kept),
  };
}

/** What the overlay asks for when fields of the position are in the window: rules run for what is looked at. */
export function marksOf(
  { id, rows: typed }: Position,
  shown: Shown,
  state: SessionState,
  describe: (finding: Finding) => FindingText,
): FieldMarks | null {
  const { live } = state;
  if (typed.every(({ url, comment }) => url === '' && comment === '') && shown.of(id).length === 0)
    return null;
  const rows = () => live.position(id)?.rows ?? [];
  return {
    views() {
      const position = live.position(id);
      return position ? fieldMarks(position, shown.of(id), state, describe) : [];
    },
    ends() {
      const [first, last] = [rows()[0], rows().at(-1)];
      if (!first || !last) return [];
      return [
        live.field(first.id, 'url') ?? live.field(first.id, 'comment'),
        live.field(last.id, 'comment') ?? live.field(last.id, 'url'),
      ];
    },
    fields: () => rows().flatMap(({ id: row }) => [live.field(row, 'url'), live.field(row, 'comment')]),
  };
}

/** The lines beside a position's fields. A finding about a row without a field stands at its link. */
function fieldMarks(
  position: Position,
  findings: readonly Finding[],
  state: SessionState,
  describe: (finding: Finding) => FindingText,
): FieldMarkView[] {
  return findings.flatMap((finding) => {
    const { rowId } = finding;
    if (rowId === null) return [];
    const text = describe(finding).what;
    const row = (rowIndex(position, rowId) ?? 0) + 1;
    return [
      {
        key: `${position.id}|${findingKey(finding)}`,
        state: stateOf(finding),
        text,
        note: t('overlay.row_finding', { row, text }),
        anchor: () => state.live.anchor(position.id),
        field: () => state.live.field(rowId, finding.field ?? 'url'),
        mate: () => state.live.field(rowId, finding.field === 'comment' ? 'url' : 'comment'),
      },
    ];
  });
}
