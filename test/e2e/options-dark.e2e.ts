import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, openBrowser } from './driver/browser.ts';
import { browserUnderTest } from './driver/browser-under-test.ts';
import { findAxeViolations } from './driver/find-axe-violations.ts';
import type { Page } from './driver/page.ts';

const SECTIONS = ['first-steps', 'articles', 'sites', 'activity', 'backup', 'language'];

describe(`the options page in ${browserUnderTest}, dark and narrow`, () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser(browserUnderTest, { colorScheme: 'dark', viewport: { width: 480, height: 800 } });
    page = await browser.openExtensionPage('options.html#language');
  });
  afterAll(() => browser?.close());

  // Romanian is the longest of the four, Chinese breaks lines anywhere.
  it.each(['ro', 'zh-Hant'])('has no fault that axe finds, and fits, in %s', async (locale) => {
    await page.click('nav a[href="#language"]');
    await page.click(`input[value=${locale}]`);
    await page.waitFor('html[lang]');
    await page.waitFor('.notice');
    for (const section of SECTIONS) {
      await page.click(`nav a[href="#${section}"]`);
      await page.waitFor(`nav a[href="#${section}"][aria-current=page]`);
      expect(await findAxeViolations(page), section).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, section).toBeLessThanOrEqual(0);
    }
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale);
  });

  it('has a popup that axe finds no fault with', async () => {
    const popup = await browser.openExtensionPage('popup.html');
    await popup.waitFor('button');
    expect(await findAxeViolations(popup)).toEqual([]);
  });
});
