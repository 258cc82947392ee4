import type { CardView } from './types.ts';

/** A card waits this long for its criterion, in milliseconds; then it is shown without. Shorter than people notice. */
const WAIT_MS = 150;

/**
 * Shows a card when its criterion is there, or has been too long in coming, so that findings and their buttons do not
 * move down under the pointer right after it opened. A card that is open is drawn again at once.
 */
export function holdCard(
  show: (card: CardView | null) => void,
  setTimer: (run: () => void, ms: number) => () => void,
): (card: CardView | null) => void {
  let open: string | null = null;
  let waiting: CardView | null = null;
  let cancel = (): void => {};
  const take = (card: CardView | null): void => {
    cancel();
    cancel = () => {};
    waiting = null;
    open = card?.positionId ?? null;
    show(card);
  };
  return (card) => {
    if (!card || card.criterion !== null || card.positionId === open) return take(card);
    const timed = waiting?.positionId === card.positionId;
    waiting = card;
    if (timed) return;
    cancel();
    cancel = setTimer(() => take(waiting), WAIT_MS);
  };
}
