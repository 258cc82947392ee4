import type { Position } from '../model/form.ts';

/**
 * Positions in page order. A list that was handed out never changes: the next change goes into a copy, which costs
 * next to nothing also for thousands, while looking each of them up would be felt at every keystroke.
 */
export class Ordered {
  private list: Position[] = [];
  private readonly index = new Map<string, number>();
  private isLent = false;

  /** Takes other positions, or the same in another order. */
  reset(positions: readonly Position[]): void {
    this.list = [...positions];
    this.isLent = false;
    this.index.clear();
    for (const [i, { id }] of this.list.entries()) this.index.set(id, i);
  }

  get(id: string): Position | null {
    const at = this.index.get(id);
    return at === undefined ? null : (this.list[at] as Position);
  }

  /** Puts a position in the place of the one with its id, which has to be there. */
  set(position: Position): void {
    const at = this.index.get(position.id);
    if (at === undefined) return;
    if (this.isLent) this.list = this.list.slice();
    this.isLent = false;
    this.list[at] = position;
  }

  all(): readonly Position[] {
    this.isLent = true;
    return this.list;
  }
}
