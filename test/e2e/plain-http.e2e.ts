import { afterAll, beforeAll, expect, test } from 'vitest';
import { en } from '#lib/i18n/en.ts';
import { plainText } from '#test/demo/helpdesk/ticket-store.ts';
import type { Browser } from '#test/e2e/driver/browser.ts';
import { waitUntil } from './driver/wait-until.ts';
import { articleTitled, lettersOf, lettersOfMarkdown } from './fixture/demo-article.ts';
import { desk, type OpenDesk, openDesk } from './fixture/desk.ts';
import { openLoadedBrowser } from './fixture/open-browser.ts';
import { cardPart, chooseInMenu, parts } from './fixture/overlay-parts.ts';

const site = 'crm.test';
let browser: Browser;
let open: OpenDesk;
beforeAll(async () => {
  browser = await openLoadedBrowser({ hostRules: { [site]: '127.0.0.1' } });
  open = await openDesk(browser, { at: site });
});
afterAll(async () => {
  await open?.close();
  await browser?.close();
});

test('a helpdesk on plain http, where browsers keep much back, gets cards, insertion and a copy', async () => {
  const { page } = open;
  expect(await page.evaluate(() => [isSecureContext, typeof crypto.randomUUID, typeof crypto.subtle])).toEqual([
    false,
    'undefined',
    'undefined',
  ]);
  await open.openTicket('1001');
  expect(await page.count(parts.card)).toBe(3);
  const first = articleTitled(await page.text(cardPart(1, 'card-title')));
  await page.click(`${desk.field} > p:first-child`);
  await page.click(cardPart(1, 'insert-answer'));
  expect(await page.text(parts.toast)).toBe(en.toast.answerInserted);
  const { html } = await open.send('1001');
  expect(lettersOf(plainText(html))).toContain(lettersOfMarkdown(first.markdown));

  await open.openTicket('1005');
  const copied = articleTitled(await page.text(cardPart(1, 'card-title')));
  await chooseInMenu(page, 1, en.card.copyAnswer);
  // The line that says what came of the insertion may still be there.
  await waitUntil('the panel to say that it copied', async () => (await page.text(parts.toast)) === en.toast.copied);
  await page.click(`${desk.field} > p:first-child`);
  await page.press('Control+v');
  // Words alone: without a clipboard of its own the page can pass on no formatting.
  const [opening = ''] = copied.markdown.trim().split('\n');
  expect(lettersOf(await open.reply())).toContain(lettersOfMarkdown(opening));
});
