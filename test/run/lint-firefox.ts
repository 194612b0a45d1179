import { buildDir } from '#test/e2e/driver/extension-build.ts';
import { runTool } from './run-tool.ts';
import { oneFailed, onePassed, type StepResult } from './step.ts';

interface LintReport {
  readonly summary: { readonly errors: number; readonly warnings: number };
  readonly errors: readonly { readonly code: string; readonly message: string; readonly file?: string }[];
}

/** Mozilla's own linter over the Firefox release build; passes with 0 errors. */
export async function lintFirefoxBuild(): Promise<StepResult> {
  const dir = buildDir('firefox', 'release');
  const args = ['lint', '--source-dir', dir, '--output', 'json', '--no-config-discovery', '--no-input'];
  const { stdout, output } = await runTool('node_modules/web-ext/bin/web-ext.js', args, { timeoutMs: 180_000 });
  const start = stdout.indexOf('{');
  if (start < 0) return oneFailed('web-ext lint', output);
  const { summary, errors } = JSON.parse(stdout.slice(start)) as LintReport;
  if (summary.errors === 0) return { ...onePassed, note: `${summary.warnings} warnings` };
  return oneFailed(
    'web-ext lint',
    errors.map(({ code, file, message }) => `${code} ${file ?? ''}: ${message}`).join('\n'),
  );
}
