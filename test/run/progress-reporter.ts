import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import { root } from './run-tool.ts';

/** Prints a line for each test file as it ends, and one for each test that took long or failed. */
class ProgressReporter implements Reporter {
  onTestModuleEnd(module: TestModule): void {
    const tests = [...module.children.allTests()];
    const failed = tests.filter((test) => test.result().state === 'failed').length;
    const seconds = (tests.reduce((sum, test) => sum + (test.diagnostic()?.duration ?? 0), 0) / 1000).toFixed(1);
    const outcome = failed > 0 || !module.ok() ? `${failed} of ${tests.length} failed` : `${tests.length} tests`;
    console.log(`  ${relative(root, module.moduleId)}: ${outcome}, ${seconds} s`);
  }
}

// biome-ignore lint/style/noDefaultExport: vitest loads a reporter by its default export
export default ProgressReporter;
