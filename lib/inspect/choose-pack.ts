import { CERTAIN_FROM } from '../criteria/match/matcher.ts';
import type { PackIndex } from '../criteria/types.ts';
import type { Form } from '../model/form.ts';

/** A pack made up for training speaks of a file only when it knows at least this share of its positions for sure. */
const TRAINING_FROM = 0.5;

interface Rated {
  readonly index: PackIndex;
  /** Sum of certainties. */
  readonly sum: number;
  /** Positions known for sure. */
  readonly certain: number;
}

/**
 * The pack a file is compared with. Of several, one that is not for training, as soon as it surely knows half of the
 * positions; else the training pack where it does (the file is from the training site, or nothing better is there), and
 * the report says so; else whatever real pack knows something. The first wins where several know as much.
 */
export function choosePack(indexes: readonly PackIndex[], form: Form): PackIndex | null {
  const many = indexes.length > 1;
  const rated = indexes
    .filter(({ pack }) => !many || !form.mechanism || pack.mechanism === form.mechanism)
    .map((index): Rated => {
      const matches = index.match(form.positions);
      const sum = matches.reduce((total, match) => total + (match?.certainty ?? 0), 0);
      const certain = matches.filter((match) => match && match.certainty >= CERTAIN_FROM).length;
      return { index, sum, certain };
    });
  const best = (list: readonly Rated[]): Rated | null =>
    list.reduce<Rated | null>((most, one) => (one.sum > (most?.sum ?? 0) ? one : most), null);
  const half = form.positions.length * TRAINING_FROM;
  const real = best(rated.filter(({ index }) => index.pack.kind !== 'training'));
  if (real && real.certain >= half) return real.index;
  const training = best(rated.filter(({ index }) => index.pack.kind === 'training'));
  if (training && (!many || (training.certain > 0 && training.certain >= half))) return training.index;
  return real?.index ?? null;
}
