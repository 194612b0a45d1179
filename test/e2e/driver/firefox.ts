import puppeteer, { type Browser as PuppeteerBrowser, type Page as PuppeteerPage } from 'puppeteer-core';
import type { BackgroundWatch } from './background-watch.ts';
import { runByBidi, sendBidi } from './bidi.ts';
import type { Browser, LaunchOptions } from './browser.ts';
import { geckoId, geckoUuid } from './extension-build.ts';
import { createPage, type Page, type Viewport } from './page.ts';
import { waitUntil } from './wait-until.ts';

function preferences(options: LaunchOptions): Record<string, string | number | boolean> {
  const { hostRules = {}, colorScheme = 'light', reducedMotion = false, locale } = options;
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: geckoUuid }),
    'extensions.webextensions.keepUuidOnUninstall': true,
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextOptionalPermissionPrompts': options.realPrompts === true,
    'network.dns.localDomains': Object.keys(hostRules).join(','),
    'dom.security.https_first': false,
    'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
    'ui.prefersReducedMotion': reducedMotion ? 1 : 0,
    'browser.shell.checkDefaultBrowser': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'app.update.disabledForTesting': true,
    ...(locale ? { 'intl.accept_languages': locale, 'intl.locale.requested': locale } : {}),
  };
}

export interface FirefoxBrowser extends Browser {
  watchBackground(): Promise<BackgroundWatch>;
}

/** Opens Firefox (`FIREFOX_PATH`, or Debian's) with the extension installed for this run. */
export async function openFirefox(options: LaunchOptions): Promise<FirefoxBrowser> {
  const { extension, headed = false, display, profileDir, viewport } = options;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
    headless: !headed,
    handleSIGINT: !options.leavesInterrupt,
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: preferences(options),
    env: { ...process.env, ...(display ? { DISPLAY: display } : {}) },
    defaultViewport: null,
    ...(profileDir ? { userDataDir: profileDir } : {}),
  });
  await browser.installExtension(extension);

  const wrapped = new Map<PuppeteerPage, Promise<Page>>();
  const wrap = (page: PuppeteerPage): Promise<Page> => {
    const known = wrapped.get(page) ?? firefoxPage(page, options.closedRoots, viewport);
    wrapped.set(page, known);
    return known;
  };
  const newPage = async (url?: string): Promise<Page> => {
    const page = await wrap(await browser.newPage());
    if (url) await page.goto(url);
    return page;
  };
  const extensionUrl = (path: string) => `moz-extension://${geckoUuid}/${path}`;
  return {
    kind: 'firefox',
    newPage,
    extensionUrl,
    openExtensionPage: (path) => newPage(extensionUrl(path)),
    waitForPage: async (part) => {
      // A closed tab may still be listed: it has no address.
      const addressOf = (page: PuppeteerPage) => runByBidi(page, '() => location.href', false).catch(() => '');
      const find = async () => {
        for (const page of await browser.pages()) if (String(await addressOf(page)).includes(part)) return page;
        return null;
      };
      return wrap(await waitUntil(`a tab at ${part}`, find));
    },
    killBackground: () => terminateBackground(browser),
    watchBackground: () => watchEventPage(browser),
    close: () => browser.close(),
  };
}

/** Calls a function, given as text, with the extension's id in the browser's own window, which `-remote-allow-system-access` opens. */
async function callInChrome(browser: PuppeteerBrowser, functionDeclaration: string): Promise<unknown> {
  const tree = (await sendBidi(browser, 'browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
    readonly contexts: readonly { readonly context: string }[];
  };
  const answer = (await sendBidi(browser, 'script.callFunction', {
    functionDeclaration,
    arguments: [{ type: 'string', value: geckoId }],
    target: { context: tree.contexts[0]?.context },
    awaitPromise: true,
  })) as {
    readonly type: string;
    readonly result?: { readonly value?: unknown };
    readonly exceptionDetails?: { readonly text: string };
  };
  if (answer.type !== 'success') throw new Error(`Firefox refused: ${answer.exceptionDetails?.text}`);
  return answer.result?.value;
}

/** Ends the event page. */
async function terminateBackground(browser: PuppeteerBrowser): Promise<void> {
  await callInChrome(
    browser,
    `async (id) => {
      const { extension } = WebExtensionPolicy.getByID(id);
      await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
    }`,
  );
}

/** Counts starts inside the browser, so that none between two questions is missed. */
async function watchEventPage(browser: PuppeteerBrowser): Promise<BackgroundWatch> {
  const read = async () =>
    JSON.parse(
      String(
        await callInChrome(
          browser,
          `(id) => {
            const { extension } = WebExtensionPolicy.getByID(id);
            if (!extension.startsSeen) {
              extension.startsSeen = { count: 0 };
              extension.on('background-script-started', () => { extension.startsSeen.count++; });
            }
            return JSON.stringify({ count: extension.startsSeen.count, state: extension.backgroundState });
          }`,
        ),
      ),
    ) as { readonly count: number; readonly state: string };
  await read();
  return {
    starts: async () => (await read()).count,
    isRunning: async () => (await read()).state !== 'stopped',
  };
}

async function firefoxPage(page: PuppeteerPage, closedRoots: boolean, viewport: Viewport): Promise<Page> {
  const errors: string[] = [];
  page.on('pageerror', (error) => {
    const message = error instanceof Error ? error.message : String(error);
    // Firefox reports what a page's policy refused in the same way; Chromium does not.
    if (!message.startsWith('Content-Security-Policy')) errors.push(message);
  });
  await page.setViewport(viewport);
  return createPage(
    {
      run: (source, withClosedRoots) => runByBidi(page, source, withClosedRoots),
      goto: (url) => openAddress(page, url),
      mouse: {
        move: (x, y) => page.mouse.move(x, y),
        down: () => page.mouse.down(),
        up: () => page.mouse.up(),
        wheel: (options) => page.mouse.wheel(options),
      },
      keyboard: {
        down: (key) => page.keyboard.down(key as Parameters<typeof page.keyboard.down>[0]),
        up: (key) => page.keyboard.up(key as Parameters<typeof page.keyboard.up>[0]),
        type: (text) => page.keyboard.type(text),
      },
      screenshot: async (path) => void (await page.screenshot({ path: path as `${string}.png` })),
      setViewport: (size) => page.setViewport(size),
      toFront: () => page.bringToFront(),
      close: () => page.close(),
    },
    errors,
    closedRoots,
  );
}

/** Firefox reports no load event for its extension pages, so those are asked whether they are ready. */
async function openAddress(page: PuppeteerPage, url: string): Promise<void> {
  if (!url.startsWith('moz-extension:')) return void (await page.goto(url));
  const { _id: context } = page.mainFrame() as unknown as { readonly _id: string };
  await sendBidi(page.browser(), 'browsingContext.navigate', { context, url, wait: 'none' });
  const state = '() => ({ url: location.href, isReady: document.readyState === "complete" })';
  await waitUntil(`${url} to load`, async () => {
    const now = (await runByBidi(page, state, false)) as { url: string; isReady: boolean };
    return now.isReady && now.url.startsWith(url);
  });
}
