import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { en } from '#lib/i18n/en.ts';
import type { Browser } from '#test/e2e/driver/browser.ts';
import { desk, type OpenDesk, openDesk } from './fixture/desk.ts';
import { openLoadedBrowser } from './fixture/open-browser.ts';
import { cardNumber, cardPart, inOverlay, parts } from './fixture/overlay-parts.ts';

const internal = 'Retention: what you may offer a customer who wants to leave';
const stale = 'Boost your Wi-Fi with a powerline kit';
const staleInternal = 'Parcel shown as delivered but not received: investigation';
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

async function switchToNote(): Promise<void> {
  await open.page.click(desk.internalNote);
  await open.page.waitFor('[data-active="true"] [data-test-id="composer"][data-channel="internal"]');
}

test('an internal article is stopped on its way into a public reply, and goes in when the agent insists', async () => {
  const { page } = open;
  await open.openTicket('1022');
  const before = await open.reply();
  const number = await cardNumber(page, internal);
  await page.click(cardPart(number, 'insert-answer'));
  expect(await page.text(`${parts.caution} p`)).toBe(en.confirm.internal);
  expect(await open.reply()).toBe(before);

  await page.click(inOverlay('[data-part="caution"] .button:not(.is-danger)'));
  await page.waitForGone(parts.caution);
  expect(await open.reply()).toBe(before);

  await page.click(cardPart(number, 'insert-link'));
  await page.waitFor(parts.caution);
  await browser.killBackground();
  await page.click(parts.insertAnyway);
  expect(await page.text(parts.toast)).toBe(en.toast.linkInserted);
  expect(await open.reply()).toContain(internal);
});

test('an internal article goes into an internal note without a question', async () => {
  const { page } = open;
  await open.openTicket('1022');
  await switchToNote();
  await page.click(cardPart(await cardNumber(page, internal), 'insert-answer'));
  expect(await page.text(parts.toast)).toBe(en.toast.answerInserted);
  expect(await page.count(parts.caution)).toBe(0);
  const sent = await open.send('1022');
  expect(sent.mode).toBe('internal');
});

test('an article out of date asks first and says its age', async () => {
  const { page } = open;
  await open.openTicket('1003');
  const before = await open.reply();
  await page.click(cardPart(await cardNumber(page, stale), 'insert-answer'));
  expect(await page.text(`${parts.caution} p`)).toMatch(/last checked [\d,]+ days ago/);
  expect(await open.reply()).toBe(before);
  await page.click(parts.insertAnyway);
  expect(await page.text(parts.toast)).toBe(en.toast.answerInserted);
  expect(await open.reply()).not.toBe(before);
});

test('a "yes" to an old article in a note is no "yes" to an internal one in a public reply', async () => {
  const { page } = open;
  await open.openTicket('1023');
  await switchToNote();
  await page.click(cardPart(await cardNumber(page, staleInternal), 'insert-answer'));
  expect(await page.text(`${parts.caution} p`)).toMatch(/days ago/);
  await page.click('[data-active="true"] [data-test-id="channel-public"]');
  await page.waitFor('[data-active="true"] [data-test-id="composer"][data-channel="public"]');
  const before = await open.reply();
  await page.click(parts.insertAnyway);
  await page.waitFor(inOverlay('.caution.is-internal'));
  expect(await page.text(`${parts.caution} p`)).toBe(en.confirm.internal);
  expect(await open.reply()).toBe(before);
});
