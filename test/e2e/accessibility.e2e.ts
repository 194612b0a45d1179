import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { en } from '#lib/i18n/en.ts';
import type { Browser } from '#test/e2e/driver/browser.ts';
import { findAxeViolations } from '#test/e2e/driver/find-axe-violations.ts';
import { readAnnouncements, startListening } from './fixture/announcements.ts';
import { desk, type OpenDesk, openDesk, waitForCards } from './fixture/desk.ts';
import { openLoadedBrowser } from './fixture/open-browser.ts';
import { cardNumber, cardPart, hostSelector, inOverlay, parts } from './fixture/overlay-parts.ts';

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  let browser: Browser;
  let open: OpenDesk;
  beforeAll(async () => {
    browser = await openLoadedBrowser({ colorScheme, reducedMotion: colorScheme === 'dark' });
    open = await openDesk(browser);
  });
  afterAll(async () => {
    await open?.close();
    await browser?.close();
  });
  const violations = () => findAxeViolations(open.page, hostSelector);

  test('axe finds nothing in the panel, a text, a menu, a caution, the shortcuts, a search, a toast and the tab', async () => {
    const { page } = open;
    await open.openTicket('1003');
    expect(await violations()).toEqual([]);

    await page.click(cardPart(1, 'card-title'));
    await page.waitFor(inOverlay('.body'));
    expect(await violations()).toEqual([]);
    await page.click(cardPart(1, 'card-title'));

    await page.click(cardPart(1, 'card-menu'));
    await page.waitFor(parts.openMenu);
    expect(await violations()).toEqual([]);
    await page.press('Escape');

    const stale = await cardNumber(page, 'Boost your Wi-Fi with a powerline kit');
    await page.click(cardPart(stale, 'insert-answer'));
    await page.waitFor(parts.caution);
    expect(await violations()).toEqual([]);
    await page.click(parts.insertAnyway);
    await page.waitFor(parts.toast);
    expect(await violations()).toEqual([]);

    await page.click(inOverlay(`[aria-label="${en.overlay.shortcuts}"]`));
    await page.waitFor(parts.shortcuts);
    expect(await violations()).toEqual([]);
    await page.press('Escape');

    await page.click(parts.search);
    await page.type('qqqq');
    await page.waitFor(inOverlay('.state'));
    expect(await violations()).toEqual([]);
    await page.press('Escape');

    await page.click(parts.collapse);
    await page.waitFor(parts.tab);
    expect(await violations()).toEqual([]);
    await page.click(parts.tab);
    await page.waitFor(parts.panel);
  });

  test('an internal article’s caution, too', async () => {
    await open.openTicket('1022');
    await open.page.click(cardPart(1, 'insert-answer'));
    await open.page.waitFor(inOverlay('.caution.is-internal'));
    expect(await violations()).toEqual([]);
  });

  test('new cards are announced once a ticket', async () => {
    const { page } = open;
    await startListening(page, hostSelector);
    await open.openTicket('1001');
    await open.openTicket('1005');
    await page.click(desk.row('1001'));
    await waitForCards(page, '1001');
    const said = en.overlay.newCards.other.replace('{count}', '3');
    expect(await readAnnouncements(page)).toEqual([said, said, said]);
  });

  test('nothing moves for those who asked for it', async () => {
    const name = await open.page.read(parts.panel, ([panel]) => getComputedStyle(panel as Element).animationName);
    expect(name).toBe(colorScheme === 'dark' ? 'none' : 'appear');
  });
});
