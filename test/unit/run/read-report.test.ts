import { describe, expect, it } from 'vitest';
import { readReport } from '#test/run/run-vitest.ts';

const file = (name: string, status: string, assertionResults: object[], message = '') => ({
  name,
  status,
  message,
  assertionResults: assertionResults as { fullName: string; status: string }[],
});

describe('counting a report of vitest', () => {
  it('counts what passed, failed and was left out', () => {
    const report = {
      testResults: [
        file('a.test.ts', 'failed', [
          { fullName: 'one', status: 'passed' },
          { fullName: 'two', status: 'failed', failureMessages: ['1 is not 2'] },
          { fullName: 'three', status: 'pending' },
          { fullName: 'four', status: 'skipped' },
        ]),
        file('b.test.ts', 'passed', [{ fullName: 'five', status: 'passed' }]),
      ],
    };
    expect(readReport(report)).toEqual({
      passed: 2,
      skipped: 2,
      failures: [{ name: 'a.test.ts > two', message: '1 is not 2' }],
    });
  });

  it('counts a file that did not even load as one failure', () => {
    const report = { testResults: [file('a.test.ts', 'failed', [], 'Cannot find module')] };
    expect(readReport(report).failures).toEqual([{ name: 'a.test.ts', message: 'Cannot find module' }]);
  });

  it('counts a file whose setting up failed, although its tests are only left out', () => {
    const report = {
      testResults: [file('a.test.ts', 'failed', [{ fullName: 'one', status: 'skipped' }], 'no browser')],
    };
    expect(readReport(report)).toEqual({
      passed: 0,
      skipped: 1,
      failures: [{ name: 'a.test.ts', message: 'no browser' }],
    });
  });
});
