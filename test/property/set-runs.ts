import fc from 'fast-check';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Seed of this run, for the order of tests and for the examples of property tests. */
    readonly seed: number;
  }
}

const runs = process.env.PROPERTY_RUNS;
// fast-check keeps seeds in 32 bits.
fc.configureGlobal({ seed: inject('seed') | 0, ...(runs ? { numRuns: Number(runs) } : {}) });
