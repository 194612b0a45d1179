// `npm run shots`: the pictures of the README and the docs, in both themes.
import { stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { openHelpdesk } from '#test/demo/open-helpdesk.ts';
import { openBrowser } from '#test/e2e/driver/browser.ts';
import type { Page } from '#test/e2e/driver/page.ts';
import { waitForCards } from '#test/e2e/fixture/desk.ts';
import { loadDemoArticles } from '#test/e2e/fixture/load-articles.ts';
import { cardPart } from '#test/e2e/fixture/overlay-parts.ts';
import { buildExtension } from '#test/run/extension-builds.ts';
import { root } from '#test/run/run-tool.ts';

const folder = join(root, 'docs/pictures');
/** A README is read on phones too. */
const maxBytes = 200_000;
const ticketId = '1001';

async function take(page: Page, name: string): Promise<void> {
  const file = join(folder, `${name}.png`);
  await page.screenshot(file);
  const { size } = await stat(file);
  console.log(`${relative(root, file)}  ${Math.round(size / 1000)} kB`);
  if (size > maxBytes) throw new Error(`${name}.png is over ${maxBytes / 1000} kB: make its viewport smaller`);
}

async function takeTheme(colorScheme: 'light' | 'dark', helpdeskUrl: string): Promise<void> {
  const viewport = { width: 1120, height: 740 };
  const browser = await openBrowser('chromium', { colorScheme, reducedMotion: true, locale: 'en-US', viewport });
  try {
    await loadDemoArticles(browser, helpdeskUrl);
    const popup = await browser.openExtensionPage('popup.html');
    await popup.setViewport({ width: 320, height: 180 });

    const page = await browser.newPage(`${helpdeskUrl}/tickets/${ticketId}`);
    await waitForCards(page, ticketId);
    await page.waitFor(cardPart(3, 'card-title'));
    await take(page, `overlay-${colorScheme}`);

    // Opened anew now that the ticket is the tab in front: that is what a popup speaks about.
    await popup.goto(browser.extensionUrl('popup.html'));
    await popup.waitFor('.popup .site');
    await take(popup, `popup-${colorScheme}`);

    const options = await browser.openExtensionPage('options.html#articles');
    await options.waitFor('.figures');
    await take(options, `options-${colorScheme}`);
  } finally {
    await browser.close();
  }
}

const { failures } = await buildExtension('chromium', 'e2e');
if (failures[0]) throw new Error(failures[0].message);
const helpdesk = await openHelpdesk();
try {
  for (const theme of ['light', 'dark'] as const) await takeTheme(theme, helpdesk.url);
} finally {
  await helpdesk.close();
}
