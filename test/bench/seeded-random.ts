/** A source of numbers that is the same for the same seed. */
export interface SeededRandom {
  /** From 0 to under 1. */
  next(): number;
  /** A whole number from 0 to under `limit`. */
  below(limit: number): number;
}

/** Mulberry32, a small generator in the public domain: good enough for made-up texts, of no use for secrets. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, below: (limit) => Math.floor(next() * limit) };
}
