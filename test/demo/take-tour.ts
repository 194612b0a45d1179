import { join } from 'node:path';
import type { Page } from '#test/e2e/driver/page.ts';

/** One thing to see. Steps run in their order and may build on the ones before. */
export interface TourStep {
  readonly name: string;
  /** Does the step and returns the page to take a picture of. */
  readonly run: () => Promise<Page>;
}

/**
 * Runs the steps and writes a PNG of each into the folder, numbered from `first`. Returns the number after the last one;
 * throws, with the step's name, at the first that fails.
 */
export async function takeTour(steps: readonly TourStep[], folder: string, first = 1): Promise<number> {
  let number = first;
  for (const { name, run } of steps) {
    const file = `${String(number).padStart(2, '0')}-${name.replaceAll(' ', '-')}.png`;
    try {
      const page = await run();
      await page.screenshot(join(folder, file));
    } catch (cause) {
      throw new Error(`The step "${name}" failed: ${cause instanceof Error ? cause.message : cause}`, { cause });
    }
    console.log(`  ${file}`);
    number += 1;
  }
  return number;
}
