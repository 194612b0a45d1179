import type { CrmName, RunningCrm } from '#test/crm/crm-server.ts';
import { logInByForm } from '#test/crm/log-in-by-form.ts';
import type { Browser } from '#test/e2e/driver/browser.ts';
import { waitUntil } from '#test/e2e/driver/wait-until.ts';
import { cardPart, inOverlay, parts } from '#test/e2e/fixture/overlay-parts.ts';
import type { TourStep } from './take-tour.ts';

/** The seeded ticket about slow Wi-Fi. */
export const crmDemoTicket = 4;

const pages = {
  rt5: { edit: null, field: 'iframe.cke_wysiwyg_frame', send: 'input[name="SubmitTicket"]' },
  redmine: {
    edit: '#content > .contextual a.icon-edit',
    field: 'textarea#issue_notes',
    send: '#issue-form input[name="commit"]',
  },
} as const satisfies Record<CrmName, { edit: string | null; field: string; send: string }>;

/** Read, answer and send on a real CRM, a picture a step. */
export async function tourCrm(browser: Browser, name: CrmName, crm: RunningCrm): Promise<TourStep[]> {
  const page = await browser.newPage();
  const { edit, field, send } = pages[name];
  const threeCards = async () => {
    await page.waitFor(cardPart(3, 'card-title'));
    await page.waitFor(inOverlay('.cards[aria-busy="false"]'));
  };
  return [
    {
      name: `${name} ticket with cards`,
      run: async () => {
        await logInByForm(page, name, crm);
        await page.goto(crm.ticketUrl(crmDemoTicket));
        await threeCards();
        return page;
      },
    },
    {
      name: `${name} reply`,
      run: async () => {
        await page.goto(crm.replyUrl(crmDemoTicket));
        if (edit) await page.click(edit);
        await page.waitFor(field);
        await threeCards();
        const label = () => page.text(cardPart(1, 'insert-answer'));
        await waitUntil('cards that offer to insert', async () => (await label()) === 'Insert answer');
        return page;
      },
    },
    {
      name: `${name} answer inserted`,
      run: async () => {
        await page.click(cardPart(1, 'insert-answer'));
        await page.waitFor(parts.toast);
        return page;
      },
    },
    {
      name: `${name} sent`,
      run: async () => {
        const before = (await crm.readBack(crmDemoTicket)).length;
        await page.click(send);
        await waitUntil('the reply in the CRM', async () => (await crm.readBack(crmDemoTicket)).length > before);
        await threeCards();
        return page;
      },
    },
  ];
}
