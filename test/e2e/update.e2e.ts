import { afterAll, beforeAll, expect, test } from 'vitest';
import { en } from '#lib/i18n/en.ts';
import { type Helpdesk, startHelpdesk } from '#test/demo/helpdesk/server.ts';
import type { Browser } from './driver/browser.ts';
import { openLoadedBrowser } from './fixture/open-browser.ts';
import { answersSearch, openTicketTabs, readAfterUpdate, reloadExtension } from './fixture/update-tabs.ts';

let helpdesk: Helpdesk;
let browser: Browser;
beforeAll(async () => {
  helpdesk = await startHelpdesk({ port: 0 });
  browser = await openLoadedBrowser();
});
afterAll(async () => {
  await browser?.close();
  await helpdesk?.close();
});

test('an update leaves no ghost in open tabs, and every tab says so', async () => {
  const pages = await openTicketTabs(browser, helpdesk.url, 3);
  await reloadExtension(browser);
  expect(await readAfterUpdate(pages, en.overlay.updated)).toEqual({ stale: 0, notices: 3 });
  const last = pages.at(-1);
  expect(last && (await answersSearch(last, 'router'))).toBe(true);
});
