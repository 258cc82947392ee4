/**
 * Chooses one candidate for each position so that text, place and the order of the document agree best
 * (a chain solved forwards and backwards), and says by how much the choice beats the next one.
 */

export interface Candidate {
  /** Place of the pack's position in the pack's own order. */
  readonly order: number;
  /** How well text and place fit; higher is better. */
  readonly fit: number;
}

export interface Choice {
  /** Index into the position's candidates. */
  readonly index: number;
  /** Lead over the best solution with another candidate here; Infinity when there is no other. */
  readonly lead: number;
}

/** Costs of going from one position of the pack to the next one on the page. */
const SAME_AGAIN = 2;
const BACK = 1;
const SKIP = 0.1;
const SKIP_EACH = 0.002;
const SKIP_MOST = 0.6;

function step(from: number, to: number): number {
  const gap = to - from;
  if (gap === 1) return 0;
  if (gap === 0) return -SAME_AGAIN;
  if (gap < 0) return -BACK - Math.min(SKIP_MOST, -gap * SKIP_EACH);
  return -Math.min(SKIP_MOST, SKIP + gap * SKIP_EACH);
}

/** How far the page keeps the pack's order, 0…1, told by the positions that have one candidate only. */
function orderliness(candidates: readonly (readonly Candidate[])[]): number {
  let pairs = 0;
  let rising = 0;
  let last = -1;
  for (const list of candidates) {
    if (list.length !== 1) continue;
    const { order } = list[0] as Candidate;
    if (last >= 0) {
      pairs++;
      if (order >= last) rising++;
    }
    last = order;
  }
  return pairs < 4 ? 1 : Math.max(0, (rising / pairs - 0.5) * 2);
}

/** One choice a position, null where there are no candidates. Linear in positions, quadratic in candidates. */
export function align(candidates: readonly (readonly Candidate[])[]): (Choice | null)[] {
  const weight = orderliness(candidates);
  const chain = candidates.map((list, i) => ({ list, i })).filter(({ list }) => list.length > 0);
  const forward: Float64Array[] = [];
  for (let k = 0; k < chain.length; k++) {
    const list = (chain[k] as { list: readonly Candidate[] }).list;
    const scores = new Float64Array(list.length);
    const before = k > 0 ? (chain[k - 1] as { list: readonly Candidate[] }).list : [];
    for (let c = 0; c < list.length; c++) {
      const { order, fit } = list[c] as Candidate;
      let best = k === 0 ? 0 : -Infinity;
      for (let b = 0; b < before.length; b++) {
        const score =
          ((forward[k - 1] as Float64Array)[b] as number) +
          weight * step((before[b] as Candidate).order, order);
        if (score > best) best = score;
      }
      scores[c] = best + fit;
    }
    forward.push(scores);
  }
  const out: (Choice | null)[] = candidates.map(() => null);
  let after: Float64Array | null = null;
  for (let k = chain.length - 1; k >= 0; k--) {
    const { list, i } = chain[k] as { list: readonly Candidate[]; i: number };
    const next = chain[k + 1]?.list ?? [];
    const backward = new Float64Array(list.length);
    for (let c = 0; c < list.length; c++) {
      let best = after ? -Infinity : 0;
      for (let n = 0; n < next.length; n++) {
        const following = next[n] as Candidate;
        const score =
          ((after as Float64Array)[n] as number) +
          following.fit +
          weight * step((list[c] as Candidate).order, following.order);
        if (score > best) best = score;
      }
      backward[c] = best;
    }
    out[i] = choose(forward[k] as Float64Array, backward);
    after = backward;
  }
  return out;
}

function choose(forward: Float64Array, backward: Float64Array): Choice {
  let index = 0;
  let best = -Infinity;
  let second = -Infinity;
  for (let c = 0; c < forward.length; c++) {
    const score = (forward[c] as number) + (backward[c] as number);
    if (score > best) {
      second = best;
      best = score;
      index = c;
    } else if (score > second) second = score;
  }
  return { index, lead: best - second };
}
