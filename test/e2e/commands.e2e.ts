import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { en } from '#lib/i18n/en.ts';
import type { Browser } from '#test/e2e/driver/browser.ts';
import { browserUnderTest } from '#test/e2e/driver/browser-under-test.ts';
import { canStartDisplay, type Display, startDisplay } from '#test/e2e/driver/display.ts';
import { waitUntil } from '#test/e2e/driver/wait-until.ts';
import { desk, type OpenDesk, openDesk } from './fixture/desk.ts';
import { focusedPart } from './fixture/focused-part.ts';
import { openLoadedBrowser } from './fixture/open-browser.ts';
import { cardPart, parts } from './fixture/overlay-parts.ts';

describe.skipIf(!canStartDisplay())(`the four shortcuts in ${browserUnderTest}, with a window and real keys`, () => {
  let display: Display;
  let browser: Browser;
  let open: OpenDesk;
  beforeAll(async () => {
    display = await startDisplay();
    browser = await openLoadedBrowser({ headed: true, display: display.name });
    open = await openDesk(browser);
    await open.openTicket('1001');
    await open.page.toFront();
    await open.page.click(`${desk.field} > p:first-child`);
    await waitForFocus('composer-rich-text');
  });
  afterAll(async () => {
    await open?.close();
    await browser?.close();
    await display?.close();
  });
  const waitForFocus = (part: string) =>
    waitUntil(`the focus on ${part}`, async () => (await focusedPart(open.page)) === part);

  test('open, close, search, insert a link and an answer', async () => {
    const { page } = open;
    await display.press('alt+shift+y');
    await waitForFocus('card-title 1');
    await display.press('alt+shift+y');
    await page.waitFor(parts.tab);
    await waitForFocus('composer-rich-text');

    await display.press('alt+shift+k');
    await waitForFocus('search');
    await display.press('Escape');
    await waitForFocus('composer-rich-text');

    const title = await page.text(cardPart(1, 'card-title'));
    await display.press('alt+shift+l');
    await waitUntil('the link', async () => (await open.reply()).includes(title));
    await waitForFocus('composer-rich-text');

    await browser.killBackground();
    await display.press('alt+shift+u');
    await waitUntil('the answer', async () => (await page.text(parts.toast)) === en.toast.answerInserted);
    await waitForFocus('composer-rich-text');
    expect((await open.reply()).length).toBeGreaterThan(title.length * 2);
  });
});
