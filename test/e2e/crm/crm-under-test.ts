import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type CrmName, type RunningCrm, startCrm } from '#test/crm/crm-server.ts';
import { logInByForm } from '#test/crm/log-in-by-form.ts';
import { openLoadedBrowser } from '#test/e2e/fixture/open-browser.ts';
import type { Browser } from '../driver/browser.ts';
import type { Page } from '../driver/page.ts';

export interface CrmUnderTest {
  readonly crm: RunningCrm;
  readonly browser: Browser;
  /** One tab in which the agent is logged in. */
  readonly page: Page;
}

/**
 * Brings a real CRM up with its seeded tickets, and the browser under test with the demo articles imported, for all
 * tests of a file. Where this machine can't install the CRM, every test of the file is skipped with the reason.
 */
export function openCrm(name: CrmName): () => CrmUnderTest {
  let underTest: CrmUnderTest | null = null;
  let reason = `${name} was not started`;

  beforeAll(async () => {
    const crm = await startCrm(name, { fresh: true });
    if (!crm.ok) {
      reason = crm.reason;
      return;
    }
    const browser = await openLoadedBrowser();
    const page = await browser.newPage();
    underTest = { crm, browser, page };
    await logInByForm(page, name, crm);
  });
  beforeEach(({ skip }) => skip(underTest === null, reason));
  afterAll(async () => {
    await underTest?.browser.close();
    await underTest?.crm.stop();
  });
  return () => {
    if (!underTest) throw new Error(reason);
    return underTest;
  };
}
