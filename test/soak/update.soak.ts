import { afterEach, expect, test } from 'vitest';
import { en } from '#lib/i18n/en.ts';
import { startHelpdesk } from '#test/demo/helpdesk/server.ts';
import { openBrowser } from '#test/e2e/driver/browser.ts';
import { loadDemoArticles } from '#test/e2e/fixture/load-articles.ts';
import { openTicketTabs, readAfterUpdate, reloadExtension } from '#test/e2e/fixture/update-tabs.ts';

/* Promise 15: an update leaves no ghost. */

const TABS = 10;
const UPDATES = 3;

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

test.each(['chromium', 'firefox'] as const)('%s: no stale overlay, and a notice in every tab', async (kind) => {
  const helpdesk = await startHelpdesk({ port: 0 });
  endings.push(() => helpdesk.close());
  const browser = await openBrowser(kind, { locale: 'en-US' });
  endings.push(() => browser.close());
  await loadDemoArticles(browser);
  for (let update = 1; update <= UPDATES; update++) {
    const pages = await openTicketTabs(browser, helpdesk.url, TABS);
    await reloadExtension(browser);
    const figures = await readAfterUpdate(pages, en.overlay.updated);
    console.log(`${kind}, update ${update}: ${figures.stale} stale overlays, ${figures.notices} of ${TABS} notices`);
    expect(figures).toEqual({ stale: 0, notices: TABS });
    for (const page of pages) await page.close();
  }
});
