import type { Browser } from '#test/e2e/driver/browser.ts';
import { waitUntil } from '#test/e2e/driver/wait-until.ts';
import { desk, waitForCards } from '#test/e2e/fixture/desk.ts';
import { cardPart, inOverlay, parts } from '#test/e2e/fixture/overlay-parts.ts';
import type { Helpdesk } from './helpdesk/server.ts';
import type { TourStep } from './take-tour.ts';

const ticketId = '1001';

/** What a newcomer should see on the demo helpdesk, a picture a step; each step goes on where the last one ended. */
export async function tourHelpdesk(browser: Browser, helpdesk: Helpdesk): Promise<TourStep[]> {
  const page = await browser.newPage();
  return [
    {
      name: 'list',
      run: async () => {
        await page.goto(`${helpdesk.url}/tickets`);
        await page.waitFor(desk.row(ticketId));
        return page;
      },
    },
    {
      name: 'ticket with cards',
      run: async () => {
        await page.click(desk.row(ticketId));
        await waitForCards(page, ticketId);
        await page.waitFor(cardPart(3, 'card-title'));
        return page;
      },
    },
    {
      name: 'steps open',
      run: async () => {
        await page.click(cardPart(1, 'card-title'));
        await page.waitFor(cardPart(1, 'insert-step'));
        return page;
      },
    },
    {
      name: 'internal article stopped',
      run: async () => {
        await page.click(cardPart(1, 'card-title'));
        await page.click(parts.search);
        await page.type('goodwill credits approval');
        const found = () => page.texts(inOverlay('.cards[aria-busy="false"] [data-part="card-title"]'));
        await waitUntil('the internal article', async () => (await found())[0]?.startsWith('Goodwill credits'));
        await page.click(cardPart(1, 'insert-answer'));
        await page.waitFor(parts.caution);
        return page;
      },
    },
    {
      name: 'answer inserted',
      run: async () => {
        await page.press('Escape');
        await page.waitForGone(parts.caution);
        await page.click(parts.search);
        await page.press('Escape');
        await waitForCards(page, ticketId);
        await page.waitFor(cardPart(3, 'card-title'));
        await page.click(cardPart(1, 'insert-answer'));
        await page.waitFor(parts.toast);
        return page;
      },
    },
    {
      name: 'sent',
      run: async () => {
        await page.click(desk.send);
        await waitUntil('the helpdesk to store the reply', () => helpdesk.sent(ticketId)[0]);
        await waitForCards(page, ticketId);
        return page;
      },
    },
    {
      name: 'popup',
      run: async () => {
        const popup = await browser.openExtensionPage('popup.html');
        const behind = await browser.newPage(`${helpdesk.url}/tickets`);
        await popup.setViewport({ width: 360, height: 300 });
        await popup.goto(browser.extensionUrl('popup.html'));
        await popup.waitFor('.popup .site');
        await behind.waitFor(desk.row(ticketId));
        return popup;
      },
    },
    {
      name: 'options',
      run: async () => {
        const options = await browser.openExtensionPage('options.html#articles');
        await options.waitFor('.figures');
        return options;
      },
    },
  ];
}

/** The ticket once more, in a browser that asks for dark pages. */
export async function tourInTheDark(browser: Browser, helpdesk: Helpdesk): Promise<TourStep[]> {
  const page = await browser.newPage();
  return [
    {
      name: 'dark',
      run: async () => {
        await page.goto(`${helpdesk.url}/tickets/${ticketId}`);
        await waitForCards(page, ticketId);
        await page.waitFor(cardPart(3, 'card-title'));
        return page;
      },
    },
  ];
}
