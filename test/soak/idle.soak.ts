import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startHelpdesk } from '#test/demo/helpdesk/server.ts';
import type { BackgroundWatch } from '#test/e2e/driver/background-watch.ts';
import { buildDir } from '#test/e2e/driver/extension-build.ts';
import { openFirefox } from '#test/e2e/driver/firefox.ts';
import { openIdleChromium } from '#test/e2e/driver/idle-chromium.ts';
import { waitUntil } from '#test/e2e/driver/wait-until.ts';
import { parts } from '#test/e2e/fixture/overlay-parts.ts';

/* Promise 14: nothing runs when nothing is done. */

const IDLE_MS = 10 * 60_000;
const STOPS_WITHIN_MS = 120_000;

/** Starts of the background in ten minutes with a ticket open, once it stopped by itself. */
async function countWakeUps(watch: BackgroundWatch): Promise<number> {
  await waitUntil('the background to stop by itself', async () => !(await watch.isRunning()), STOPS_WITHIN_MS);
  const before = await watch.starts();
  await pause(IDLE_MS);
  return (await watch.starts()) - before;
}

test('nothing wakes the background in ten idle minutes, in both browsers at once', async () => {
  const helpdesk = await startHelpdesk({ port: 0 });
  const ticket = `${helpdesk.url}/tickets/1001`;
  const chromium = await openIdleChromium(buildDir('chromium', 'e2e'), ticket);
  const viewport = { width: 1280, height: 800 };
  const firefox = await openFirefox({ extension: buildDir('firefox', 'e2e'), closedRoots: false, viewport });
  try {
    const page = await firefox.newPage(ticket);
    await page.waitFor(parts.panel);
    await waitUntil('the background to start', async () => (await chromium.watch.starts()) > 0);
    const watches = [chromium.watch, await firefox.watchBackground()];
    const [inChromium, inFirefox] = await Promise.all(watches.map(countWakeUps));
    console.log(`wake-ups in ${IDLE_MS / 60_000} idle minutes: Chromium ${inChromium}, Firefox ${inFirefox}`);
    expect([inChromium, inFirefox]).toEqual([0, 0]);
  } finally {
    await chromium.close();
    await firefox.close();
    await helpdesk.close();
  }
});
