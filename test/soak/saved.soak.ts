import { afterEach, expect, test } from 'vitest';
import { percentile } from '#test/bench/figure.ts';
import { startHelpdesk } from '#test/demo/helpdesk/server.ts';
import { openBrowser } from '#test/e2e/driver/browser.ts';
import { writeRelayBuild } from '#test/e2e/fixture/relay-build.ts';
import { killWhileSaving, timeAcknowledgements, timeWakes } from '#test/e2e/fixture/strict-commit.ts';

/* Promise 2: "saved" is said only after a strict commit. */

const KILLS = 500;
const WARM = 300;
const COLD = 100;
const seed = Number(process.env.TEST_SEED ?? 1);

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

test.each(['chromium', 'firefox'] as const)('%s: nothing torn, and the acknowledgement comes in time', async (kind) => {
  const helpdesk = await startHelpdesk({ port: 0 });
  endings.push(() => helpdesk.close());
  const build = await writeRelayBuild(kind);
  endings.push(() => build.remove());
  const browser = await openBrowser(kind, { extensionDir: build.dir });
  endings.push(() => browser.close());
  // It opens after an installation, in any tab that is still empty.
  await browser.waitForPage('options.html');
  const page = await browser.newPage(`${helpdesk.url}/tickets`);

  const figures = await killWhileSaving(browser, page, KILLS, seed);
  const warm = percentile((await timeAcknowledgements(browser, page, WARM, false)).slice(1), 0.95);
  const cold = percentile(await timeAcknowledgements(browser, page, COLD, true), 0.95);
  const wake = percentile(await timeWakes(browser, page, COLD), 0.95);
  console.log(
    `${kind}: ${figures.torn} torn of ${KILLS} (${figures.said} said to be saved, ${figures.stored} stored); ` +
      `acknowledged p95 ${warm.toFixed(1)} ms warm, ${cold.toFixed(1)} ms after a kill ` +
      `(a wake alone ${wake.toFixed(1)} ms)`,
  );
  expect(figures.torn).toBe(0);
  expect(figures.said).toBe(KILLS);
  expect(warm).toBeLessThanOrEqual(50);
  expect(cold).toBeLessThanOrEqual(200);
});
