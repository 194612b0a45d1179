import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Helpdesk, startHelpdesk } from '#test/demo/helpdesk/server.ts';
import { type Browser, openBrowser } from './driver/browser.ts';
import { browserUnderTest } from './driver/browser-under-test.ts';
import type { Page } from './driver/page.ts';
import { askBackground, type RelayBuild, writeRelayBuild } from './fixture/relay-build.ts';

declare global {
  interface Window {
    /** Lets go of the database that the test holds. */
    release?: () => void;
  }
}

/** The opening's limit and time to answer; a hang would last as long as the database is held. */
const ANSWER_WITHIN_MS = 6_000;

let helpdesk: Helpdesk;
let build: RelayBuild;
let browser: Browser;
let page: Page;
let holder: Page;
beforeAll(async () => {
  [helpdesk, build] = await Promise.all([startHelpdesk({ port: 0 }), writeRelayBuild(browserUnderTest)]);
  browser = await openBrowser(browserUnderTest, { extensionDir: build.dir, locale: 'en-US' });
  // It opens after an installation, in any tab that is still empty.
  await browser.waitForPage('options.html');
});
afterAll(async () => {
  await browser?.close();
  await helpdesk?.close();
  await build?.remove();
});
beforeEach(async () => {
  page = await browser.newPage(`${helpdesk.url}/tickets`);
  holder = await browser.openExtensionPage('options.html#language');
  await holder.waitFor('main');
});
afterEach(async () => {
  await holder?.close();
  await page?.close();
});

const save = () =>
  askBackground(page, {
    name: 'card.used',
    body: { id: randomUUID(), ticketKey: '1001', articleId: 'a', kind: 'helpful' },
  });

/** Holds the database in an upgrade that does not end, as a page of a newer version or a failing disk would. */
const hold = () =>
  holder.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('yesward', 1_000_000);
        opening.onerror = () => reject(opening.error);
        opening.onupgradeneeded = () => {
          const upgrade = opening.transaction as IDBTransaction;
          let isHeld = true;
          const stay = () => {
            if (isHeld) upgrade.objectStore('settings').count().onsuccess = stay;
            else upgrade.abort();
          };
          opening.onerror = () => undefined;
          window.release = () => {
            isHeld = false;
          };
          stay();
          resolve();
        };
      }),
  );

describe('a database that hangs', () => {
  test.each([
    { name: 'a background that has it open', isKilled: false },
    { name: 'a background that starts anew', isKilled: true },
  ])('$name says so in time, and works again afterwards', async ({ isKilled }) => {
    expect((await save()).answer).toEqual({ ok: true, value: { saved: true } });
    await hold();
    if (isKilled) await browser.killBackground();
    const { answer, ms } = await save();
    expect(answer).toEqual({ ok: false, code: 'storage-slow' });
    expect(ms).toBeLessThan(ANSWER_WITHIN_MS);

    const options = await browser.openExtensionPage('options.html#articles');
    await options.waitFor('.notice');
    await options.close();

    await holder.evaluate(() => window.release?.());
    await expect
      .poll(async () => (await save()).answer, { timeout: 20_000 })
      .toEqual({ ok: true, value: { saved: true } });
  });
});
