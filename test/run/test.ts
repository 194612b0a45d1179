import { parseArgs } from 'node:util';
import type { BrowserKind } from '#test/e2e/driver/extension-build.ts';
import { buildExtension } from './extension-builds.ts';
import { lintFirefoxBuild } from './lint-firefox.ts';
import { checkWithTool } from './run-tool.ts';
import { runVitest } from './run-vitest.ts';
import { checkSizes } from './sizes.ts';
import { runSteps, type Step } from './step.ts';
import { hasFiles, type SuiteName, suites } from './suites.ts';

const { values } = parseArgs({
  options: {
    /** Types, lint and unit tests alone. */
    fast: { type: 'boolean', default: false },
    /** Only the steps whose name holds this. */
    only: { type: 'string', default: '' },
  },
});
const browsers: readonly BrowserKind[] = ['chromium', 'firefox'];
const seed = process.env.TEST_SEED ?? String(Math.floor(Math.random() * 1e9));

const checks: readonly Step[] = [
  { name: 'types', run: () => checkWithTool('tsc', 'node_modules/typescript/bin/tsc', ['--noEmit']) },
  { name: 'lint', run: () => checkWithTool('biome', 'node_modules/@biomejs/biome/bin/biome', ['check']) },
  { name: 'unused code', run: () => checkWithTool('knip', 'node_modules/knip/bin/knip.js', []) },
  {
    name: 'unit, property, arch',
    run: () =>
      runVitest({
        name: 'unit',
        config: 'vitest.config.ts',
        env: { TEST_SEED: seed, ...(values.fast ? { PROPERTY_RUNS: '25' } : {}) },
        timeoutMs: 240_000,
      }),
  },
];

const builds: readonly Step[] = browsers.flatMap((kind) =>
  (['release', 'e2e'] as const).map((build) => ({
    name: `build ${kind} ${build}`,
    run: () => buildExtension(kind, build),
  })),
);

function suiteStep(suite: SuiteName, kind: BrowserKind): readonly Step[] {
  if (!hasFiles(suite)) return [];
  const run = () =>
    runVitest({
      name: `${suite}-${kind}`,
      config: 'test/vitest.e2e.config.ts',
      env: { SUITE: suite, E2E_BROWSER: kind, TEST_SEED: seed },
      timeoutMs: suites[suite].timeoutMs,
      isShown: true,
    });
  return [{ name: `${suite} in ${kind}`, run }];
}

const inBrowsers: readonly Step[] = [
  ...builds,
  { name: 'web-ext lint', run: lintFirefoxBuild },
  { name: 'sizes', run: () => checkSizes() },
  ...(['demo', 'release', 'crm'] as const).flatMap((suite) => browsers.flatMap((kind) => suiteStep(suite, kind))),
];

console.log(`seed ${seed} (TEST_SEED=${seed} repeats this order and these examples)\n`);
const steps = (values.fast ? checks : [...checks, ...inBrowsers]).filter(({ name }) => name.includes(values.only));
process.exitCode = await runSteps(steps);
