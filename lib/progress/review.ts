/** A position an expert gives points to, with what its points field holds. */
export interface Scored {
  readonly id: string;
  readonly text: string;
  /** '' while nothing is entered. */
  readonly score: string;
}

/** How far an expert is: positions that have a points field, in the form's order. */
export interface ReviewState {
  readonly positions: readonly Scored[];
  readonly done: number;
}

/** Positions with their points. `scores`: values of the points fields by position; positions without one are left out. */
export function reviewOf(
  positions: readonly { readonly id: string; readonly number: string | null; readonly text: string }[],
  scores: Readonly<Record<string, string>>,
): ReviewState {
  const scored = positions.flatMap(({ id, number, text }): Scored[] => {
    const score = scores[id];
    return score === undefined
      ? []
      : [{ id, text: number ? `${number} ${text}` : text, score: score.trim() }];
  });
  return { positions: scored, done: scored.filter(({ score }) => score !== '').length };
}

/** The next position without points behind the current one, from the top again after the last; null: none is left. */
export function nextWithoutScore({ positions }: ReviewState, current: string | null): string | null {
  const at = positions.findIndex(({ id }) => id === current);
  const order = [...positions.slice(at + 1), ...positions.slice(0, at + 1)];
  return order.find(({ score }) => score === '')?.id ?? null;
}
