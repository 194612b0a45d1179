import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Helpdesk, startHelpdesk } from '#test/demo/helpdesk/server.ts';
import { type Browser, openBrowser } from './driver/browser.ts';
import { browserUnderTest } from './driver/browser-under-test.ts';
import { findAxeViolations } from './driver/find-axe-violations.ts';
import type { Page } from './driver/page.ts';
import { type ProbeExtension, writeProbeExtension } from './driver/probe-extension.ts';
import { waitUntil } from './driver/wait-until.ts';

describe(`the driver in ${browserUnderTest}`, () => {
  let helpdesk: Helpdesk;
  let probe: ProbeExtension;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    helpdesk = await startHelpdesk({ port: 0, sendDelayMs: 0 });
    probe = await writeProbeExtension();
    browser = await openBrowser(browserUnderTest, {
      extensionDir: probe.dir,
      build: 'release',
      hostRules: { 'desk.test': '127.0.0.1' },
      colorScheme: 'dark',
    });
    page = await browser.newPage(`http://desk.test:${helpdesk.port}/tickets`);
  });
  afterAll(async () => {
    await browser?.close();
    await probe?.remove();
    await helpdesk?.close();
  });

  /** Presses the button in a root, and returns the answer that the background gives to that press. */
  const ask = async (host: string): Promise<{ asked: number; life: string }> => {
    const out = `${host} >>> output`;
    const before = await page.text(out);
    await page.click(`${host} >>> button`);
    const answer = await waitUntil('an answer', async () => {
      const now = await page.text(out);
      return now !== before && now;
    });
    const [asked = '', life = ''] = answer.split(' ');
    return { asked: Number(asked), life };
  };

  it('opens a page by a made-up name, which the browser does not trust, in the colours asked for', async () => {
    expect(await page.url()).toBe(`http://desk.test:${helpdesk.port}/tickets`);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  });

  it.each(['open', 'closed'])('clicks, types and presses chords in a shadow root that is %s', async (mode) => {
    const field = `probe-${mode} >>> input`;
    await page.click(field);
    await page.type('Bună, 你好 ');
    await page.press('Control+a');
    await page.press('Control+c');
    await page.press('End');
    await page.press('Control+v');
    expect(await page.read(field, ([input]) => (input as HTMLInputElement).value)).toBe('Bună, 你好 Bună, 你好 ');
    expect(await ask(`probe-${mode}`)).toMatchObject({ asked: expect.any(Number) });
    expect(await page.box(`probe-${mode} >>> button`)).toMatchObject({ width: expect.any(Number) });
  });

  it('ends the background, which comes back to life when asked', async () => {
    const { life } = await ask('probe-open');
    await browser.killBackground();
    const next = await ask('probe-open');
    expect(next.asked).toBe(1);
    expect(next.life).not.toBe(life);
  });

  it('opens a page of the extension', async () => {
    const own = await browser.openExtensionPage('page.html');
    await own.click('button');
    await own.waitFor('output');
    expect(await own.text('output')).toMatch(/^\d+ [\w-]+$/);
    expect(await own.url()).toBe(browser.extensionUrl('page.html'));
    await own.close();
  });

  it('says what stands in the way of a click, and what a page threw', async () => {
    await page.evaluate(() => {
      const cover = document.createElement('div');
      cover.className = 'cover';
      cover.style.cssText = 'position: fixed; inset: 0; z-index: 10000';
      document.documentElement.append(cover);
    });
    await expect(page.click('a[href^="/tickets/"]', { timeoutMs: 300 })).rejects.toThrow('class="cover"');
    await page.evaluate(() => document.querySelector('.cover')?.remove());
    const thrown = page.evaluate(() => {
      throw new Error('torn');
    });
    await expect(thrown).rejects.toThrow('torn');
    expect(page.errors).toEqual([]);
  });

  it('finds what axe objects to, in an open shadow root too', async () => {
    const found = await findAxeViolations(page, 'probe-open');
    expect(found.join('\n')).toContain('probe-open input');
  });

  it('follows a link that opens a tab', async () => {
    await page.evaluate((url) => {
      const link = document.createElement('a');
      Object.assign(link, { href: url, target: '_blank', textContent: 'another tab', id: 'probe-link' });
      link.style.cssText = 'position: fixed; top: 9px; right: 9px; z-index: 9999';
      document.documentElement.append(link);
    }, `${helpdesk.url}/tickets?tab=2`);
    await page.click('#probe-link');
    const tab = await browser.waitForPage('tab=2');
    await tab.waitFor('body');
    await tab.close();
  });
});
