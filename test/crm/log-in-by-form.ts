import type { Page } from '#test/e2e/driver/page.ts';
import type { CrmName, RunningCrm } from './crm-server.ts';
import { LOGIN_FORMS } from './log-in.ts';

/** Logs the agent in through the CRM's own form with real keys, in whichever browser the driver drives. */
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
