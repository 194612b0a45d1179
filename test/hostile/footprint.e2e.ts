import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, openBrowser } from '#test/e2e/driver/browser.ts';
import { browserUnderTest } from '#test/e2e/driver/browser-under-test.ts';
import type { Page } from '#test/e2e/driver/page.ts';
import { importFiles } from '#test/e2e/fixture/import-files.ts';
import { parts } from '#test/e2e/fixture/overlay-parts.ts';
import { type GrantedRelease, grantRelease } from './granted-release.ts';
import { type HostileDesk, startHostileDesk } from './hostile-desk.ts';

const article = { id: 'a', title: 'Router blinks red', body: 'Restart the router.' };

let release: GrantedRelease;
let desk: HostileDesk;
let browser: Browser;

beforeAll(async () => {
  [release, desk] = await Promise.all([grantRelease(browserUnderTest), startHostileDesk()]);
  browser = await openBrowser(browserUnderTest, { build: 'release', extensionDir: release.dir, locale: 'en-US' });
  await importFiles(browser, [{ name: 'articles.json', text: JSON.stringify([article]) }], 1);
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
  await release?.remove();
});

interface Footprint {
  readonly globals: readonly string[];
  readonly expandos: readonly string[];
  /** Children of the root element beside head and body: their names and those of their attributes. */
  readonly hosts: readonly { readonly name: string; readonly attributes: readonly string[] }[];
  readonly elements: number;
  readonly styleSheets: number;
  readonly highlights: readonly string[];
  readonly customElements: boolean;
  readonly resources: readonly string[];
  readonly messages: number;
}

function footprintOf(page: Page): Promise<Footprint> {
  return page.evaluate(() => ({
    globals: [...Object.getOwnPropertyNames(window), ...Object.getOwnPropertySymbols(window).map(String)].sort(),
    expandos: [document, document.documentElement, document.body, navigator].flatMap((owner) => Object.keys(owner)),
    hosts: [...document.documentElement.children]
      .filter((node) => node !== document.head && node !== document.body)
      .map((node) => ({
        name: node.localName,
        attributes: [...node.attributes].map(({ name, value }) => (name === 'style' ? name : `${name}=${value}`)),
      })),
    elements: document.head.querySelectorAll('*').length + document.body.querySelectorAll('*').length,
    styleSheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    highlights: [...(CSS.highlights?.keys() ?? [])],
    customElements: Boolean(customElements.get('yesward')),
    resources: performance.getEntriesByType('resource').map(({ name }) => name),
    messages: window.spy.messages,
  }));
}

/** What the page at this path is like on a site the person did not enable, and on one that is enabled. */
async function compare(path: string, isTicket: boolean): Promise<{ without: Footprint; with: Footprint }> {
  const plain = await browser.newPage(`http://localhost:${desk.port}${path}`);
  const without = await footprintOf(plain);
  await plain.close();
  const page = await browser.newPage(`http://127.0.0.1:${desk.port}${path}`);
  if (isTicket) await page.waitFor(parts.card);
  const footprint = await footprintOf(page);
  await page.close();
  return { without, with: footprint };
}

describe(`what a page in ${browserUnderTest} can notice of us`, () => {
  test('on a ticket page: one element with a neutral name, and nothing else', async () => {
    const { without, with: seen } = await compare('/tickets/1', true);
    expect(without.hosts).toEqual([]);
    expect({ ...seen, hosts: [] }).toEqual(without);
    expect(seen.messages).toBe(0);
    expect(seen.hosts).toHaveLength(1);
    expect(seen.hosts[0]?.name).toBe('div');
    expect(seen.hosts[0]?.attributes.join()).toMatch(/^data-[a-z]{8}=,style$/);
  });

  test.each(['/', '/other', '/list#tickets'])('on %s, which is no ticket: nothing at all', async (path) => {
    const { without, with: seen } = await compare(path, false);
    expect(seen).toEqual(without);
  });

  test('no file of ours can be loaded, by whoever knows our address', async () => {
    const manifest = JSON.parse(await readFile(join(release.dir, 'manifest.json'), 'utf8')) as Record<string, unknown>;
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.content_scripts).toBeUndefined();
    const files = ['manifest.json', 'overlay.js', 'ticket.js', 'icon/16.png', 'popup.html', 'options.html'];
    const page = await browser.newPage(`http://127.0.0.1:${desk.port}/tickets/1`);
    await page.waitFor(parts.card);
    const loaded = await page.evaluate(
      async (addresses) => {
        const results: string[] = [];
        for (const address of addresses) {
          const byFetch = fetch(address).then(
            () => true,
            () => false,
          );
          const byImage = new Promise<boolean>((resolve) => {
            const image = new Image();
            image.onload = () => resolve(true);
            image.onerror = () => resolve(false);
            image.src = address;
          });
          if ((await byFetch) || (await byImage)) results.push(address);
        }
        return results;
      },
      files.map((file) => browser.extensionUrl(file)),
    );
    expect(loaded).toEqual([]);
  });
});
