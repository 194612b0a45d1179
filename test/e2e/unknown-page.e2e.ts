import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { en } from '#lib/i18n/en.ts';
import type { Browser } from '#test/e2e/driver/browser.ts';
import { articleTitled, lettersOf, lettersOfMarkdown } from './fixture/demo-article.ts';
import { openLoadedBrowser } from './fixture/open-browser.ts';
import { cardPart, hostSelector, parts } from './fixture/overlay-parts.ts';

/** A home-made helpdesk that no adapter describes. */
const inboxPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Wi-Fi does not reach the bedroom - Inbox</title></head>
<body style="margin:0;font:16px/1.4 sans-serif">
<nav>Inbox Sent Settings</nav>
<main style="max-width:640px;margin:20px">
  <h1>Wi-Fi does not reach the bedroom</h1>
  <section>
    <p>Hi, downstairs everything is quick but in the bedroom at the top of the house my laptop has one bar of Wi-Fi at best,
    and films stop all the time. The Hub stands in the cupboard under the stairs. What can I do about the weak signal up there?</p>
  </section>
  <form>
    <textarea name="answer" style="width:600px;height:200px" aria-label="Answer"></textarea>
    <button type="submit">Send answer</button>
  </form>
</main></body></html>`;

let browser: Browser;
let server: Server;
let address: string;
beforeAll(async () => {
  server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(inboxPage));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/inbox/view/77`;
  browser = await openLoadedBrowser();
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

test('a page no adapter knows: nothing until the agent writes, then cards, and the answer as plain text', async () => {
  const page = await browser.newPage(address);
  await page.waitFor('textarea');
  expect(await page.count(hostSelector)).toBe(0);

  await page.click('textarea');
  await page.waitFor(parts.card);
  const titles = await page.texts(parts.cardTitle);
  expect(titles).toHaveLength(3);
  expect(titles[0]).toBe('Get a better Wi-Fi signal around your home');

  await page.type('Hello,');
  await page.click(cardPart(1, 'insert-answer'));
  expect(await page.text(parts.toast)).toBe(en.toast.answerInserted);
  const written = await page.read('textarea', ([field]) => (field as HTMLTextAreaElement).value);
  expect(written.startsWith('Hello,\n\n')).toBe(true);
  expect(written).toContain('\n1. ');
  const words = lettersOf(written.replace(/^\s*\d+\. /gm, '').replace(/\(?https?:\S+|\[[^\]]*\]/g, ''));
  const article = lettersOfMarkdown(articleTitled(titles[0] ?? '').markdown);
  expect(words.startsWith(`Hello${article.slice(0, 60)}`)).toBe(true);
  expect(page.errors).toEqual([]);
});
