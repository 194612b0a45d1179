import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { type SuiteName, suites } from './run/suites.ts';

/** Which suite runs, by `SUITE`; which browser it drives, by `E2E_BROWSER`. */
const suite = (process.env.SUITE ?? 'demo') as SuiteName;

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: [...suites[suite].files],
    // Two cores hold one browser at a time.
    fileParallelism: false,
    pool: 'forks',
    testTimeout: suite === 'soak' ? 1_200_000 : 60_000,
    hookTimeout: suite === 'crm' ? 900_000 : 60_000,
    passWithNoTests: false,
  },
});
