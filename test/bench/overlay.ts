import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Ticket } from '#lib/domain/ticket.ts';
import { createRouter, type Handlers } from '#lib/messaging/router.ts';
import { startHelpdesk } from '#test/demo/helpdesk/server.ts';
import { type Browser, openBrowser } from '#test/e2e/driver/browser.ts';
import { buildDir } from '#test/e2e/driver/extension-build.ts';
import type { Page } from '#test/e2e/driver/page.ts';
import { desk, waitForCards } from '#test/e2e/fixture/desk.ts';
import { askBackground, writeRelayBuild } from '#test/e2e/fixture/relay-build.ts';
import { type Figure, figure, percentile } from './figure.ts';
import { loadMadeArticles } from './load-made-articles.ts';
import { makeTicketTexts } from './make-articles.ts';

type Print = (figure: Figure) => void;

const WARM = 100;
const COLD = 40;
const GATE_CHECKS = 5_000;
const LONG_TASK_MS = 50;

function ticketOf(text: string, number: number): Ticket {
  const message = { id: '1', role: 'customer' as const, author: 'Ana', text, links: [] };
  return {
    id: String(number),
    subject: text.slice(0, 60),
    requester: 'Ana',
    status: 'open',
    tags: [],
    messages: [message],
    composerMode: 'public',
    isComplete: true,
  };
}

function printShares(
  print: Print,
  name: string,
  times: readonly number[],
  peers: readonly number[] | null = null,
): void {
  for (const [label, share] of [
    ['p50', 0.5],
    ['p95', 0.95],
  ] as const)
    print(figure(`overlay ${name} ${label}`, 'ms', percentile(times, share), peers && percentile(peers, share)));
}

async function printSizes(print: Print): Promise<void> {
  for (const file of ['ticket.js', 'overlay.js', 'background.js']) {
    const bytes = await readFile(join(buildDir('chromium', 'release'), file));
    print(figure(`overlay ${file} gzip`, 'kB', gzipSync(bytes, { level: 9 }).length / 1_000));
  }
}

/** The message gate alone, on a ticket of usual length. */
async function printGate(print: Print): Promise<void> {
  const [text = ''] = makeTicketTexts(1);
  const message = { name: 'ticket.opened', body: { ticket: ticketOf(text, 1), carriesThread: false } };
  const handlers = { 'ticket.opened': async () => ({ articleCount: 0, cards: [] }) } as unknown as Handlers;
  const self = { id: 'a', origin: 'chrome-extension://a' };
  const route = createRouter({ self, isGranted: async () => true, handlers, codeOf: () => 'failed' });
  const sender = { id: 'a', origin: 'https://crm.example', frameId: 0, tabId: 1 };
  const times: number[] = [];
  for (let check = 0; check < GATE_CHECKS; check++) {
    const start = performance.now();
    await route(message, sender);
    times.push(performance.now() - start);
  }
  printShares(print, 'gate check', times);
}

/** From a ticket read to its ranked cards, background alive and after a kill, the latter beside a wake that does nothing. */
async function printCards(browser: Browser, page: Page, count: number, print: Print): Promise<void> {
  print(figure(`overlay import ${count} articles`, 's', (await loadMadeArticles(browser, count)) / 1_000));
  const texts = [...makeTicketTexts(WARM + COLD)];
  const open = async (number: number) => {
    const body = { ticket: ticketOf(texts[number] ?? '', number), carriesThread: false };
    const { answer, ms } = await askBackground(page, { name: 'ticket.opened', body });
    if (!answer.ok) throw new Error(`no cards: ${answer.code}`);
    return ms;
  };
  const warm: number[] = [];
  for (let number = 0; number < WARM; number++) warm.push(await open(number));
  printShares(print, `cards warm at ${count}`, warm.slice(1));
  const cold: number[] = [];
  const bare: number[] = [];
  for (let number = 0; number < COLD; number++) {
    await browser.killBackground();
    cold.push(await open(WARM + number));
    await browser.killBackground();
    bare.push((await askBackground(page, { name: 'access.checked', body: {} })).ms);
  }
  printShares(print, `cards after a kill at ${count} vs bare wake`, cold, bare);
}

async function longTasks(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const found = performance
      .getEntriesByName('test-long-task')
      .map((mark) => Number((mark as PerformanceMark).detail));
    performance.clearMarks('test-long-task');
    return found;
  });
}

/** Tasks over 50 ms while a ticket opens and a long reply is typed; the same on a host that is not enabled. */
async function typingTasks(browser: Browser, url: string, isEnabled: boolean): Promise<number[]> {
  const page = await browser.newPage(`${url}/tickets`);
  await page.waitFor(desk.row('1001'));
  await page.evaluate(() => {
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) performance.mark('test-long-task', { detail: duration });
    }).observe({ type: 'longtask' });
  });
  await page.click(desk.row('1001'));
  if (isEnabled) await waitForCards(page, '1001');
  await page.waitFor(desk.field);
  await page.click(`${desk.field} > p:first-child`);
  await page.type('A long reply, written without a pause, as an agent in a hurry does. '.repeat(30));
  const tasks = await longTasks(page);
  await page.close();
  return tasks;
}

/** Measures the overlay in Chromium. `args`: how many articles, by default 10000 and 100000. */
export async function benchOverlay(args: readonly string[], print: Print): Promise<void> {
  const counts = args.length > 0 ? args.map(Number) : [10_000, 100_000];
  await printSizes(print);
  await printGate(print);
  const [helpdesk, build] = await Promise.all([startHelpdesk({ port: 0 }), writeRelayBuild('chromium')]);
  const hostRules = { 'desk.example': '127.0.0.1' } as const;
  try {
    for (const count of counts) {
      const browser = await openBrowser('chromium', { extensionDir: build.dir, locale: 'en-US', hostRules });
      try {
        // It opens after an installation, in any tab that is still empty.
        await browser.waitForPage('options.html');
        const page = await browser.newPage(`${helpdesk.url}/tickets`);
        await printCards(browser, page, count, print);
        const ours = await typingTasks(browser, helpdesk.url, true);
        const without = await typingTasks(browser, `http://desk.example:${helpdesk.port}`, false);
        const over = (tasks: readonly number[]) => tasks.filter((ms) => ms > LONG_TASK_MS).length;
        print(figure(`overlay long tasks while typing at ${count} vs without`, '', over(ours), over(without)));
      } finally {
        await browser.close();
      }
    }
  } finally {
    await helpdesk.close();
    await build.remove();
  }
}
