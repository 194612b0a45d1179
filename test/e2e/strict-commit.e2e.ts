import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Helpdesk, startHelpdesk } from '#test/demo/helpdesk/server.ts';
import { type Browser, openBrowser } from './driver/browser.ts';
import { browserUnderTest } from './driver/browser-under-test.ts';
import { type RelayBuild, writeRelayBuild } from './fixture/relay-build.ts';
import { killWhileSaving } from './fixture/strict-commit.ts';

const KILLS = 25;

let helpdesk: Helpdesk;
let build: RelayBuild;
let browser: Browser;
beforeAll(async () => {
  [helpdesk, build] = await Promise.all([startHelpdesk({ port: 0 }), writeRelayBuild(browserUnderTest)]);
  browser = await openBrowser(browserUnderTest, { extensionDir: build.dir });
  // It opens after an installation, in any tab that is still empty.
  await browser.waitForPage('options.html');
});
afterAll(async () => {
  await browser?.close();
  await helpdesk?.close();
  await build?.remove();
});

test(`what is said to be saved is there whole, the background killed ${KILLS} times while it saves`, async () => {
  const page = await browser.newPage(`${helpdesk.url}/tickets`);
  const figures = await killWhileSaving(browser, page, KILLS, Number(process.env.TEST_SEED ?? 1));
  expect(figures.torn).toBe(0);
  // Three tries outlive one kill.
  expect(figures.said).toBe(KILLS);
});
