import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type CrmName, type RunningCrm, startCrm } from '#test/crm/crm-server.ts';
import { LOGIN_FORMS } from '#test/crm/log-in.ts';
import { openLoadedBrowser } from '#test/e2e/fixture/open-browser.ts';
import type { Browser } from '../driver/browser.ts';
import type { Page } from '../driver/page.ts';

export interface CrmUnderTest {
  readonly crm: RunningCrm;
  readonly browser: Browser;
  /** One tab in which the agent is logged in. */
  readonly page: Page;
}

/** Logs the agent in through the CRM's own form. */
export async function logInByForm(page: Page, name: CrmName, crm: RunningCrm): Promise<void> {
  const form = LOGIN_FORMS[name];
  await page.goto(crm.url + form.path);
  await page.click(form.user);
  await page.type(crm.login.user);
  await page.click(form.password);
  await page.type(crm.login.password);
  await page.press('Enter');
  await page.waitForGone(form.password);
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
