import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { en } from '#lib/i18n/en.ts';
import type { Browser } from '#test/e2e/driver/browser.ts';
import { waitUntil } from '#test/e2e/driver/wait-until.ts';
import { articleTitled } from './fixture/demo-article.ts';
import { desk, type OpenDesk, openDesk, waitForCards } from './fixture/desk.ts';
import { openLoadedBrowser } from './fixture/open-browser.ts';
import { cardPart, chooseInMenu, inOverlay, parts } from './fixture/overlay-parts.ts';

const titles = inOverlay('.cards [data-part="card-title"]');
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

/** What the options page says was kept, newest first. */
async function keptRows(): Promise<string[]> {
  const options = await browser.openExtensionPage('options.html#activity');
  await options.waitFor('tbody tr');
  const rows = await options.texts('tbody tr');
  await options.close();
  return rows;
}

test('a card says why, how fresh, for whom, and in which language', async () => {
  await open.openTicket('1003');
  const card = (number: number) => inOverlay(`[data-part="card"]:nth-child(${number})`);
  const shown = await open.page.texts(parts.card);
  expect(shown).toHaveLength(3);
  const customer = (await open.page.texts('[data-author-type="end-user"] [data-test-id="message-body"]')).join(' ');
  for (const number of [1, 2, 3]) {
    const why = await open.page.text(`${card(number)} .why`);
    expect(why.startsWith('Matches: ')).toBe(true);
    const words = why.slice('Matches: '.length).split(' · ');
    const subject = await open.page.text('[data-active="true"] [data-test-id="ticket-subject"]');
    for (const word of words) expect(`${subject} ${customer}`.toLowerCase()).toContain(word.toLowerCase());
    expect(await open.page.texts(`${card(number)} .badge`)).toEqual(expect.arrayContaining([en.card.public, 'en']));
  }
  const outdated = shown.findIndex((text) => text.startsWith('Boost your Wi-Fi with a powerline kit'));
  expect(await open.page.text(`${card(outdated + 1)} .is-stale`)).toContain(en.card.stale);
  expect(await open.page.count(inOverlay('.cards .is-stale'))).toBe(1);
});

test('an article already sent in the thread is marked and comes last', async () => {
  await open.openTicket('1006');
  const cards = await open.page.texts(parts.card);
  const marked = cards.filter((text) => text.includes(en.card.alreadySent));
  expect(marked).toHaveLength(1);
  expect(cards.at(-1)).toBe(marked[0]);
  expect(cards.at(-1)).toContain('Slow broadband: find out where the speed is lost');
});

test.each([
  ['2001', /^zh/, 'zh-Hans'],
  ['3001', /^zh/, 'zh-Hant'],
  ['4001', /^ro$/, 'ro'],
])('ticket %s gets articles in its language', async (ticketId, all, first) => {
  await open.openTicket(ticketId);
  const languages = (await open.page.texts(titles)).map((title) => articleTitled(title).language);
  expect(languages.length).toBeGreaterThanOrEqual(3);
  expect(languages[0]).toBe(first);
  for (const language of languages) expect(language).toMatch(all);
});

test('"not for this ticket" removes a card for good, on this ticket alone', async () => {
  const { page } = open;
  await open.openTicket('1005');
  const dismissed = await page.text(cardPart(1, 'card-title'));
  await chooseInMenu(page, 1, en.card.dismiss);
  expect(await page.text(parts.toast)).toBe(en.toast.dismissed);
  const isGone = async () => !(await page.texts(titles)).includes(dismissed);
  await waitUntil('the card to go', isGone);
  expect(await page.count(parts.card)).toBe(3);

  await browser.killBackground();
  await page.goto(await page.url());
  await waitForCards(page, '1005');
  expect(await isGone()).toBe(true);

  // Ticket 1001 is about the same light: there the article still comes.
  await open.openTicket('1001');
  expect(await page.texts(titles)).toContain('What the light on your Hub 3 means');
});

test('helpful and flags are said to be saved only once they are, and are kept', async () => {
  const { page } = open;
  await open.openTicket('1013');
  const title = await page.text(cardPart(2, 'card-title'));
  const marks = [
    [en.card.helpful, en.toast.helpful, en.activity.kinds.helpful],
    [en.card.flagWrong, en.toast.flagged, en.activity.kinds['flag-wrong']],
    [en.card.flagOutdated, en.toast.flagged, en.activity.kinds['flag-outdated']],
    [en.card.flagUnclear, en.toast.flagged, en.activity.kinds['flag-unclear']],
  ] as const;
  for (const [entry, said, kept] of marks) {
    await browser.killBackground();
    await chooseInMenu(page, 2, entry);
    expect(await page.text(parts.toast)).toBe(said);
    // Stopped right after the word "saved": what was said holds.
    await browser.killBackground();
    expect((await keptRows())[0]).toMatch(new RegExp(`${kept}\\s+${title.replace(/[?()]/g, '\\$&')}`));
    await page.click(inOverlay('[data-part="toast"] button'));
    await page.waitForGone(parts.toast);
  }
  await page.goto(await page.url());
  await waitForCards(page, '1013');
  await page.click(cardPart(2, 'card-menu'));
  await page.waitFor(parts.openMenu);
  expect(await page.texts(inOverlay(':popover-open [role=menuitem]'))).toContain(en.card.markedHelpful);
});

test('a search finds an article and inserts it', async () => {
  const { page } = open;
  await open.openTicket('1001');
  await page.click(parts.search);
  await page.type('bereavement customer has died');
  await page.waitFor(inOverlay('.cards[aria-label="Search results"][aria-busy="false"]'));
  expect(await page.text(cardPart(1, 'card-title'))).toBe('When a customer has died');
  await page.click(cardPart(1, 'insert-link'));
  expect(await page.text(parts.toast)).toBe(en.toast.linkInserted);
  expect(await open.reply()).toContain('When a customer has died');

  await page.click(parts.search);
  await page.press('Escape');
  await page.waitFor(inOverlay('.cards[aria-label="Articles"]'));
  expect(await page.count(parts.card)).toBe(3);
  expect(await page.read(desk.field, ([field]) => field?.querySelectorAll('a').length)).toBe(1);
});
