import { performance } from 'node:perf_hooks';

export interface Failure {
  readonly name: string;
  readonly message: string;
}

/** What one step of a run came to. A step that is one check counts as one. */
export interface StepResult {
  readonly passed: number;
  readonly skipped: number;
  readonly failures: readonly Failure[];
  /** Shown beside the counts: a cache hit, a warning count, why something was skipped. */
  readonly note?: string;
}

export interface Step {
  readonly name: string;
  readonly run: () => Promise<StepResult>;
}

export const onePassed: StepResult = { passed: 1, skipped: 0, failures: [] };

/** One failed check. */
export function oneFailed(name: string, message: string): StepResult {
  return { passed: 0, skipped: 0, failures: [{ name, message }] };
}

const maxMessageLines = 40;

function printFailure(step: string, { name, message }: Failure): void {
  const lines = message.trimEnd().split('\n');
  const shown = lines.length > maxMessageLines ? [...lines.slice(0, maxMessageLines), '…'] : lines;
  console.log([`  FAILED ${step}: ${name}`, ...shown.map((line) => `    ${line}`)].join('\n'));
}

async function runStep({ name, run }: Step): Promise<StepResult> {
  const start = performance.now();
  const result = await run().catch((failure: unknown) =>
    oneFailed('the step itself', failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)),
  );
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const failed = result.failures.length;
  const counts = [
    `${result.passed} passed`,
    ...(failed > 0 ? [`${failed} FAILED`] : []),
    ...(result.skipped > 0 ? [`${result.skipped} skipped`] : []),
  ];
  const note = result.note ? ` (${result.note})` : '';
  console.log(`${name.padEnd(24)} ${seconds.padStart(6)} s  ${counts.join(', ')}${note}`);
  for (const failure of result.failures) printFailure(name, failure);
  return result;
}

/**
 * Runs all steps in turn, going on after a failure, then prints `N passed, N failed, N skipped` alone on the last line
 * (nothing where no step counted anything). Returns the exit code.
 */
export async function runSteps(steps: readonly Step[]): Promise<number> {
  const results: StepResult[] = [];
  for (const step of steps) results.push(await runStep(step));
  const sum = (count: (result: StepResult) => number) => results.reduce((total, result) => total + count(result), 0);
  const passed = sum((result) => result.passed);
  const failed = sum((result) => result.failures.length);
  const skipped = sum((result) => result.skipped);
  if (passed + failed + skipped === 0) {
    console.log('Nothing was run.');
    return 0;
  }
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed > 0 ? 1 : 0;
}
