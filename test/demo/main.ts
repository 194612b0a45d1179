// `npm run demo`: the extension on the demo helpdesk or on a real CRM. With a display it stays open to be tried; without
// one it takes pictures of each step and ends.
import { rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type CrmName, type RunningCrm, startCrm } from '#test/crm/crm-server.ts';
import { logInByForm } from '#test/crm/log-in-by-form.ts';
import { type Browser, openBrowser } from '#test/e2e/driver/browser.ts';
import { loadDemoArticles } from '#test/e2e/fixture/load-articles.ts';
import { buildExtension } from '#test/run/extension-builds.ts';
import { root } from '#test/run/run-tool.ts';
import { type DemoOptions, demoUsage, parseDemoOptions } from './demo-options.ts';
import type { Helpdesk } from './helpdesk/server.ts';
import { openHelpdesk } from './open-helpdesk.ts';
import { takeTour } from './take-tour.ts';
import { crmDemoTicket, tourCrm } from './tour-crm.ts';
import { tourHelpdesk, tourInTheDark } from './tour-helpdesk.ts';

const folder = join(root, '.artifacts/demo');

interface Scene extends DemoOptions {
  readonly helpdesk: Helpdesk;
  readonly running: { readonly name: CrmName; readonly crm: RunningCrm } | null;
}

function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function openWithArticles({ browser: kind, helpdesk }: Scene, colorScheme: 'light' | 'dark' | null) {
  // A person's own window keeps the machine's colours and moves; a picture must not catch a fade half way.
  const browser = await openBrowser(kind, {
    leavesInterrupt: true,
    locale: 'en-US',
    ...(colorScheme ? { colorScheme, reducedMotion: true } : { headed: true }),
  });
  try {
    console.log(`${await loadDemoArticles(browser, helpdesk.url)} articles imported through the options page.`);
    return browser;
  } catch (failure) {
    await browser.close();
    throw failure;
  }
}

async function takePictures(scene: Scene): Promise<void> {
  const { helpdesk, running } = scene;
  await rm(folder, { recursive: true, force: true });
  const inColours = async (scheme: 'light' | 'dark', tour: (browser: Browser) => Promise<number>): Promise<number> => {
    const browser = await openWithArticles(scene, scheme);
    try {
      return await tour(browser);
    } finally {
      await browser.close();
    }
  };
  const next = await inColours('light', async (browser) =>
    takeTour(
      running ? await tourCrm(browser, running.name, running.crm) : await tourHelpdesk(browser, helpdesk),
      folder,
    ),
  );
  await inColours('dark', async (browser) => {
    const steps = running ? await tourCrm(browser, running.name, running.crm) : await tourInTheDark(browser, helpdesk);
    const dark = steps.map((step) => ({ ...step, name: step.name === 'dark' ? step.name : `dark ${step.name}` }));
    return takeTour(dark, folder, next);
  });
  console.log(`\nNo display here, so this was a tour in pictures: ${relative(process.cwd(), folder)}/`);
}

const thingsToTry = `Try:
  Insert answer         the article goes into the reply, before the signature; Ctrl+Z takes it back
  a card's title        opens its steps; each can be inserted by itself
  search "goodwill"     an internal article, which is stopped in a public reply
  Alt+Shift+Y           opens and closes the panel (Alt+Shift+K searches, U and L insert, ? shows all)
  the popup and options in the browser's own toolbar`;

async function stayOpen(scene: Scene): Promise<void> {
  const { helpdesk, running } = scene;
  const interrupted = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  const browser = await openWithArticles(scene, null);
  try {
    const page = await browser.newPage();
    if (running) await logInByForm(page, running.name, running.crm);
    await page.goto(running ? running.crm.ticketUrl(crmDemoTicket) : `${helpdesk.url}/tickets/1001`);
    if (running) console.log(`\n${running.crm.url}  (log in: ${Object.values(running.crm.login).join(' / ')})`);
    console.log(`\n${helpdesk.url}/tickets  the demo helpdesk; its articles are under ${helpdesk.url}/kb/`);
    console.log(`${browser.extensionUrl('options.html')}  the options page\n\n${thingsToTry}\n\nCtrl+C ends it.`);
    await interrupted;
  } finally {
    await browser.close();
  }
}

async function bringUp(name: CrmName): Promise<Scene['running']> {
  console.log(`Bringing up ${name}; the first time installs its Debian package, which takes minutes …`);
  const crm = await startCrm(name, { fresh: true });
  if (crm.ok) return { name, crm };
  throw new Error(`This machine can't run that CRM. ${crm.reason}\nThe demo helpdesk runs anywhere: npm run demo`);
}

async function demo(options: DemoOptions): Promise<void> {
  const { failures, note } = await buildExtension(options.browser, 'e2e');
  if (failures[0]) throw new Error(failures[0].message);
  console.log(`Extension built for ${options.browser}${note ? ` (${note})` : ''}.`);
  const running = options.crm ? await bringUp(options.crm) : null;
  try {
    const helpdesk = await openHelpdesk();
    try {
      const scene = { ...options, helpdesk, running };
      await (hasDisplay() ? stayOpen(scene) : takePictures(scene));
    } finally {
      await helpdesk.close();
    }
  } finally {
    await running?.crm.stop();
  }
}

const args = process.argv.slice(2);
const parsed = parseDemoOptions(args);
if (args.includes('--help')) console.log(`npm run demo -- [options]\n${demoUsage}`);
else if (!parsed.ok) {
  console.error(parsed.message);
  process.exitCode = 2;
} else {
  try {
    await demo(parsed.options);
  } catch (failure) {
    console.error(failure instanceof Error ? failure.message : failure);
    process.exitCode = 1;
  }
}
