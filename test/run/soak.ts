import { buildExtension } from './extension-builds.ts';
import { runVitest } from './run-vitest.ts';
import { runSteps } from './step.ts';
import { hasFiles, suites } from './suites.ts';

/** The promises at their full gates, in one browser after the other; each soak test says which browser it needs. */
async function soak(): Promise<number> {
  if (!hasFiles('soak')) {
    console.log('There is no soak test yet.');
    return 0;
  }
  const builds = (['chromium', 'firefox'] as const).map((kind) => ({
    name: `build ${kind} e2e`,
    run: () => buildExtension(kind, 'e2e'),
  }));
  const run = () =>
    runVitest({
      name: 'soak',
      config: 'test/vitest.e2e.config.ts',
      env: { SUITE: 'soak' },
      timeoutMs: suites.soak.timeoutMs,
      isShown: true,
    });
  return runSteps([...builds, { name: 'soak', run }]);
}

process.exitCode = await soak();
