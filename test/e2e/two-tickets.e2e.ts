import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { en } from '#lib/i18n/en.ts';
import type { Browser } from '#test/e2e/driver/browser.ts';
import { articleTitled } from './fixture/demo-article.ts';
import { desk, type OpenDesk, openDesk, waitForCards } from './fixture/desk.ts';
import { openLoadedBrowser } from './fixture/open-browser.ts';
import { cardPart, hostSelector, parts } from './fixture/overlay-parts.ts';
import { startWatching, stopWatching } from './fixture/watch-frames.ts';

const fieldOf = (ticketId: string) => `[data-test-id="ticket-pane-${ticketId}"] [data-test-id="composer-rich-text"]`;
const languages = new Map([
  ['1001', 'en'],
  ['2001', 'zh'],
  ['4001', 'ro'],
]);
let browser: Browser;
let open: OpenDesk;
beforeAll(async () => {
  browser = await openLoadedBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  open = await openDesk(browser);
});
afterEach(() => open.close());

test('with two tickets in the page, cards and insertion belong to the one in view', async () => {
  const { page } = open;
  await open.openTicket('4001');
  await open.openTicket('1001');
  expect(await page.count('.pane')).toBe(2);
  const other = await page.text(fieldOf('4001'));
  await page.click(cardPart(1, 'insert-link'));
  expect(await page.text(parts.toast)).toBe(en.toast.linkInserted);
  expect(await page.read(`${fieldOf('1001')} a`, (links) => links.length)).toBe(1);
  expect(await page.text(fieldOf('4001'))).toBe(other);

  // Back to the first, whose pane stands before the other's in the document.
  await open.openTicket('4001');
  expect(articleTitled(await page.text(cardPart(1, 'card-title'))).language).toBe('ro');
  await page.click(cardPart(1, 'insert-link'));
  await page.waitFor(`${fieldOf('4001')} a`);
  expect(await page.read(`${fieldOf('1001')} a`, (links) => links.length)).toBe(1);
});

test.each([
  { name: 'the background alive', isKilled: false },
  { name: 'the background killed at each', isKilled: true },
])('switching quickly, $name, no frame shows one ticket with the cards of another', async ({ isKilled }) => {
  const { page } = open;
  for (const ticketId of languages.keys()) await open.openTicket(ticketId);
  await startWatching(page, hostSelector);
  for (const ticketId of ['1001', '4001', '2001', '1001', '2001', '4001', '1001']) {
    if (isKilled) await browser.killBackground();
    await page.click(desk.row(ticketId));
  }
  await waitForCards(page, '1001');
  const frames = await stopWatching(page);
  expect(new Set(frames.map(({ ticketId }) => ticketId))).toEqual(new Set(languages.keys()));
  const foreign = frames.filter(({ ticketId, titles }) =>
    titles.some((title) => !articleTitled(title).language.startsWith(languages.get(ticketId) ?? '-')),
  );
  expect(foreign).toEqual([]);
});

test('an answer that is still being read when the agent moves on does not land in the next ticket', async () => {
  const { page } = open;
  await open.openTicket('4001');
  await open.openTicket('1001');
  const untouched = await page.text(fieldOf('4001'));
  await browser.killBackground();
  await page.click(cardPart(1, 'insert-answer'));
  await page.click(desk.row('4001'));
  await page.waitFor(parts.toast);
  expect([en.toast.answerInserted, en.toast.otherTicket]).toContain(await page.text(parts.toast));
  expect(await page.text(fieldOf('4001'))).toBe(untouched);
});
