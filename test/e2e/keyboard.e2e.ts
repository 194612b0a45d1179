import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { en } from '#lib/i18n/en.ts';
import type { Browser } from '#test/e2e/driver/browser.ts';
import { waitUntil } from '#test/e2e/driver/wait-until.ts';
import { type CommandSender, openCommandSender } from './fixture/command.ts';
import { desk, type OpenDesk, openDesk, waitForCards } from './fixture/desk.ts';
import { focusedPart } from './fixture/focused-part.ts';
import { openLoadedBrowser } from './fixture/open-browser.ts';
import { cardPart, inOverlay, parts } from './fixture/overlay-parts.ts';

/** More stops than the demo's page and the panel have between them. */
const tabLimit = 60;
const separator = inOverlay('[role="separator"]');
let browser: Browser;
let commands: CommandSender;
let open: OpenDesk;
beforeAll(async () => {
  browser = await openLoadedBrowser();
  commands = await openCommandSender(browser);
});
afterAll(() => browser?.close());
beforeEach(async () => {
  open = await openDesk(browser);
});
afterEach(() => open.close());

const waitForFocus = (part: string) =>
  waitUntil(`the focus on ${part}`, async () => (await focusedPart(open.page)) === part);

/** Presses Tab until the focus is there; refuses where it never comes. */
async function tabTo(part: string): Promise<void> {
  for (let pressed = 0; pressed < tabLimit; pressed += 1) {
    if ((await focusedPart(open.page)) === part) return;
    await open.page.press('Tab');
  }
  throw new Error(`${tabLimit} times Tab did not reach ${part}`);
}

async function writeReply(): Promise<void> {
  await open.page.click(`${desk.field} > p:first-child`);
  await open.page.type('Hello');
}

test('from the reply to the panel and back: cards, their text, and the next letter', async () => {
  const { page } = open;
  await open.openTicket('1001');
  await writeReply();
  await commands.send('toggle-panel');
  await waitForFocus('card-title 1');
  await page.press('ArrowDown');
  await waitForFocus('card-title 2');
  await page.press('End');
  await waitForFocus('card-title 3');
  await page.press('ArrowUp');
  await waitForFocus('card-title 2');
  await page.press('Enter');
  await page.waitFor(inOverlay('.body'));
  expect(await page.read(cardPart(2, 'card-title'), ([title]) => title?.getAttribute('aria-expanded'))).toBe('true');
  await page.press('Escape');
  await page.waitForGone(inOverlay('.body'));
  await waitForFocus('card-title 2');
  await page.press('Escape');
  await waitForFocus('composer-rich-text');
  await page.type(' Dana');
  expect(await open.reply()).toMatch(/^Hello Dana/);
});

test('Tab alone reaches the panel, and its buttons insert', async () => {
  const { page } = open;
  await open.openTicket('1001');
  await writeReply();
  await tabTo('card-title 1');
  await page.press('Tab');
  await waitForFocus('insert-answer 1');
  await page.press('Enter');
  expect(await page.text(parts.toast)).toBe(en.toast.answerInserted);
  await waitForFocus('composer-rich-text');
});

test('the first answer and the first link go in by their shortcuts, with the background killed between', async () => {
  const { page } = open;
  await open.openTicket('1001');
  await writeReply();
  const title = await page.text(cardPart(1, 'card-title'));
  await browser.killBackground();
  await commands.send('insert-link');
  expect(await page.text(parts.toast)).toBe(en.toast.linkInserted);
  expect(await open.reply()).toContain(title);
  await waitForFocus('composer-rich-text');
  const withLink = await open.reply();
  await browser.killBackground();
  await commands.send('insert-answer');
  await waitUntil('the answer', async () => (await open.reply()).length > withLink.length);
  await waitForFocus('composer-rich-text');
});

test('a menu opens, moves and closes by keys, and gives the focus back', async () => {
  const { page } = open;
  await open.openTicket('1001');
  await commands.send('toggle-panel');
  await waitForFocus('card-title 1');
  await tabTo('card-menu 1');
  await page.press('Enter');
  await waitForFocus(en.card.showSteps);
  await page.press('ArrowDown');
  await waitForFocus(en.card.copyAnswer);
  await page.press('End');
  await waitForFocus(en.card.flagUnclear);
  await page.press('Escape');
  await waitForFocus('card-menu 1');
  expect(await page.count(parts.openMenu)).toBe(0);
  await page.press('Enter');
  await waitForFocus(en.card.showSteps);
  await page.press('Enter');
  await page.waitFor(inOverlay('.body'));
});

test('"?" shows the shortcuts; the focus comes back to where it was', async () => {
  const { page } = open;
  await open.openTicket('1001');
  await commands.send('toggle-panel');
  await waitForFocus('card-title 1');
  await page.press('ArrowDown');
  await waitForFocus('card-title 2');
  await page.press('?');
  await page.waitFor(parts.shortcuts);
  await page.press('Escape');
  await page.waitForGone(parts.shortcuts);
  await waitForFocus('card-title 2');
});

test('what is typed in our search never reaches the helpdesk', async () => {
  const { page } = open;
  await open.openTicket('1002');
  await writeReply();
  const address = await page.url();
  await page.evaluate(() => {
    const shelf = globalThis as typeof globalThis & { heard?: string[] };
    const heard: string[] = [];
    shelf.heard = heard;
    for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input'])
      for (const target of [window, document])
        target.addEventListener(type, (event) => heard.push(`${type} ${(event as KeyboardEvent).key}`), true);
  });
  await commands.send('search-articles');
  await waitForFocus('search');
  await page.type('jrk/j? wifi');
  expect(await page.read(parts.search, ([field]) => (field as HTMLInputElement).value)).toBe('jrk/j? wifi');
  await page.waitFor(inOverlay('.cards[aria-label="Search results"]'));
  await page.press('Escape');
  await page.waitFor(inOverlay('.cards[aria-label="Articles"]'));
  await waitForFocus('search');
  await page.press('Escape');
  await waitForFocus('composer-rich-text');
  expect(await page.url()).toBe(address);
  const heard = await page.evaluate(() => (globalThis as typeof globalThis & { heard?: string[] }).heard);
  // The focus is in the reply again when the last key comes up.
  expect(heard?.filter((event) => event !== 'keyup Escape')).toEqual([]);
});

test('side and width by keys, kept over a reload and a killed background', async () => {
  const { page } = open;
  await open.openTicket('1001');
  await page.press('Escape');
  await commands.send('toggle-panel');
  await waitForFocus('card-title 1');
  const width = async () => (await page.box(parts.panel))?.width;
  const before = (await width()) ?? 0;
  await page.read(separator, ([handle]) => (handle as HTMLElement).focus());
  await page.press('ArrowLeft');
  await page.press('ArrowLeft');
  await waitUntil('a wider panel', async () => (await width()) === before + 40);
  expect(await page.read(separator, ([handle]) => handle?.getAttribute('aria-valuenow'))).toBe(String(before + 40));

  await tabTo(en.overlay.moveLeft);
  await page.press('Enter');
  await waitUntil('the panel on the left', async () => (await page.box(parts.panel))?.x === 8);
  await waitForFocus(en.overlay.moveRight);
  await browser.killBackground();
  await page.goto(await page.url());
  await waitForCards(page, '1001');
  expect(await page.box(parts.panel)).toMatchObject({ x: 8, width: before + 40 });

  await page.click(inOverlay(`[aria-label="${en.overlay.moveRight}"]`));
  await waitForFocus(en.overlay.moveLeft);
});

test('collapsed by key, remembered, and opened by key', async () => {
  const { page } = open;
  await open.openTicket('1001');
  await writeReply();
  await commands.send('toggle-panel');
  await waitForFocus('card-title 1');
  await commands.send('toggle-panel');
  await page.waitFor(parts.tab);
  await waitForFocus('composer-rich-text');
  await browser.killBackground();
  await page.goto(await page.url());
  await page.waitFor(parts.tab);
  await waitUntil('the count', async () => (await page.text(parts.tab)) === '3');
  await commands.send('toggle-panel');
  await waitForFocus('card-title 1');
});
