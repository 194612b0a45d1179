import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { startHelpdesk } from '#test/demo/helpdesk/server.ts';
import { openBrowser } from '#test/e2e/driver/browser.ts';
import { desk, waitForCards } from '#test/e2e/fixture/desk.ts';
import { loadDemoArticles } from '#test/e2e/fixture/load-articles.ts';
import { writeRelayBuild } from '#test/e2e/fixture/relay-build.ts';

/* Promise 14: nothing wakes the background of a browser that is left alone with a ticket open. */

const IDLE_MS = 150_000;

/** Notes each start of the background, in front of its own first turn. */
const noteStart = `chrome.storage.session.get('starts').then(({ starts = [] }) =>
  chrome.storage.session.set({ starts: [...starts, Date.now()] }));\n`;

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

test.each(['chromium', 'firefox'] as const)('%s: no wake-up in two and a half idle minutes', async (kind) => {
  const helpdesk = await startHelpdesk({ port: 0 });
  endings.push(() => helpdesk.close());
  const build = await writeRelayBuild(kind);
  endings.push(() => build.remove());
  const background = join(build.dir, 'background.js');
  await writeFile(background, noteStart + (await readFile(background, 'utf8')));
  const browser = await openBrowser(kind, { extensionDir: build.dir, locale: 'en-US' });
  endings.push(() => browser.close());
  await loadDemoArticles(browser);
  const page = await browser.newPage(`${helpdesk.url}/tickets`);
  await page.click(desk.row('1001'));
  await waitForCards(page, '1001');

  await browser.killBackground();
  const from = Date.now();
  await delay(IDLE_MS);
  const to = Date.now();
  const options = await browser.openExtensionPage('options.html#language');
  const starts = await options.evaluate(
    async () => ((await chrome.storage.session.get('starts')) as { starts?: number[] }).starts ?? [],
  );
  const wakes = starts.filter((at) => at >= from && at < to).length;
  console.log(`${kind}: ${wakes} wake-ups in ${IDLE_MS / 1000} idle s (${starts.length} starts in all)`);
  expect(starts.length).toBeGreaterThan(0);
  expect(wakes).toBe(0);
});
