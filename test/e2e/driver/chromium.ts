import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CDPSession, chromium, type Page as PlaywrightPage } from 'playwright-core';
import type { Browser, LaunchOptions } from './browser.ts';
import { chromiumExtensionId } from './extension-build.ts';
import { createPage, type Page } from './page.ts';
import { runByCdp } from './run-by-cdp.ts';
import { waitUntil } from './wait-until.ts';

const quietFlags = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--disable-features=HttpsUpgrades',
];

/** The command line for the extension and for a machine without a network. */
export function chromiumFlags({ extension, hostRules = {}, locale }: Partial<LaunchOptions>): string[] {
  const rules = Object.entries(hostRules).map(([host, address]) => `MAP ${host} ${address}`);
  return [
    ...quietFlags,
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
    ...(rules.length > 0 ? [`--host-resolver-rules=${rules.join(',')}`] : []),
    ...(locale ? [`--lang=${locale}`] : []),
  ];
}

/** A new profile in developer mode: without it, Chromium blocks an unpacked extension that reloads itself. */
async function newProfile(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'yesward-chromium-'));
  await mkdir(join(profile, 'Default'));
  const preferences = { extensions: { ui: { developer_mode: true } } };
  await writeFile(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
  return profile;
}

/** Opens Chromium (`CHROMIUM_PATH`, or Debian's) with the extension loaded unpacked. */
export async function openChromium(options: LaunchOptions): Promise<Browser> {
  const { extension, headed = false, display, colorScheme = 'light', reducedMotion = false, locale } = options;
  const profile = options.profileDir ?? (await newProfile());
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    headless: !headed,
    handleSIGINT: !options.leavesInterrupt,
    args: chromiumFlags(options),
    ignoreDefaultArgs: ['--disable-extensions', '--disable-back-forward-cache'],
    env: {
      ...process.env,
      ...(display ? { DISPLAY: display } : {}),
      ...(locale ? { LANGUAGE: locale.replace('-', '_') } : {}),
    },
    viewport: options.viewport,
    colorScheme,
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    ...(locale ? { locale } : {}),
  });
  const first = context.pages()[0] ?? (await context.newPage());
  const extensionUrl = (path: string) => `chrome-extension://${chromiumExtensionId(extension)}/${path}`;

  const wrapped = new Map<PlaywrightPage, Promise<Page>>();
  const wrap = (page: PlaywrightPage): Promise<Page> => {
    const known = wrapped.get(page) ?? chromiumPage(page, options.closedRoots);
    wrapped.set(page, known);
    return known;
  };
  const newPage = async (url?: string): Promise<Page> => {
    const page = await wrap(await context.newPage());
    if (url) await page.goto(url);
    return page;
  };

  return {
    kind: 'chromium',
    newPage,
    extensionUrl,
    openExtensionPage: (path) => newPage(extensionUrl(path)),
    waitForPage: async (part) =>
      wrap(await waitUntil(`a tab at ${part}`, () => context.pages().find((page) => page.url().includes(part)))),
    killBackground: async () => stopWorkers(await context.newCDPSession(first), extensionUrl('')),
    close: async () => {
      await context.close();
      if (!options.profileDir) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const ASK_AGAIN_MS = 1_000;

interface WorkerVersion {
  readonly versionId: string;
  readonly scriptURL: string;
  readonly runningStatus: string;
}

/** Stops every worker, then waits until Chromium says that the extension's has: a message may start it again at once. */
async function stopWorkers(session: CDPSession, extensionOrigin: string): Promise<void> {
  const hasStopped = new Map<string, boolean>();
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }: { versions: readonly WorkerVersion[] }) => {
    for (const { versionId, scriptURL, runningStatus } of versions)
      if (scriptURL.startsWith(extensionOrigin))
        hasStopped.set(versionId, hasStopped.get(versionId) || runningStatus === 'stopped');
  });
  await session.send('ServiceWorker.enable');
  const isOver = () => hasStopped.size > 0 && ![...hasStopped.values()].includes(false);
  let askedAt = Number.NEGATIVE_INFINITY;
  await waitUntil('the background worker to stop', async () => {
    // A worker that is just starting may not heed the first word, and a stop within a start may go untold.
    if (performance.now() - askedAt > ASK_AGAIN_MS) {
      await session.send('ServiceWorker.stopAllWorkers');
      askedAt = performance.now();
    }
    return isOver();
  });
  await session.detach();
}

async function chromiumPage(page: PlaywrightPage, closedRoots: boolean): Promise<Page> {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const session = await page.context().newCDPSession(page);
  return createPage(
    {
      run: (source, withClosedRoots) => runByCdp(session, source, withClosedRoots),
      goto: async (url) => void (await page.goto(url)),
      mouse: {
        move: (x, y) => page.mouse.move(x, y),
        down: () => page.mouse.down(),
        up: () => page.mouse.up(),
        wheel: ({ deltaX, deltaY }) => page.mouse.wheel(deltaX, deltaY),
      },
      keyboard: page.keyboard,
      screenshot: async (path) => void (await page.screenshot({ path })),
      setViewport: (viewport) => page.setViewportSize(viewport),
      toFront: () => page.bringToFront(),
      close: () => page.close(),
    },
    errors,
    closedRoots,
  );
}
