import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root, runTool, type ToolAnswer } from './run-tool.ts';
import type { Failure, StepResult } from './step.ts';

interface Assertion {
  readonly fullName: string;
  readonly status: string;
  readonly failureMessages?: readonly string[] | null;
}
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly Assertion[];
  }[];
}

export interface VitestRun {
  /** Names the report. */
  readonly name: string;
  readonly config: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Prints a line for each file as it ends. */
  readonly isShown?: boolean;
}

/** The JSON report's counts and failures. A file that failed as a whole counts as one failure. */
export function readReport({ testResults }: Report): StepResult {
  const assertions = testResults.flatMap((file) => file.assertionResults);
  const failures = testResults.flatMap(({ name, status, message, assertionResults }): Failure[] => {
    const file = name.replace(root, '');
    const failed = assertionResults
      .filter((assertion) => assertion.status === 'failed')
      .map(({ fullName, failureMessages }) => ({
        name: `${file} > ${fullName}`,
        message: (failureMessages ?? []).join('\n'),
      }));
    return failed.length === 0 && status === 'failed' ? [{ name: file, message: message ?? 'did not run' }] : failed;
  });
  const passed = assertions.filter(({ status }) => status === 'passed').length;
  const failedTests = assertions.filter(({ status }) => status === 'failed').length;
  return { passed, skipped: assertions.length - passed - failedTests, failures };
}

function withExitCode(result: StepResult, { exitCode, output }: ToolAnswer): StepResult {
  if (exitCode === 0 || result.failures.length > 0) return result;
  return { ...result, failures: [{ name: 'vitest', message: output.slice(-3000) }] };
}

/** Runs one vitest configuration to its end and counts what its JSON report says. */
export async function runVitest({
  name,
  config,
  env = {},
  timeoutMs,
  isShown = false,
}: VitestRun): Promise<StepResult> {
  const report = join(root, `.artifacts/reports/${name}.json`);
  await mkdir(dirname(report), { recursive: true });
  await rm(report, { force: true });
  const args = ['run', '--config', config, '--reporter=json', `--outputFile.json=${report}`];
  if (isShown) args.push('--reporter=./test/run/progress-reporter.ts');
  const answer = await runTool('node_modules/vitest/vitest.mjs', args, {
    env,
    timeoutMs,
    ...(isShown && { shownPrefix: '  ' }),
  });
  const text = await readFile(report, 'utf8').catch(() => undefined);
  if (text === undefined)
    return { passed: 0, skipped: 0, failures: [{ name: 'no report', message: answer.output.slice(-3000) }] };
  return withExitCode(readReport(JSON.parse(text) as Report), answer);
}
