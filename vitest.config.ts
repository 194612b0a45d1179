import { defineConfig } from 'vitest/config';

const seed = Number(process.env.TEST_SEED ?? Math.floor(Math.random() * 1e9));

export default defineConfig({
  test: {
    include: ['test/{unit,property,arch}/**/*.test.{ts,tsx}'],
    setupFiles: ['test/property/set-runs.ts'],
    provide: { seed },
    sequence: { shuffle: true, seed },
    passWithNoTests: false,
  },
});
