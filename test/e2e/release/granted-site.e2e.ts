import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en } from '#lib/i18n/en.ts';
import { acceptPrompt } from '../driver/accept-prompt.ts';
import type { Browser } from '../driver/browser.ts';
import { browserUnderTest } from '../driver/browser-under-test.ts';
import { canStartDisplay, type Display, startDisplay } from '../driver/display.ts';
import { articleTitled, lettersOf, lettersOfMarkdown } from '../fixture/demo-article.ts';
import { desk, type OpenDesk, openDesk } from '../fixture/desk.ts';
import { openLoadedBrowser } from '../fixture/open-browser.ts';
import { cardPart, hostSelector, parts } from '../fixture/overlay-parts.ts';

const site = 'http://127.0.0.1';
const siteForm = 'section[aria-label] form';

describe.skipIf(!canStartDisplay())(`the release build in ${browserUnderTest}, with a window and real keys`, () => {
  let display: Display;
  let browser: Browser;
  let open: OpenDesk;
  beforeAll(async () => {
    display = await startDisplay();
    browser = await openLoadedBrowser({ build: 'release', headed: true, display: display.name, realPrompts: true });
    open = await openDesk(browser);
  });
  afterAll(async () => {
    await open?.close();
    await browser?.close();
    await display?.close();
  });

  it('holds no host and shows nothing until a person says yes to the browser', async () => {
    await open.page.click(desk.row('1001'));
    await open.page.waitFor(desk.field);
    const options = await browser.openExtensionPage('options.html#sites');
    await options.waitFor(siteForm);
    expect(await options.evaluate(async () => (await chrome.permissions.getAll()).origins)).toEqual([]);
    expect(await open.page.count(hostSelector)).toBe(0);

    await options.click(`${siteForm} input`);
    await options.type(site);
    // The caret leaves the field: it blinks, and the screen has to stand still.
    await options.press('Tab');
    await acceptPrompt(browserUnderTest, display, () => options.click(`${siteForm} button`));
    await options.waitFor(`${siteForm} + *, ${siteForm} [role]`);
    expect(await options.evaluate(async () => (await chrome.permissions.getAll()).origins)).toEqual([`${site}/*`]);
    await options.close();
  });

  it('then comes up in the page that is open, behind a closed root', async () => {
    await open.page.waitFor(parts.card);
    expect(await open.page.count(parts.card)).toBe(3);
    expect(await open.page.read(hostSelector, ([host]) => host?.shadowRoot ?? null)).toBeNull();
  });

  it('takes its shortcut from real keys: into the panel, then collapsed, with the focus back in the reply', async () => {
    const isFieldFocused = () => document.activeElement?.getAttribute('data-test-id') === 'composer-rich-text';
    await open.page.toFront();
    await open.page.click(desk.field);
    await open.page.waitFor(isFieldFocused);
    await display.press('alt+shift+y');
    await open.page.waitFor(() => document.activeElement?.matches('html > div') === true);
    await display.press('alt+shift+y');
    await open.page.waitForGone(parts.panel);
    await open.page.waitFor(isFieldFocused);
  });

  it('opens a menu, closes it by Escape and by a press outside, and puts an answer into the reply', async () => {
    const { page } = open;
    await display.press('alt+shift+y');
    await page.waitFor(parts.panel);
    const menuButton = cardPart(1, 'card-menu');
    await page.click(menuButton);
    await page.waitFor(`${parts.openMenu} [role=menuitem]:focus`);
    await page.press('Escape');
    await page.waitForGone(parts.openMenu);
    await page.waitFor(`${menuButton}:focus`);

    await page.click(menuButton);
    await page.waitFor(parts.openMenu);
    await page.click('[data-test-id="ticket-subject"]');
    await page.waitForGone(parts.openMenu);

    await page.click(`${desk.field} > p:first-child`);
    const { markdown } = articleTitled(await page.text(cardPart(1, 'card-title')));
    await page.click(cardPart(1, 'insert-answer'));
    expect(await page.text(parts.toast)).toBe(en.toast.answerInserted);
    expect(lettersOf(await open.reply())).toContain(lettersOfMarkdown(markdown));
  });
});
