/** One measured figure. `value` is ours, `peer` the other's, in the same unit; `ratio` is value / peer. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** `null` where there is nothing to compare with. */
  readonly peer: number | null;
  readonly ratio: number | null;
}

const rounded = (value: number): number => Number(value.toPrecision(4));

/** A figure with its ratio worked out, rounded to four digits. */
export function figure(name: string, unit: string, value: number, peer: number | null = null): Figure {
  const ratio = peer === null || peer === 0 ? null : rounded(value / peer);
  return { name, value: rounded(value), unit, peer: peer === null ? null : rounded(peer), ratio };
}

/** The value below which a share of a list lies, by the nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
