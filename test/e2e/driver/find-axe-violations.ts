import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from './page.ts';

declare const axe: { run(context: string | Document, options: object): Promise<AxeResults> };

/**
 * What axe finds wrong under a selector of the document (open shadow roots included), one line each: the rule, what it
 * asks for, and the first elements. Rules of WCAG 2.2 A and AA and of good practice.
 */
export async function findAxeViolations(page: Page, within?: string): Promise<string[]> {
  await page.runScript(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async (selector) => {
    const { violations } = await axe.run(selector ?? document, { resultTypes: ['violations'] });
    return violations.map(({ id, help, nodes }) => {
      const places = nodes
        .slice(0, 3)
        .map(({ target, failureSummary }) => `${target.flat().join(' ')} ${failureSummary}`);
      return `${id}: ${help}\n  ${places.join('\n  ')}`;
    });
  }, within ?? null);
}
