import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptPrompt } from '../driver/accept-prompt.ts';
import type { Browser } from '../driver/browser.ts';
import { browserUnderTest } from '../driver/browser-under-test.ts';
import { canStartDisplay, type Display, startDisplay } from '../driver/display.ts';
import { desk, type OpenDesk, openDesk } from '../fixture/desk.ts';
import { openLoadedBrowser } from '../fixture/open-browser.ts';
import { hostSelector, parts } from '../fixture/overlay-parts.ts';

const site = 'http://127.0.0.1';
const siteForm = 'section[aria-label] form';

describe.skipIf(!canStartDisplay())(`a site taken back in ${browserUnderTest}`, () => {
  let display: Display;
  let browser: Browser;
  let open: OpenDesk;
  beforeAll(async () => {
    display = await startDisplay();
    browser = await openLoadedBrowser({ build: 'release', headed: true, display: display.name, realPrompts: true });
    open = await openDesk(browser);
    await open.page.click(desk.row('1001'));
    await open.page.waitFor(desk.field);
  });
  afterAll(async () => {
    await open?.close();
    await browser?.close();
    await display?.close();
  });

  it('leaves the open page, and later ones, as if we had never come', async () => {
    const { page } = open;
    const options = await browser.openExtensionPage('options.html#sites');
    await options.waitFor(siteForm);
    const enable = async () => {
      await options.click(`${siteForm} input`);
      await options.type(site);
      await options.press('Tab');
    };
    await enable();
    await acceptPrompt(browserUnderTest, display, () => options.click(`${siteForm} button`));
    await page.waitFor(parts.card);

    const removed = await options.evaluate(
      async (pattern) => chrome.permissions.remove({ origins: [pattern] }),
      `${site}/*`,
    );
    expect(removed).toBe(true);
    // The host itself takes no room, so it is asked for by name.
    await page.waitFor(() => document.querySelector('html > div') === null);
    // Another ticket, and a reload: nothing of ours listens any more.
    await page.click(desk.row('1002'));
    await page.waitFor(`[data-test-id="ticket-pane-1002"] [data-test-id="composer-rich-text"]`);
    await page.goto(await page.url());
    await page.waitFor(desk.field);
    expect(await page.count(hostSelector)).toBe(0);
  });
});
