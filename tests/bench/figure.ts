/** One measured figure beside its target. A module of tests/bench exports `run(): Promise<readonly Figure[]>`. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** `ms`, `KB`, `MB`, `share`, … */
  readonly unit: string;
  /** The floor or competitor measured in the same run, in the same unit. */
  readonly peer?: { readonly name: string; readonly value: number };
  /** value / peer. */
  readonly ratio?: number;
  /** The target in words, e.g. `≤ 4 ×`. */
  readonly target: string;
  readonly ok: boolean;
}

/** Middle of a list of numbers; NaN for an empty one. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Value below which this share of the numbers lies (nearest rank). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** A figure whose target is a bound on itself. */
export function atMost(name: string, value: number, unit: string, bound: number): Figure {
  return { name, value, unit, target: `≤ ${bound} ${unit}`, ok: value <= bound };
}

/** A figure whose target is a bound on its ratio to a peer. */
export function within(
  name: string,
  value: number,
  unit: string,
  peer: { readonly name: string; readonly value: number },
  times: number,
): Figure {
  const ratio = value / peer.value;
  return { name, value, unit, peer, ratio, target: `≤ ${times} ×`, ok: ratio <= times };
}
