import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '#test/e2e/driver/browser.ts';
import { browserUnderTest } from '#test/e2e/driver/browser-under-test.ts';
import { buildDir } from '#test/e2e/driver/extension-build.ts';
import { desk, type OpenDesk, openDesk } from './fixture/desk.ts';
import { openLoadedBrowser } from './fixture/open-browser.ts';
import { cardPart, hostSelector, parts } from './fixture/overlay-parts.ts';

/** No host that the extension may read: what the page is like without us. */
const untouchedSite = 'untouched.example';
/** One that it may read and that is, like the other, on plain http: browsers give such pages fewer names. */
const enabledSite = 'crm.test';
let browser: Browser;
let ours: OpenDesk;
let untouched: OpenDesk;
beforeAll(async () => {
  browser = await openLoadedBrowser({
    hostRules: { [untouchedSite]: '127.0.0.1', [enabledSite]: '127.0.0.1' },
  });
  untouched = await openDesk(browser, { at: untouchedSite });
  ours = await openDesk(browser, { at: enabledSite });
  await ours.page.evaluate(() => {
    const shelf = globalThis as typeof globalThis & { posted?: unknown[] };
    const posted: unknown[] = [];
    shelf.posted = posted;
    addEventListener('message', ({ data }) => posted.push(data), true);
  });
  await ours.openTicket('1001');
  const { page } = untouched;
  await page.click(desk.row('1001'));
  await page.waitFor('[data-active="true"] [data-test-id="thread"][aria-busy="false"]');
});
afterAll(async () => {
  await ours?.close();
  await untouched?.close();
  await browser?.close();
});

/** The whole page as text, but for our host and for what stands for the port. */
const pageAsText = (selector: string) => {
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  for (const host of copy.querySelectorAll(selector.replace('html > ', ':scope > '))) host.remove();
  return copy.outerHTML;
};

test('one element is ours, and nothing else in the page is another than without us', async () => {
  expect(await ours.page.count(hostSelector)).toBe(1);
  expect(await untouched.page.count(hostSelector)).toBe(0);
  const attributes = await ours.page.read(hostSelector, ([host]) => host?.getAttributeNames());
  expect(attributes).toHaveLength(2);
  expect(attributes?.join(' ')).not.toMatch(/yesward/i);
  expect(await ours.page.evaluate(pageAsText, hostSelector)).toBe(
    await untouched.page.evaluate(pageAsText, hostSelector),
  );
});

test('the page hears no message of ours, and finds no new name on its window, also once we inserted', async () => {
  await ours.page.click(cardPart(1, 'insert-answer'));
  await ours.page.waitFor(parts.toast);
  const posted = await ours.page.evaluate(() => (globalThis as typeof globalThis & { posted?: unknown[] }).posted);
  expect(posted).toEqual([]);
  const namesOf = async (open: OpenDesk) => {
    const names = () => [...Object.getOwnPropertyNames(window), ...Object.getOwnPropertyNames(document)].sort();
    // React marks the helpdesk's document with a random name.
    return (await open.page.evaluate(names)).map((name) => name.replace(/^(_reactListening).*/, '$1'));
  };
  const names = (await namesOf(ours)).filter((name) => name !== 'posted');
  expect(names).toEqual(await namesOf(untouched));
});

test('no file of ours can be reached from a page', async () => {
  const manifest = JSON.parse(await readFile(`${buildDir(browserUnderTest, 'e2e')}/manifest.json`, 'utf8'));
  expect(manifest.web_accessible_resources).toBeUndefined();
  const reach = (url: string) =>
    new Promise<string>((resolve) => {
      const image = new Image();
      image.onload = () => resolve('loaded');
      image.onerror = () => resolve('refused');
      image.src = url;
    });
  // A page without a policy of its own: what refuses is the browser.
  const bare = await openDesk(browser, { csp: false });
  expect(await bare.page.evaluate(reach, browser.extensionUrl('icon/16.png'))).toBe('refused');
  expect(await bare.page.evaluate(reach, '/media/hub-3-light.svg')).toBe('loaded');
  await bare.close();
});
