import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { en } from '#lib/i18n/en.ts';
import { plainText } from '#test/demo/helpdesk/ticket-store.ts';
import type { Browser } from '#test/e2e/driver/browser.ts';
import { articleTitled, firstStepOf, lettersOf, lettersOfMarkdown } from './fixture/demo-article.ts';
import { desk, openDesk } from './fixture/desk.ts';
import { openLoadedBrowser } from './fixture/open-browser.ts';
import { cardPart, hostSelector, parts } from './fixture/overlay-parts.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openLoadedBrowser();
});
afterAll(() => browser?.close());

/** Types a greeting, so that there is a reply to go into. */
async function greet(open: Awaited<ReturnType<typeof openDesk>>): Promise<void> {
  await open.page.click(`${desk.field} > p:first-child`);
  await open.page.type('Hello Dana');
}

describe.each([
  { name: 'background alive', isKilled: false },
  { name: 'background killed before each step', isKilled: true },
])('$name', ({ isKilled }) => {
  const between = async () => {
    if (isKilled) await browser.killBackground();
  };

  test('ticket 1001: three cards unasked, the answer inserted and sent', async () => {
    const open = await openDesk(browser);
    const { page } = open;
    await page.waitFor(desk.row('1001'));
    expect(await page.count(hostSelector)).toBe(0);
    const loadedAt = await page.evaluate(() => performance.timeOrigin);
    await between();
    await open.openTicket('1001');
    expect(await page.evaluate(() => performance.timeOrigin)).toBe(loadedAt);
    expect(await page.count(parts.card)).toBe(3);
    const article = articleTitled(await page.text(cardPart(1, 'card-title')));

    await greet(open);
    await between();
    await page.click(cardPart(1, 'insert-answer'));
    expect(await page.text(parts.toast)).toBe(en.toast.answerInserted);
    await between();
    const sent = await open.send('1001');
    expect(sent.mode).toBe('public');
    expect(lettersOf(plainText(sent.html))).toBe(
      `HelloDana${lettersOfMarkdown(article.markdown)}${lettersOf('Kind regards, Robin Hale Larkfield Broadband support')}`,
    );
    expect(page.errors).toEqual([]);
    await open.close();
  });

  test('the link of an article', async () => {
    const open = await openDesk(browser);
    const { page } = open;
    await between();
    await open.openTicket('1001');
    const article = articleTitled(await page.text(cardPart(2, 'card-title')));
    await greet(open);
    await between();
    await page.click(cardPart(2, 'insert-link'));
    expect(await page.text(parts.toast)).toBe(en.toast.linkInserted);
    await between();
    const { html } = await open.send('1001');
    expect(html).toContain(`href="http://127.0.0.1:8130/kb/${article.id}"`);
    expect(plainText(html)).toContain(article.title);
    await open.close();
  });

  test('one step of an article', async () => {
    const open = await openDesk(browser);
    const { page } = open;
    await between();
    await open.openTicket('1001');
    const article = articleTitled(await page.text(cardPart(1, 'card-title')));
    await greet(open);
    await page.click(cardPart(1, 'card-title'));
    await between();
    await page.click(cardPart(1, 'insert-step'));
    expect(await page.text(parts.toast)).toBe(en.toast.stepInserted.replace('{number}', '1'));
    await between();
    const { html } = await open.send('1001');
    const step = lettersOfMarkdown(firstStepOf(article));
    expect(lettersOf(plainText(html))).toMatch(new RegExp(`^HelloDana${step}Kindregards`));
    await open.close();
  });

  test('one undo restores the reply', async () => {
    const open = await openDesk(browser);
    const { page } = open;
    await open.openTicket('1002');
    await greet(open);
    await page.press('Enter');
    await page.type('Best wishes');
    // Away from what was typed last: an editor may take back two quick changes in one place together.
    await page.press('ArrowUp');
    await page.press('Home');
    const before = await page.read(desk.field, ([field]) => field?.innerHTML);
    await between();
    await page.click(cardPart(1, 'insert-answer'));
    await page.waitFor(parts.toast);
    expect(await page.read(desk.field, ([field]) => field?.innerHTML)).not.toBe(before);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-test-id'))).toBe('composer-rich-text');
    await page.press('Control+z');
    expect(await page.read(desk.field, ([field]) => field?.innerHTML)).toBe(before);
    await open.close();
  });
});
