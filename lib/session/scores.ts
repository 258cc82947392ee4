import type { LiveForm } from '../form/types.ts';

/** What the expert's points fields hold, by position; {} on a form that is filled in. */
export function scoresOf(live: LiveForm): Record<string, string> {
  const { mode, positions } = live.current();
  if (mode !== 'review') return {};
  return Object.fromEntries(
    positions.flatMap(({ id }) => {
      const field = live.scoreField(id);
      return field ? [[id, textIn(field)] as const] : [];
    }),
  );
}

/** The position whose points field this is; null: it is none. */
export function positionOfScore(live: LiveForm, field: HTMLElement): string | null {
  const { mode, positions } = live.current();
  if (mode !== 'review') return null;
  return positions.find(({ id }) => live.scoreField(id) === field)?.id ?? null;
}

function textIn(field: HTMLElement): string {
  return ('value' in field ? String(field.value) : (field.textContent ?? '')).trim().slice(0, 100);
}
