import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { oneFailed, onePassed, runSteps } from '#test/run/step.ts';

describe('running steps', () => {
  const printed: string[] = [];
  beforeEach(() => {
    printed.length = 0;
    vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(...line.split('\n')));
  });
  afterEach(() => void vi.restoreAllMocks());

  it('goes on after a failure and a crash, and sums all in the last line', async () => {
    const ran: string[] = [];
    const step = (name: string, result: () => typeof onePassed) => ({
      name,
      run: async () => {
        ran.push(name);
        return result();
      },
    });
    const code = await runSteps([
      step('first', () => oneFailed('it', 'is broken')),
      step('second', () => {
        throw new Error('crashed');
      }),
      step('third', () => ({ passed: 7, skipped: 2, failures: [] })),
    ]);
    expect(ran).toEqual(['first', 'second', 'third']);
    expect(code).toBe(1);
    expect(printed.at(-1)).toBe('7 passed, 2 failed, 2 skipped');
    expect(printed.join('\n')).toContain('FAILED first: it\n    is broken');
    expect(printed.join('\n')).toContain('crashed');
  });

  it('ends well where all passed', async () => {
    expect(await runSteps([{ name: 'only', run: async () => onePassed }])).toBe(0);
    expect(printed.at(-1)).toBe('1 passed, 0 failed, 0 skipped');
  });

  it('prints no line that passes where nothing was run', async () => {
    await runSteps([]);
    expect(printed.join('\n')).not.toMatch(/\d+ passed/);
  });
});
